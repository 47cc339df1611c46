import { dayText, momentText, number, t, word } from "../app/i18n";
import { address } from "../app/router";
import { rangeOf, valueOf, type EventAnswer, type Toll, type TollClaim } from "./answer";
import { reasonText } from "./Because";
import { SeriesChart } from "./SeriesChart";

/** The event's numbers, each measure with every claim of it: never one bare number. */
export function Figures({ event }: { event: EventAnswer }) {
  const claims = new Map(event.tellings.flatMap((telling) => telling.claims.map((claim) => [claim.key, { telling, claim }] as const)));
  const whole = event.tolls.filter((toll) => toll.of === null);
  const parts = event.tolls.filter((toll) => toll.of !== null);
  const ordered = [...whole.flatMap((toll) => [toll, ...parts.filter((p) => p.measure === toll.measure)]), ...parts.filter((p) => !whole.some((w) => w.measure === p.measure))];
  return (
    <div class="figures">
      {ordered.map((toll) => (
        <section key={`${toll.measure}/${toll.of ?? ""}`} class={toll.of ? "toll part" : "toll"}>
          <h3>
            <span>{toll.of ? t("event-of-which", { measure: word("measure", toll.measure), class: word("class", toll.of) }) : word("measure", toll.measure)}</span>
            <span class="toll-range num">{rangeOf(toll)}</span>
            <span class="small soft">{t("map-toll-claims", { claims: toll.claims, witnesses: toll.witnesses })}</span>
            {toll.contested && <span class="contested-word small">{t("map-contested")}</span>}
          </h3>
          {new Set(toll.series.map((s) => s.said)).size > 1 && <SeriesChart toll={toll} />}
          <div class="table-box" tabIndex={0} role="group" aria-label={word("measure", toll.measure)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("event-value")}</th>
                  <th scope="col">{t("event-claimant")}</th>
                  <th scope="col">{t("event-outlet")}</th>
                  <th scope="col">{t("event-said")}</th>
                  <th scope="col">{t("event-evidence")}</th>
                  <th scope="col">{t("event-standing")}</th>
                </tr>
              </thead>
              <tbody>
                {toll.series.map((said) => {
                  const found = claims.get(said.key);
                  return (
                    <tr key={`${said.key}/${said.claimant}`} class={`standing-${said.standing}`}>
                      <td class="num toll-value">{valueOf(said)}{said.class && said.class !== toll.of && <span class="small soft"> {word("class", said.class)}</span>}</td>
                      <td><bdi>{said.name}</bdi></td>
                      <td><bdi>{found?.telling.outlet ?? ""}</bdi></td>
                      <td class="num"><time dateTime={said.said ?? undefined}>{saidText(said.said)}</time></td>
                      <td><a href={address("report", said.report, { claim: found?.claim.id })} dir="auto"><bdi>{said.words}</bdi></a></td>
                      <td><span class={`standing ${said.standing}`}>{t(`event-standing-${said.standing}`)}</span></td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          <p class="small soft">{ruleText(toll)}</p>
        </section>
      ))}
    </div>
  );
}

/** A day alone is kept as its noon. */
const saidText = (said: string | null): string => (said === null ? "" : said.endsWith("T12:00Z") ? dayText(said, true) : momentText(said));

/** By which rule the two ends were chosen, in the language of the interface; the ledger's own words stand behind it. */
function ruleText(toll: Toll) {
  const left = (standing: TollClaim["standing"]) => toll.series.filter((s) => s.standing === standing).length;
  const claimants = new Set(toll.series.filter((s) => s.standing === "current").map((s) => s.claimant)).size;
  return (
    <>
      {t("event-rule", { claimants, superseded: left("superseded") + left("repeated"), denied: left("not-asserted"), text: number(claimants) })}
      <span class="visually-hidden"> {reasonText(toll.rule)}</span>
    </>
  );
}
