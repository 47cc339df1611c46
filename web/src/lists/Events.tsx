import "./lists.css";
import { daysText, t, word } from "../app/i18n";
import { apiAddress } from "../app/api";
import { address, param } from "../app/router";
import { choices } from "../report/draft";
import { Empty } from "../ui/Empty";
import { filterParams, type Filter } from "../ui/Filters";
import { Icon } from "../ui/Icon";
import { ListScreen } from "../ui/ListScreen";
import { language } from "../app/settings";
import { rangeText } from "./range";
import { useSignal } from "@preact/signals";

/** An event as lists tell it. */
export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly mode: string | null;
  readonly status: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly precision: string | null;
  readonly place: string | null;
  readonly place_local: string | null;
  readonly agents: string | null;
  readonly targets: string | null;
  readonly killed_low: number | null;
  readonly killed_high: number | null;
  readonly wounded_low: number | null;
  readonly wounded_high: number | null;
  readonly reports: number;
  readonly witnesses: number;
  readonly grade: string;
  readonly disputes: string | null;
  readonly judged: string | null;
}

const filters: readonly Filter[] = [
  { name: "text", kind: "text", main: true },
  { name: "type", kind: "choice", options: choices.type },
  { name: "status", kind: "choice", options: choices.status },
  { name: "grade", kind: "choice", options: ["acknowledged", "corroborated", "single", "denied", "confirmed", "discounted"] },
  { name: "place", kind: "text" },
  { name: "actor", kind: "text" },
  { name: "from", kind: "day" },
  { name: "to", kind: "day" },
  { name: "disputed", kind: "choice", options: ["occurrence", "perpetrator", "number", "place", "victims"], family: "dispute" },
  { name: "news", kind: "switch" },
];

/** What happened, by whose word, how sure. */
export default function Events() {
  return (
    <ListScreen<EventRow>
      screen="events" path="events" filters={filters} height={66} noun="events-count" title={t("nav-events")} class="events"
      to={(e) => address("event", e.id.replace(/^E/, ""))}
      head={<><span>{t("column-when")}</span><span>{t("column-event")}</span><span>{t("column-toll")}</span><span>{t("column-grade")}</span></>}
      row={(e) => <Row event={e} />}
      tools={<Export />}
      empty={<Empty title={t("no-events")}><p>{t("no-events-next")}</p><a class="button" href={address("jobs")}>{t("nav-jobs")}</a></Empty>}
    />
  );
}

function Row({ event }: { event: EventRow }) {
  const place = language.value === "ar" ? (event.place_local ?? event.place) : event.place;
  const grade = event.judged ?? event.grade;
  return (
    <a class="row" href={address("event", event.id.replace(/^E/, ""))}>
      <span class="row-day num">{event.first ? <time dateTime={event.first}>{whenText(event)}</time> : t("no-day")}</span>
      <span class="row-main">
        <span class="row-title">
          {word("type", event.type)}{event.mode && <span class="row-mode"> · {word("mode", event.mode)}</span>}
          {place && <span class="row-place"> · <bdi>{place}</bdi></span>}
          {event.status !== "happened" && <span class={`badge status ${event.status}`}>{word("status", event.status)}</span>}
        </span>
        <span class="soft row-who">
          {event.agents && <bdi>{event.agents.replaceAll("; ", t("list-comma"))}</bdi>}
          {event.agents && event.targets && <span class="arrow points" aria-hidden="true"> → </span>}
          {event.targets && <bdi>{event.targets.replaceAll("; ", t("list-comma"))}</bdi>}
        </span>
      </span>
      <span class="row-toll num">
        {event.killed_low !== null || event.killed_high !== null ? <span>{t("toll-killed", { value: rangeText(event.killed_low, event.killed_high) })}</span> : null}
        {event.wounded_low !== null || event.wounded_high !== null ? <span class="soft">{t("toll-wounded", { value: rangeText(event.wounded_low, event.wounded_high) })}</span> : null}
      </span>
      <span class="row-grade">
        <span class={`grade ${grade}`} title={t(`grade-${grade}-is`)}><GradeMark grade={grade} />{word("grade", grade)}</span>
        {event.disputes ? <span class="disputed">{t("disputed-over", { what: event.disputes.split(/[;,]\s*/).map((d) => word("dispute", d.trim())).join(t("list-comma")) })}</span> : <span class="soft small num">{grade === "single" ? t("reports-count", { count: event.reports }) : t("witnesses-count", { count: event.witnesses })}</span>}
      </span>
    </a>
  );
}

function whenText(event: EventRow): string {
  const length = event.precision === "year" ? 4 : event.precision === "month" ? 7 : 10;
  const [first, last] = [event.first!.slice(0, length), (event.last ?? event.first!).slice(0, length)];
  return daysText(first, last, true);
}

/** How sure an event is, as a small disc: full, half, empty, struck out. */
export function GradeMark({ grade }: { grade: string }) {
  const full = grade === "acknowledged" || grade === "confirmed";
  return (
    <svg class="grade-mark" viewBox="0 0 12 12" aria-hidden="true" width="12" height="12">
      <circle cx="6" cy="6" r="4.6" fill={full ? "currentColor" : "none"} stroke="currentColor" stroke-width="1.4" />
      {grade === "corroborated" && <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />}
      {(grade === "denied" || grade === "discounted") && <path d="M2.8 9.2l6.4-6.4" stroke="currentColor" stroke-width="1.4" />}
    </svg>
  );
}

const forms = ["acled", "ged", "plover", "geojson", "hxl"] as const;

/** Writes what the filters leave into a file of another format. */
function Export() {
  const open = useSignal(false);
  const params = filterParams(filters);
  void param("text");
  return (
    <div class="export" onKeyDown={(e) => { if (e.key === "Escape") open.value = false; }}>
      <button type="button" class="button" aria-expanded={open.value} onClick={() => (open.value = !open.value)}><Icon name="download" />{t("export")}</button>
      {open.value && (
        <ul class="menu">
          {forms.map((as) => <li key={as}><a href={apiAddress("export", { as, ...params })} download onClick={() => (open.value = false)}><b dir="ltr">{as === "geojson" ? "GeoJSON" : as.toUpperCase()}</b> <span class="soft small">{t(`export-${as}`)}</span></a></li>)}
        </ul>
      )}
    </div>
  );
}
