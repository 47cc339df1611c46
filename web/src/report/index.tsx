import "./report.css";
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Problem } from "../app/api";
import { dayText, t } from "../app/i18n";
import { useKeys } from "../app/keys";
import { useLoad } from "../app/load";
import { address, param, route, setParams } from "../app/router";
import { mayDecide } from "../app/session";
import type { Claim, Reading, ReportText as ReportData, Span } from "../app/types";
import { decide, type Kept } from "../app/undo";
import { Empty } from "../ui/Empty";
import { Icon, type IconName } from "../ui/Icon";
import { say } from "../ui/Toasts";
import { Trouble } from "../ui/Trouble";
import { Waiting } from "../ui/Waiting";
import { ClaimBody, verdictOf } from "./ClaimCard";
import { ClaimForm } from "./ClaimForm";
import { added, changes, type Draft, draftOf, newDraft, takeWords, type RefField } from "./draft";
import { type Role, View } from "./marks";
import { Speaker } from "./Speaker";
import { Legend, ReportText } from "./Text";

/** A report as the server tells it: the text stands beside the reading, not in it. */
interface ReportFile {
  readonly report: ReportData;
  readonly reading: Reading;
  readonly decisions?: readonly Kept[];
  readonly events: Readonly<Record<string, number | string>>;
}

export interface ReportAnswer {
  readonly reading: Reading;
  readonly decisions: readonly Kept[];
  readonly events: Readonly<Record<string, number | string>>;
}

/** Asks for a report, and puts its text into its reading. */
export function useReport(id: () => string | undefined): { readonly answer: ReportAnswer | undefined; readonly problem: Problem | undefined; readonly waiting: boolean; readonly again: () => void } {
  const loaded = useLoad<ReportFile>(() => {
    const wanted = id();
    return wanted ? { path: `reports/${encodeURIComponent(wanted)}` } : null;
  });
  const { value, problem, waiting } = loaded.value;
  const answer = useMemo(
    () => value && { reading: { ...value.reading, report: { ...value.reading.report, ...value.report } }, decisions: value.decisions ?? [], events: value.events },
    [value],
  );
  return { answer, problem, waiting, again: loaded.again };
}

/** One report: its text as given, and beside it what was read in it, by who says so. */
export default function ReportScreen() {
  const { answer, problem, waiting, again } = useReport(() => (route.value.screen === "report" ? route.value.id : undefined));
  if (problem) return problem.status === 404 ? <Empty page title={t("no-such-report")}><a href={address("reports")}>{t("go-start")}</a></Empty> : <Trouble page problem={problem} again={again} />;
  if (!answer) return waiting ? <Waiting /> : null;
  return <Desk key={answer.reading.report.id} answer={answer} />;
}

