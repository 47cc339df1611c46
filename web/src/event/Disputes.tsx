import { t, word } from "../app/i18n";
import { address } from "../app/router";
import { rangeOf, valueOf, type EventAnswer, type EventClaim, type Telling, type Toll } from "./answer";
import { reasonText } from "./Because";

interface Side {
  readonly title: string;
  readonly who: readonly string[];
  readonly words: readonly { readonly key: string; readonly text: string; readonly report: string; readonly claim: string; readonly outlet: string | null }[];
}

/** What is contradicted, each side with its words, beside the other. */
export function Disputes({ event }: { event: EventAnswer }) {
  return (
    <section class="event-part disputes">
      <h2>{t("event-disputes")}</h2>
      {event.disputes.map((dispute, i) => {
        const sides = sidesOf(event, dispute.about);
        return (
          <div key={i} class="dispute">
            <h3><span class="contested-word">{word("dispute", dispute.about)}</span></h3>
            {sides.length < 2 && <p>{reasonText(dispute.reason)}</p>}
            {sides.length > 1 && (
              <div class="sides">
                {sides.map((side, n) => (
                  <div key={n} class="side">
                    <p class="side-title">{side.title}</p>
                    {side.who.length > 0 && <p class="small">{side.who.map((name) => <bdi key={name} class="side-who">{name}</bdi>)}</p>}
                    {side.words.slice(0, 4).map((word) => (
                      <blockquote key={word.key}><a href={address("report", word.report, { claim: word.claim })} dir="auto"><bdi>{word.text}</bdi></a>{word.outlet && <cite><bdi>{word.outlet}</bdi></cite>}</blockquote>
                    ))}
                  </div>
                ))}
              </div>
            )}
            {sides.length > 1 && <p class="small soft">{reasonText(dispute.reason)}</p>}
          </div>
        );
      })}
    </section>
  );
}

function sidesOf(event: EventAnswer, about: string): Side[] {
  const claims = event.tellings.flatMap((telling) => telling.claims.map((claim) => ({ telling, claim })));
  const words = (told: readonly { telling: Telling; claim: EventClaim }[]): Side["words"] =>
    told.map(({ telling, claim }) => ({ key: claim.key, text: claim.words, report: telling.report_id, claim: claim.id, outlet: telling.outlet }));
  const speakers = (told: readonly { claim: EventClaim }[]) => [...new Set(told.map(({ claim }) => claim.chains[0]?.steps[0]?.name ?? claim.chain.split(" < ")[0]!).filter(Boolean))];
  if (about === "occurrence") {
    const told = claims.filter(({ claim }) => claim.kind === "event");
    const denials = told.filter(({ claim }) => claim.status === "negated" || claim.status === "denied");
    const others = told.filter((one) => !denials.includes(one));
    return [{ title: t("event-side-says"), told: others }, { title: t("event-side-denies"), told: denials }].filter((s) => s.told.length > 0).map((s) => ({ title: s.title, who: speakers(s.told), words: words(s.told) }));
  }
  if (about === "perpetrator")
    return event.agents.map((agent) => {
      const told = claims.filter(({ claim }) => claim.kind === "event" && agent.claimants.includes(claim.claimant));
      return { title: agent.name, who: speakers(told), words: words(told) };
    });
  if (about === "number") return event.tolls.filter((toll) => toll.contested).flatMap((toll) => numberSides(event, toll));
  return [];
}

function numberSides(event: EventAnswer, toll: Toll): Side[] {
  const claims = new Map(event.tellings.flatMap((telling) => telling.claims.map((claim) => [claim.key, { telling, claim }] as const)));
  return toll.series.filter((said) => said.standing === "current").map((said) => {
    const found = claims.get(said.key);
    return {
      title: `${word("measure", toll.measure)}: ${valueOf(said)}`,
      who: [said.name || rangeOf(said)],
      words: [{ key: said.key, text: said.words, report: said.report, claim: found?.claim.id ?? "", outlet: found?.telling.outlet ?? null }],
    };
  });
}
