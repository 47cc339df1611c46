import { number, t, word } from "../app/i18n";
import { address } from "../app/router";
import { language } from "../app/settings";
import type { Claim } from "../app/types";
import type { Kept } from "../app/undo";
import { Icon, type IconName } from "../ui/Icon";
import type { View } from "./marks";
import { headingOf, qualitiesOf, timeText, valueText } from "./phrases";

const judged: Record<string, IconName> = { accept: "check", reject: "close", unsure: "unsure", edit: "edit", add: "add" };

/** What people last said of a claim; null if nobody has. */
export const verdictOf = (decisions: readonly Kept[], key: string): Kept | null =>
  decisions.filter((d) => !d.withdrawn && d.claims?.includes(key) && d.kind in judged).at(-1) ?? null;

/** A claim in a few lines: what, who, whom, where, when, and what people said of it. */
export function ClaimBody({ view, claim, event, verdict }: { view: View; claim: Claim; event?: string | number | null; verdict?: Kept | null }) {
  return (
    <>
      <p class="claim-head">
        <span class="claim-what">
          {headingOf(claim)}
          {claim.mode && <span class="claim-mode"> · {word("mode", claim.mode)}</span>}
        </span>
        {claim.kind === "figure" && <span class="claim-value num">{valueText(claim)}</span>}
        {claim.kind !== "statement" && claim.evidence[0] && <q class="claim-words" lang={view.reading.report.language ?? undefined} dir="auto">{claim.evidence[0].text}</q>}
        {qualitiesOf(claim).map(({ family, code }) => <span key={family} class={`badge ${family} ${code}`}>{word(family, code)}</span>)}
        {event !== null && event !== undefined && <a class="claim-event" href={address("event", String(event).replace(/^E/, ""))}>{t("event-number", { number: Number(String(event).replace(/^E/, "")) })}</a>}
        {verdict && (
          <span class={`verdict ${verdict.kind}`} title={verdict.person ?? undefined}>
            <Icon name={judged[verdict.kind]!} />{t(`verdict-${verdict.kind}`)}
          </span>
        )}
      </p>
      <Participants view={view} claim={claim} />
      <Circumstances view={view} claim={claim} />
      {claim.kind === "statement" && claim.content && <blockquote dir="auto" lang={view.reading.report.language ?? undefined}>{claim.content.text}</blockquote>}
    </>
  );
}

function Names({ view, ids, role }: { view: View; ids: readonly string[]; role: string }) {
  return (
    <span class={`m m-${role} names`}>
      {ids.map((id, i) => <span key={id}>{i > 0 && t("list-comma")}<bdi>{view.name(id, language.value)}</bdi></span>)}
    </span>
  );
}

function Participants({ view, claim }: { view: View; claim: Claim }) {
  const ids = (value: readonly string[] | string | null | undefined) => (typeof value === "string" ? [value] : (value ?? []));
  const parts: { label: string; role: string; ids: readonly string[] }[] = [];
  const add = (label: string, role: string, value: readonly string[] | string | null | undefined) => {
    if (ids(value).length > 0) parts.push({ label, role, ids: ids(value) });
  };
  if (claim.kind === "event") {
    add("role-who", "who", claim.agents);
    add("role-whom", "whom", claim.targets);
    add("role-means", "means", claim.instruments);
    add("label-from", "place", claim.from);
    add("label-toward", "place", claim.toward);
  } else if (claim.kind === "figure") add("label-of", "whom", claim.unit);
  else if (claim.kind === "state") {
    add("label-subject", "who", claim.subject);
    add("label-object", "whom", claim.objects);
    add("label-holder", "who", claim.holder);
    add("label-before", "whom", claim.from);
  } else add("label-about", "whom", claim.about);
  if (parts.length === 0 && !claim.office) return null;
  return (
    <dl class="claim-parts">
      {parts.map((part) => (
        <div key={part.label}>
          <dt>{t(part.label)}</dt>
          <dd>
            <Names view={view} ids={part.ids} role={part.role} />
            {part.label === "label-subject" && claim.count && <span class="num"> ({typeof claim.count === "number" ? number(claim.count) : valueText(claim.count)})</span>}
          </dd>
        </div>
      ))}
      {claim.office && <div><dt>{t("label-office")}</dt><dd><bdi>{claim.office}</bdi></dd></div>}
    </dl>
  );
}

function Circumstances({ view, claim }: { view: View; claim: Claim }) {
  const when = timeText(claim.time);
  if (claim.places.length === 0 && !when) return null;
  return (
    <p class="claim-where">
      {claim.places.length > 0 && <Names view={view} ids={claim.places} role="place" />}
      {claim.places.length > 0 && when && <span class="soft"> · </span>}
      {when && <span class="m m-time num">{when}</span>}
      {claim.time?.basis === "inherited" && <span class="soft small"> {t("time-inherited")}</span>}
    </p>
  );
}
