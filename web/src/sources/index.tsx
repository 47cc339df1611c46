import "../lists/lists.css";
import "./sources.css";
import { number, t, word } from "../app/i18n";
import { address } from "../app/router";
import { Empty } from "../ui/Empty";
import type { Filter } from "../ui/Filters";
import { ListScreen } from "../ui/ListScreen";

interface SourceRow {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly reports: number;
  readonly claims: number;
  readonly through: readonly string[];
}

const kinds = ["outlet", "agency", "monitor", "person", "office", "organisation", "channel", "document", "witness", "anonymous"];
const filters: readonly Filter[] = [
  { name: "name", kind: "text", main: true },
  { name: "kind", kind: "choice", options: kinds, family: "source" },
];

/** Who says so, and through whom their words came. */
export default function Sources() {
  return (
    <ListScreen<SourceRow>
      screen="sources" path="sources" filters={filters} height={66} noun="sources-count" title={t("nav-sources")} class="sources"
      to={(s) => address("events", "", { actor: s.name })}
      head={<><span>{t("column-source")}</span><span>{t("column-through")}</span><span>{t("column-claims")}</span><span>{t("nav-reports")}</span></>}
      row={(s) => <Row source={s} />}
      empty={<Empty title={t("no-sources")}><p>{t("no-events-next")}</p><a class="button" href={address("reports")}>{t("nav-reports")}</a></Empty>}
    />
  );
}

function Row({ source }: { source: SourceRow }) {
  const through = source.through.map(hand);
  const outlet = source.kind === "outlet" || source.kind === "agency";
  return (
    <div class="row">
      <span class="row-main">
        <a class="row-title" href={outlet ? address("reports", "", { outlet: source.name }) : address("search", "", { q: `"${source.name}"` })}><bdi>{source.name || word("source", source.kind)}</bdi></a>
        <span class="soft row-who">{word("source", source.kind)}</span>
      </span>
      <span class="through">
        {through.map((one) => <span key={one.name} class="hand">{one.name === "" ? t("own-word") : <bdi>{one.name}</bdi>} <span class="soft num">{number(one.count)}</span></span>)}
      </span>
      <span class="num row-number">{number(source.claims)}<span class="unit soft"> {t("column-claims")}</span></span>
      <span class="num row-number soft">{number(source.reports)}<span class="unit"> {t("nav-reports")}</span></span>
    </div>
  );
}

/** "Reuters (3)" as name and count; "itself" is no name. */
function hand(text: string): { name: string; count: number } {
  const parts = /^(.*) \((\d+)\)$/.exec(text);
  const name = parts?.[1] ?? text;
  return { name: name === "itself" ? "" : name, count: Number(parts?.[2] ?? 1) };
}
