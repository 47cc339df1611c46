import "./lists.css";
import { dayText, number, t } from "../app/i18n";
import { address } from "../app/router";
import { mayEdit } from "../app/session";
import { isRtl } from "../app/settings";
import type { ReportRow } from "../app/types";
import { Empty } from "../ui/Empty";
import { ListScreen } from "../ui/ListScreen";
import { TakeIn } from "../ui/TakeIn";
import type { Filter } from "../ui/Filters";

const filters: readonly Filter[] = [
  { name: "text", kind: "text", main: true },
  { name: "outlet", kind: "text" },
  { name: "from", kind: "day" },
  { name: "to", kind: "day" },
];

/** All reports, the newest first. */
export default function Reports() {
  return (
    <ListScreen<ReportRow>
      screen="reports" path="reports" filters={filters} height={64} noun="reports-count" title={t("nav-reports")} class="reports"
      to={(r) => address("report", r.id)}
      head={<><span>{t("column-published")}</span><span>{t("column-report")}</span><span>{t("column-events")}</span><span>{t("column-reviewed")}</span></>}
      row={(r) => <Row report={r} />}
      tools={mayEdit.value ? <TakeIn quiet /> : undefined}
      empty={<Empty title={t("no-reports")}><p>{t("no-reports-next")}</p><p><code>isnad ingest FILE</code></p>{mayEdit.value && <TakeIn />}</Empty>}
    />
  );
}

function Row({ report }: { report: ReportRow }) {
  const share = report.claims === 0 ? 0 : report.reviewed / report.claims;
  return (
    <a class="row" href={address("report", report.id)}>
      <time class="row-day num" dateTime={report.published ?? undefined}>{report.published ? dayText(report.published, true) : t("no-day")}</time>
      <span class="row-main">
        <span class="row-title" lang={report.language ?? undefined} dir={report.language ? (isRtl(report.language) ? "rtl" : "ltr") : "auto"}>{report.title || report.id}</span>
        <bdi class="row-outlet soft">{report.outlet}</bdi>
      </span>
      <span class="row-events soft num">{t("events-count", { count: report.events })}</span>
      <span class="row-progress" title={t("reviewed-count", { count: report.reviewed, of: report.claims })}>
        <span class="meter"><span style={{ inlineSize: `${share * 100}%` }} /></span>
        <span class="num soft"><span class="visually-hidden">{t("reviewed-count", { count: report.reviewed, of: report.claims })}</span><span aria-hidden="true" dir="ltr">{number(report.reviewed)}/{number(report.claims)}</span></span>
      </span>
    </a>
  );
}