function Desk({ answer }: { answer: ReportAnswer }) {
  const view = useMemo(() => new View(answer.reading), [answer]);
  const groups = useMemo(() => view.bySpeaker(), [view]);
  const ordered = groups.flatMap((g) => g.claims);
  const chosen = useSignal<Span | null>(null);
  const form = useSignal<{ claim: Claim | null; draft: Draft } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const claim = ordered.find((c) => c.id === param("claim")) ?? null;
  const { report } = view.reading;

  const choose = (next: Claim | null | undefined) => {
    if (next) setParams({ claim: next.id });
  };
  const step = (by: number) => choose(ordered[Math.min(ordered.length - 1, Math.max(0, claim ? ordered.indexOf(claim) + by : by > 0 ? 0 : ordered.length - 1))]);
  const judge = async (kind: "accept" | "reject" | "unsure") => {
    if (!claim || !mayDecide.peek()) return;
    if (await decide({ kind, claims: [claim.key] }, t(`said-${kind}`))) step(1);
  };
  const edit = (draft?: Draft) => {
    if (claim && mayDecide.peek()) form.value = { claim, draft: draft ?? draftOf(claim) };
  };
  const add = (kind: Claim["kind"]) => {
    if (!mayDecide.peek()) return;
    if (chosen.peek()) form.value = { claim: null, draft: newDraft(kind, chosen.peek()!, claim?.sources[0] ?? "s0") };
    else {
      say(t("choose-words-first"));
      document.querySelector<HTMLElement>("article.text")?.focus();
    }
  };
  const save = async (draft: Draft, note: string) => {
    const { claim: of, draft: first } = form.peek()!;
    const told = note.trim() === "" ? {} : { note: note.trim() };
    let done: boolean;
    if (of) {
      const changed = changes(draftOf(of), draft);
      if (!changed) {
        say(t("nothing-changed"));
        return;
      }
      done = await decide({ kind: "edit", claims: [of.key], ...changed, ...told }, t("said-edit"));
    } else done = await decide({ kind: "add", value: report.id, after: added(draft), ...told }, t("said-add"));
    void first;
    if (done) {
      form.value = null;
      chosen.value = null;
    }
  };

  useKeys("report", {
    KeyJ: { text: "key-next-claim", run: () => step(1) },
    KeyK: { text: "key-previous-claim", run: () => step(-1) },
    KeyA: { text: "accept", run: () => void judge("accept"), when: mayDecide.peek },
    KeyR: { text: "reject", run: () => void judge("reject"), when: mayDecide.peek },
    KeyU: { text: "unsure", run: () => void judge("unsure"), when: mayDecide.peek },
    KeyE: { text: "edit", run: () => edit(), when: mayDecide.peek },
    KeyN: { text: "key-add", run: () => add("event"), when: mayDecide.peek },
    KeyT: { text: "key-text", run: () => document.querySelector<HTMLElement>("article.text")?.focus() },
    Escape: { text: "key-leave", run: () => (chosen.value ? (chosen.value = null) : setParams({ claim: null })) },
  });

  useEffect(() => {
    const card = claim && list.current?.querySelector<HTMLElement>(`[data-claim="${CSS.escape(claim.id)}"]`);
    card?.scrollIntoView({ block: "nearest" });
  }, [claim?.id]);

  const open = form.value;
  const reviewed = ordered.filter((c) => verdictOf(answer.decisions, c.key)).length;
  const card = (c: Claim) => {
    if (open?.claim?.id === c.id) return <ClaimForm view={view} first={open.draft} claim={c} chosen={chosen} save={save} cancel={() => (form.value = null)} />;
    const lit = c.id === claim?.id;
    return (
      <div class={lit ? "claim lit" : "claim"} data-claim={c.id}>
        <button type="button" class="claim-choose" aria-pressed={lit} aria-label={t("show-in-text")} onClick={() => choose(c)} />
        <ClaimBody view={view} claim={c} event={answer.events[c.id] ?? null} verdict={verdictOf(answer.decisions, c.key)} />
        {lit && mayDecide.value && <Actions judge={judge} edit={() => edit()} />}
      </div>
    );
  };

  return (
    <div class="report">
      <header class="report-head">
        <p class="report-meta">
          {report.outlet && <b><bdi>{report.outlet}</bdi></b>}
          {report.published && <time dateTime={report.published}>{dayText(report.published)}</time>}
          {report.url && <a href={report.url} target="_blank" rel="noreferrer noopener">{t("open-original")}</a>}
          <span class="soft">{t("claims-count", { count: ordered.length })}</span>
          <span class="soft">{t("reviewed-count", { count: reviewed, of: ordered.length })}</span>
        </p>
      </header>
      <section class="paper" aria-label={t("report-text")}>
        <Legend view={view} claim={claim} />
        <div class="paper-scroll" data-scrolls>
          <ReportText view={view} claim={claim} chosen={chosen} choose={choose} />
        </div>
        {mayDecide.value && chosen.value && <WordBar words={chosen.value} claim={claim} add={add} use={(field) => { if (!claim) return; const now = open?.claim?.id === claim.id ? open.draft : draftOf(claim); edit(takeWords(now, field, chosen.peek()!)); }} close={() => (chosen.value = null)} />}
      </section>
      <div class="claims" ref={list}>
        {open && !open.claim && <ClaimForm view={view} first={open.draft} claim={null} chosen={chosen} save={save} cancel={() => (form.value = null)} />}
        {groups.length === 0 && <Empty title={t("no-claims")}><p>{t("no-claims-next")}</p></Empty>}
        {groups.map((group) => (
          <section key={group.sources.join()} class="claim-group">
            <h2><Speaker view={view} sources={group.sources} /></h2>
            <ul>{group.claims.map((c) => <li key={c.id}>{card(c)}</li>)}</ul>
          </section>
        ))}
        {view.reading.diagnostics.length > 0 && (
          <details class="diagnostics">
            <summary>{t("diagnostics", { count: view.reading.diagnostics.length })}</summary>
            <ul>{view.reading.diagnostics.map((d, i) => <li key={i}><code>{d.code}</code> <span lang="en" dir="ltr">{d.message}</span></li>)}</ul>
          </details>
        )}
      </div>
    </div>
  );
}

