import { dayText, number, t, word } from "../app/i18n";
import { useLoad } from "../app/load";
import { address } from "../app/router";
import { rangeOf, type EventAnswer } from "../event/answer";
import { Icon } from "../ui/Icon";
import { Trouble } from "../ui/Trouble";
import { Waiting } from "../ui/Waiting";
import { at, knownBy } from "./choices";
import { Glyph } from "./Glyph";
import { placeText, whatText, whenText } from "./labels";
import type { Post } from "./marks";
import type { Points } from "./points";
import type { Holder, Standing } from "./situation";
import { Standings } from "./Standings";

interface Props {
  readonly points: Points;
  readonly row: number | null;
  readonly post: Post | null;
  readonly standings: readonly Standing[] | null;
  readonly holders: readonly Holder[];
  readonly waiting: boolean;
  readonly close: () => void;
}

/** What was chosen on the map, in short; two steps from here stand the words. */
export function Details({ points, row, post, standings, holders, waiting, close }: Props) {
  return (
    <div class="details-in">
      <button type="button" class="tool details-close" aria-label={t("close")} onClick={close}><Icon name="close" /></button>
      {row !== null ? <EventCard points={points} row={row} /> : (
        <>
          <h2>{t("map-control-title", { day: dayText(at.value) })}</h2>
          <p class="soft small">{knownBy.value ? t("map-control-known-by", { day: dayText(knownBy.value) }) : t("map-control-known-all")}</p>
          {standings ? <Standings standings={standings} holders={holders} chosen={post?.text ?? null} /> : waiting ? <Waiting /> : null}
        </>
      )}
    </div>
  );
}

function EventCard({ points, row }: { points: Points; row: number }) {
  const event = points.answer.n[row]!;
  const loaded = useLoad<EventAnswer>(() => ({ path: `events/${event}` }));
  const { value, problem } = loaded.value;
  const exact = points.reach[row] === "exact";
  return (
    <article class="event-card">
      <h2><Glyph points={points} row={row} /> <span>{whatText(points, row)}</span></h2>
      <p class="event-card-where">{placeText(points, row) ? <bdi>{placeText(points, row)}</bdi> : t("map-no-place")}{!exact && points.isPlaced(row) && <span class="soft"> · {t(`map-reach-${points.reach[row]!}`)}</span>}</p>
      <p class="num">{whenText(points, row)}</p>
      {problem && <Trouble problem={problem} again={loaded.again} />}
      {!value && !problem && <Waiting />}
      {value && (
        <>
          <dl class="event-card-list">
            {value.agents.length > 0 && <><dt>{t("map-agents")}</dt><dd>{value.agents.map((a) => <bdi key={a.key}>{a.name}</bdi>)}</dd></>}
            {value.targets.length > 0 && <><dt>{t("map-targets")}</dt><dd>{value.targets.map((a) => <bdi key={a.key}>{a.name}</bdi>)}</dd></>}
            {value.tolls.filter((toll) => !toll.of).map((toll) => (
              <><dt>{word("measure", toll.measure)}</dt><dd>{rangeOf(toll)} <span class="soft">{t("map-toll-claims", { claims: toll.claims, witnesses: toll.witnesses })}</span>{toll.contested && <strong class="contested-word"> · {t("map-contested")}</strong>}</dd></>
            ))}
            <dt>{t("map-grade")}</dt><dd>{word("grade", value.judged ?? value.grade)}</dd>
            <dt>{t("map-told-by")}</dt><dd>{t("map-told-by-count", { reports: value.reports, outlets: value.outlets, witnesses: value.witnesses.length, text: number(value.witnesses.length) })}</dd>
          </dl>
          {value.disputes.length > 0 && <p class="contested-word">{t("map-disputed-about", { about: value.disputes.map((d) => word("dispute", d.about)).join(" · ") })}</p>}
          <p><a class="button primary" href={address("event", String(points.answer.n[row]))}>{t("map-open-event")}</a></p>
        </>
      )}
    </article>
  );
}
