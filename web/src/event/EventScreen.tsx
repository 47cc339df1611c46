import "./event.css";
import { useComputed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { dayText, number, t, word } from "../app/i18n";
import { useKeys } from "../app/keys";
import { useLoad } from "../app/load";
import { address, route } from "../app/router";
import { mayDecide } from "../app/session";
import { language } from "../app/settings";
import { decide } from "../app/undo";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icon";
import { Trouble } from "../ui/Trouble";
import { Waiting } from "../ui/Waiting";
import { numberOf, type EventAnswer, type Party } from "./answer";
import { reasonText } from "./Because";
import { chainsOf } from "./chains";
import { ChainTree } from "./ChainTree";
import { Disputes } from "./Disputes";
import { Figures } from "./Figures";
import { happeningText } from "../map/labels";
import { Members } from "./Members";

/** One event: who told it through whom, how many by whose count, what is contradicted, and why it is one. */
export default function EventScreen() {
  const id = useComputed(() => route.value.id.replace(/^E/i, ""));
  const loaded = useLoad<EventAnswer>(() => (/^\d+$/.test(id.value) ? { path: `events/${id.value}` } : null));
  const { value, problem } = loaded.value;
  if (!/^\d+$/.test(id.value)) return <Empty title={t("event-none")}><a href={address("events")}>{t("event-to-list")}</a></Empty>;
  if (problem?.status === 404) return <Empty title={t("event-gone", { event: `E${id.value}` })}><a href={address("events")}>{t("event-to-list")}</a></Empty>;
  if (!value) return problem ? <Trouble problem={problem} again={loaded.again} /> : <Waiting />;
  return <EventPage event={value} asked={Number(id.value)} />;
}

function EventPage({ event, asked }: { event: EventAnswer; asked: number }) {
  const own = numberOf(event);
  const chains = useMemo(() => chainsOf(event), [event]);
  const grade = (value: "confirmed" | "discounted") => void decide({ kind: "grade", events: [own], value, before: event.judged }, t(`event-said-${value}`));
  useKeys("event", {
    KeyC: { text: "event-key-confirm", run: () => grade("confirmed"), when: () => mayDecide.peek() },
    KeyX: { text: "event-key-discount", run: () => grade("discounted"), when: () => mayDecide.peek() },
  });
  const place = event.place && (language.value === "ar" ? (event.place.local ?? event.place.name) : event.place.name);
  return (
    <article class="event">
      {asked !== own && <p class="note event-moved">{t("event-moved", { before: `E${asked}`, now: event.id })}</p>}
      <header class="event-header">
        <p class="event-id"><span class="num">{event.id}</span>{event.passing && <span> · {t("event-passing")}</span>}</p>
        <h1>{happeningText(event.type, event.mode)}{place && <> · <bdi>{place}</bdi></>}</h1>
        <p class="event-when">
          {event.first ? whenOf(event) : t("map-no-day")}
          {event.status !== "happened" && <> · <strong>{word("status", event.status)}</strong></>}
          {event.place?.precision && <span class="soft"> · {word("place-precision", event.place.precision)}{event.place.admin1 && event.place.admin1 !== event.place.name && <> · <bdi>{event.place.admin1}</bdi></>}</span>}
          {event.place?.lat != null && <> · <a href={address("map", "", { event: own, view: `${event.place.lat},${event.place.lon},8` })}>{t("event-on-map")}</a></>}
        </p>
        <dl class="event-parties">
          <Parties label={t("map-agents")} parties={event.agents} />
          <Parties label={t("map-targets")} parties={event.targets} />
        </dl>
      </header>
      <section class="event-grade" aria-label={t("map-grade")}>
        <div>
          <p class={`grade-word g-${event.judged ?? event.grade}`}>{word("grade", event.judged ?? event.grade)}</p>
          <p class="small">{event.judged ? t("event-judged", { grade: word("grade", event.grade) }) : t("event-proposed")} {reasonText(event.grade_reason)}</p>
          <p class="small soft">{t("map-told-by-count", { reports: event.reports, outlets: event.outlets, witnesses: event.witnesses.length, text: number(event.witnesses.length) })}</p>
        </div>
        {mayDecide.value && (
          <div class="event-grade-buttons">
            <button type="button" class="button" aria-pressed={event.judged === "confirmed"} onClick={() => grade("confirmed")}><Icon name="check" />{t("event-confirm")} <kbd aria-hidden="true">C</kbd></button>
            <button type="button" class="button" aria-pressed={event.judged === "discounted"} onClick={() => grade("discounted")}><Icon name="close" />{t("event-discount")} <kbd aria-hidden="true">X</kbd></button>
          </div>
        )}
      </section>
      {event.disputes.length > 0 && <Disputes event={event} />}
      <section class="event-part">
        <h2>{t("event-chains")}</h2>
        <p class="soft small">{t("event-chains-why")}</p>
        {chains.links.length > 0 ? <ChainTree chains={chains} /> : <p class="soft">{t("event-no-chain")}</p>}
      </section>
      <section class="event-part">
        <h2>{t("event-figures")}</h2>
        {event.tolls.length > 0 ? <Figures event={event} /> : <p class="soft">{t("event-no-figures")}</p>}
      </section>
      <section class="event-part">
        <h2>{t("event-members")}</h2>
        <p class="soft small">{t("event-members-why")}</p>
        <Members key={event.id} event={event} />
      </section>
    </article>
  );
}

function Parties({ label, parties }: { label: string; parties: readonly Party[] }) {
  if (parties.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {parties.map((party) => (
          <span key={party.key} class={`party${party.denied ? " denied" : ""}`}>
            <bdi>{party.name}</bdi>
            {party.class && <span class="soft small"> {word("class", party.class)}</span>}
            {party.denied && <span class="contested-word small"> {t("event-party-denied")}</span>}
          </span>
        ))}
      </dd>
    </div>
  );
}

function whenOf(event: EventAnswer): string {
  if (event.precision === "year") return event.first!.slice(0, 4) === event.last?.slice(0, 4) ? dayText(event.first!.slice(0, 4)) : t("map-between", { from: dayText(event.first), to: dayText(event.last) });
  if (event.precision === "month" && event.first!.slice(0, 7) === event.last?.slice(0, 7)) return dayText(event.first!.slice(0, 7));
  const days = !event.last || event.first === event.last ? dayText(event.first) : t("map-between", { from: dayText(event.first), to: dayText(event.last) });
  return event.precision === "news" ? t("event-news-days", { days }) : days;
}