const verbs: readonly { kind: "accept" | "reject" | "unsure"; icon: IconName; key: string }[] = [
  { kind: "accept", icon: "check", key: "A" },
  { kind: "reject", icon: "close", key: "R" },
  { kind: "unsure", icon: "unsure", key: "U" },
];

/** What one can say of a claim. */
export function Actions({ judge, edit }: { judge: (kind: "accept" | "reject" | "unsure") => void; edit: () => void }) {
  return (
    <div class="actions" role="group" aria-label={t("judge")}>
      {verbs.map(({ kind, icon, key }) => (
        <button key={kind} type="button" class={`button act-${kind}`} onClick={() => judge(kind)}><Icon name={icon} />{t(kind)}<kbd dir="ltr" aria-hidden="true">{key}</kbd></button>
      ))}
      <button type="button" class="button act-edit" onClick={edit}><Icon name="edit" />{t("edit")}<kbd dir="ltr" aria-hidden="true">E</kbd></button>
    </div>
  );
}

type Use = RefField | "evidence" | "figure" | "time";
const uses: Record<Claim["kind"], readonly { field: Use; role: Role }[]> = {
  event: [{ field: "evidence", role: "act" }, { field: "agents", role: "who" }, { field: "targets", role: "whom" }, { field: "places", role: "place" }, { field: "time", role: "time" }, { field: "sources", role: "source" }],
  figure: [{ field: "figure", role: "figure" }, { field: "unit", role: "whom" }, { field: "places", role: "place" }, { field: "time", role: "time" }, { field: "sources", role: "source" }],
  state: [{ field: "evidence", role: "act" }, { field: "subject", role: "who" }, { field: "objects", role: "whom" }, { field: "places", role: "place" }, { field: "time", role: "time" }, { field: "sources", role: "source" }],
  statement: [{ field: "evidence", role: "said" }, { field: "sources", role: "source" }],
};

/** What can be made of chosen words: a field of the claim that is lit, or a claim of their own. */
function WordBar({ words, claim, add, use, close }: { words: Span; claim: Claim | null; add: (kind: Claim["kind"]) => void; use: (field: Use) => void; close: () => void }) {
  return (
    <div class="word-bar" role="toolbar" aria-label={t("chosen-words")}>
      <q dir="auto">{words.text}</q>
      {claim && (
        <div class="word-uses">
          <span class="soft small">{t("use-as")}</span>
          {uses[claim.kind].map(({ field, role }) => <button key={field} type="button" class="use" onClick={() => use(field)}><span class={`m m-${role}`}>{t(`role-${role}`)}</span></button>)}
        </div>
      )}
      <div class="word-uses">
        <span class="soft small">{t("new-claim")}</span>
        {(["event", "figure", "state"] as const).map((kind) => <button key={kind} type="button" class="use" onClick={() => add(kind)}>{t(`kind-${kind}`)}</button>)}
      </div>
      <button type="button" class="tool" aria-label={t("close")} onClick={close}><Icon name="close" /></button>
    </div>
  );
}
