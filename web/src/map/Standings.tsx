import { dayText, number, t, word } from "../app/i18n";
import { get } from "../app/api";
import { address, navigate } from "../app/router";
import { say } from "../ui/Toasts";
import { holderOf, isHolding, type Holder, type Standing } from "./situation";

/** A standing in one sentence. */
export function standingText(standing: Standing): string {
  const who = holderOf(standing);
  return t(standing.contested ? "map-standing-contested" : "map-standing", {
    who, what: word("predicate", standing.predicate), where: standing.object ?? standing.subject ?? "", since: dayText(standing.since, true),
  });
}

/** Opens the words of a claim in their report. */
function openClaim(key: string): void {
  get<{ report: string | { id: string }; claim: { id: string } }>(`claims/${key}`).then(
    ({ report, claim }) => navigate(address("report", typeof report === "string" ? report : report.id, { claim: claim.id })),
    (error: unknown) => say(error instanceof Error ? error.message : String(error), { bad: true }),
  );
}

/** How things stood on a day: what the pennants show, and what has no place, in the same order. */
export function Standings({ standings, holders, chosen }: { standings: readonly Standing[]; holders: readonly Holder[]; chosen: string | null }) {
  const letters = new Map(holders.map((h) => [h.name, h]));
  if (standings.length === 0) return <p class="soft">{t("map-standings-none")}</p>;
  return (
    <ol class="standings">
      {standings.map((standing, i) => {
        const holder = isHolding(standing) ? letters.get(holderOf(standing)) : undefined;
        const text = standingText(standing);
        return (
          <li key={i} class={chosen === text ? "on" : ""}>
            {holder ? <span class={`map-letter h${holder.colour}`} aria-hidden="true">{holder.letter}</span> : <span class="map-letter none" aria-hidden="true" />}
            <div>
              <p><bdi>{holderOf(standing)}</bdi> <span class="soft">{word("predicate", standing.predicate)}</span> {standing.object && <bdi>{standing.object}</bdi>}{standing.number !== null && <span class="num"> ({number(standing.number)})</span>}</p>
              <p class="soft small">
                {t("map-since", { day: dayText(standing.since, true) })}
                {standing.contested && <strong class="contested-word"> · {t("map-contested")}</strong>}
                {" · "}{t("map-witnesses", { count: standing.witnesses, text: number(standing.witnesses) })}
                {standing.lat === null && <> · {t("map-no-place")}</>}
                {standing.claims.slice(0, 3).map((claim, n) => <span key={claim}> · <a href={`#${claim}`} onClick={(e) => { e.preventDefault(); openClaim(claim); }}>{t("map-claim", { number: number(n + 1) })}</a></span>)}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
