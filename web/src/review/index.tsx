import "../report/report.css";
import "./review.css";
import { useComputed, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { post, Problem } from "../app/api";
import { dayText, hasText, momentText, number, t, word } from "../app/i18n";
import { useKeys } from "../app/keys";
import { revision } from "../app/live";
import { useLoad } from "../app/load";
import { usePages } from "../app/pages";
import { address, param, route, setParams } from "../app/router";
import { mayDecide, me } from "../app/session";
import type { Claim, Span } from "../app/types";
import { decide, type Kept } from "../app/undo";
import { Actions, type ReportAnswer, useReport } from "../report/index";
import { ClaimBody, verdictOf } from "../report/ClaimCard";
import { ClaimForm } from "../report/ClaimForm";
import { changes, type Draft, draftOf } from "../report/draft";
import { linesOf, sentenceAt } from "../report/lines";
import { View } from "../report/marks";
import { Speaker } from "../report/Speaker";
import { Legend, ReportText } from "../report/Text";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icon";
import { say } from "../ui/Toasts";
import { Trouble } from "../ui/Trouble";
import { VirtualList } from "../ui/VirtualList";
import { Waiting } from "../ui/Waiting";
import { Agreement } from "./Agreement";

/** A reason to look at a claim. */
interface Doubt {
  readonly code: string;
  readonly points: number;
  readonly text: string;
  readonly about?: string | null;
  readonly number?: number | null;
}

/** A claim as the queue tells it. */
interface Waiter {
  readonly key: string;
  /** Its number in the reading: "c3". */
  readonly id: string;
  readonly report: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly kind: string;
  /** Codes: type and mode of an event, measure and number of a figure, predicate of a state. */
  readonly what: string;
  readonly words: string | null;
  readonly doubt: number;
  readonly weight: number;
  readonly state: string;
  readonly assigned: readonly string[];
  readonly why: readonly Doubt[];
  readonly event: string | null;
}

interface ClaimAnswer extends Waiter {
  readonly decisions: readonly Kept[];
}

const queues = ["unreviewed", "mine", "disagreements", "unsure", "done", "agreement"] as const;

/** One claim after another, the doubtful and weighty first. */
export default function Review() {
  const queue = param("queue") || "unreviewed";
  return (
    <div class="review">
      <header class="review-top">
        <h1 class="visually-hidden">{t("nav-review")}</h1>
        <nav class="tabs" aria-label={t("queues")}>
          {queues.map((one) => (
            <a key={one} href={address("review", "", one === "unreviewed" ? {} : { queue: one })} aria-current={queue === one ? "page" : undefined}>{t(`queue-${one}`)}</a>
          ))}
        </nav>
      </header>
      {queue === "agreement" ? <Agreement /> : <Desk key={queue} queue={queue} />}
    </div>
  );
}

function Desk({ queue }: { queue: string }) {
  const pages = usePages<Waiter>(() => (route.value.screen === "review" && (param("queue") || "unreviewed") === queue ? { path: "review", params: { queue } } : null), 50);
  const { items, total, problem, waiting } = pages.state.value;
  const key = param("claim") || items[0]?.key || "";
  const at = items.findIndex((one) => one.key === key);
  const step = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) setParams({ claim: next.key });
  };
  // What is next is settled before a decision takes the claim out of the queue, so that one never jumps.
  const onward = () => {
    const next = items[at + 1] ?? items[at - 1];
    setParams({ claim: next && next.key !== key ? next.key : null });
  };
  if (problem) return <Trouble problem={problem} again={pages.again} />;
  if (waiting && items.length === 0) return <Waiting />;
  if (total === 0 && !param("claim")) return <Empty title={t(`queue-empty-${queue}`)}><p>{t("queue-empty-next")}</p><a class="button" href={address("reports")}>{t("nav-reports")}</a></Empty>;
  return (
    <div class="review-desk">
      <aside class="queue" aria-label={t("queue")}>
        <p class="queue-total soft small" aria-live="polite">{t("queue-count", { count: total })}</p>
        <VirtualList count={items.length} height={74} label={t("queue")} current={at} reached={(i) => { if (i > items.length - 15) pages.more(); }} row={(i) => <QueueRow item={items[i]!} lit={items[i]?.key === key} />} />
      </aside>
      {key && <OneClaim key={key} claimKey={key} place={at} total={total} step={step} onward={onward} />}
    </div>
  );
}

function QueueRow({ item, lit }: { item: Waiter; lit: boolean }) {
  const open = () => setParams({ claim: item.key });
  return (
    <button type="button" class={lit ? "queue-row lit" : "queue-row"} aria-current={lit ? "true" : undefined} onClick={open}>
      <span class="queue-what"><b>{word(item.kind === "figure" ? "measure" : item.kind === "state" ? "predicate" : "type", item.what.split(" ")[0])}</b> {item.words && <q dir="auto">{item.words}</q>}</span>
      <span class="soft small queue-of"><bdi>{item.outlet}</bdi>{item.published && <> · {dayText(item.published, true)}</>}</span>
      <Doubts doubt={item.doubt} weight={item.weight} />
    </button>
  );
}

/** Doubt and weight as two short bars, with words for those who do not see them. */
function Doubts({ doubt, weight }: { doubt: number; weight: number }) {
  return (
    <span class="doubts">
      <span class="visually-hidden">{t("doubt-and-weight", { doubt: Math.round(doubt), weight: Math.round(weight) })}</span>
      <span class="bar-doubt" aria-hidden="true" title={t("doubt")}><span style={{ inlineSize: `${Math.min(100, doubt)}%` }} /></span>
      <span class="bar-weight" aria-hidden="true" title={t("weight")}><span style={{ inlineSize: `${Math.min(100, weight * 5)}%` }} /></span>
    </span>
  );
}

/** Codes of what makes a claim matter; the others make it doubtful. */
const weights = new Set(["violence", "coercion", "control", "casualties", "number", "other", "killed", "headline"]);

const reasonText = (doubt: Doubt): string => {
  const key = `why-${doubt.code}`;
  return hasText(key) ? t(key, { about: doubt.code === "status" ? word("status", doubt.about) : (doubt.about ?? ""), number: doubt.number ?? 0 }) : doubt.text;
};

function OneClaim({ claimKey, place, total, step, onward }: { claimKey: string; place: number; total: number; step: (by: number) => void; onward: () => void }) {
  const asked = useLoad<ClaimAnswer>(() => ({ path: `claims/${encodeURIComponent(claimKey)}` }));
  const report = useComputed(() => asked.value.value?.report);
  const loaded = useReport(() => report.value);
  const problem = asked.value.problem ?? loaded.problem;
  if (problem) return <Trouble problem={problem} again={() => { asked.again(); loaded.again(); }} />;
  if (!asked.value.value || !loaded.answer) return <Waiting />;
  const claim = loaded.answer.reading.claims.find((c) => c.key === claimKey);
  if (!claim) return <Empty title={t("claim-gone")}><p>{t("claim-gone-next")}</p><History decisions={asked.value.value.decisions} /></Empty>;
  return <ClaimPage answer={loaded.answer} about={asked.value.value} claim={claim} place={place} total={total} step={step} onward={onward} />;
}

function ClaimPage({ answer, about, claim, place, total, step, onward }: { answer: ReportAnswer; about: ClaimAnswer; claim: Claim; place: number; total: number; step: (by: number) => void; onward: () => void }) {
  const view = useMemo(() => new View(answer.reading), [answer]);
  const chosen = useSignal<Span | null>(null);
  const editing = useSignal(false);
  const whole = useSignal(false);
  const { report } = view.reading;
  const trigger = claim.evidence[0];
  const inTitle = trigger?.field === "title";
  const near = useMemo(() => contextOf(report.text, inTitle ? { start: 0, end: 0 } : (trigger ?? { start: 0, end: 0 })), [report.text, claim.id]);

  const judge = async (kind: "accept" | "reject" | "unsure") => {
    if (mayDecide.peek() && (await decide({ kind, claims: [claim.key] }, t(`said-${kind}`)))) onward();
  };
  const save = async (draft: Draft, note: string) => {
    const changed = changes(draftOf(claim), draft);
    if (!changed) {
      say(t("nothing-changed"));
      return;
    }
    if (await decide({ kind: "edit", claims: [claim.key], ...changed, ...(note.trim() ? { note: note.trim() } : {}) }, t("said-edit"))) {
      editing.value = false;
      onward();
    }
  };
  useKeys("review", {
    KeyJ: { text: "key-next-claim", run: () => step(1) },
    KeyK: { text: "key-previous-claim", run: () => step(-1) },
    KeyA: { text: "accept", run: () => void judge("accept"), when: mayDecide.peek },
    KeyR: { text: "reject", run: () => void judge("reject"), when: mayDecide.peek },
    KeyU: { text: "unsure", run: () => void judge("unsure"), when: mayDecide.peek },
    KeyE: { text: "edit", run: () => (editing.value = true), when: mayDecide.peek },
    KeyT: { text: "key-text", run: () => document.querySelector<HTMLElement>("article.text")?.focus() },
    KeyW: { text: "key-whole", run: () => (whole.value = !whole.peek()) },
    Escape: { text: "key-leave", run: () => (chosen.value = null) },
  });
  return (
    <section class="one-claim" aria-label={t("claim-of", { place: place + 1, total })}>
      <div class="one-main">
        <header class="one-head">
          <p class="report-meta">
            <a href={address("report", report.id, { claim: claim.id })}><b><bdi>{report.outlet ?? report.id}</bdi></b></a>
            {report.published && <time dateTime={report.published}>{dayText(report.published)}</time>}
          </p>
          <p class="one-steps">
            <button type="button" class="tool" aria-label={t("key-previous-claim")} onClick={() => step(-1)} disabled={place <= 0}><Icon name="back" points /></button>
            <span class="soft small num">{place >= 0 ? t("place-of", { place: number(place + 1), total: number(total) }) : ""}</span>
            <button type="button" class="tool" aria-label={t("key-next-claim")} onClick={() => step(1)} disabled={place + 1 >= total}><Icon name="next" points /></button>
          </p>
        </header>
        <div class="paper">
          <Legend view={view} claim={claim} />
          <div class="paper-scroll" data-scrolls>
            <ReportText key={String(whole.value)} view={view} claim={claim} chosen={chosen} choose={() => undefined} {...(whole.value ? {} : { only: (start: number, end: number) => end >= near.start && start <= near.end })} />
          </div>
          <button type="button" class="button quiet whole" aria-pressed={whole.value} onClick={() => (whole.value = !whole.value)}>{t(whole.value ? "only-context" : "whole-report")} <kbd dir="ltr" aria-hidden="true">W</kbd></button>
        </div>
        {editing.value
          ? <ClaimForm view={view} first={draftOf(claim)} claim={claim} chosen={chosen} save={save} cancel={() => (editing.value = false)} />
          : (
            <div class="claim lit big">
              <p class="one-speaker"><Speaker view={view} sources={claim.sources} /></p>
              <ClaimBody view={view} claim={claim} event={about.event ?? null} verdict={verdictOf(about.decisions, claim.key)} />
              {mayDecide.value && <Actions judge={(kind) => void judge(kind)} edit={() => (editing.value = true)} />}
            </div>
          )}
      </div>
      <aside class="one-side">
        {about.assigned.length > 1 && about.assigned.includes(me.value?.user ?? "") && (about.state === "open" || about.state === "waiting") && <p class="note">{t("blind")}</p>}
        {about.state === "disagreed" && <p class="note">{t("disagreed")}</p>}
        <h2>{t("why-here")}</h2>
        <ul class="why">
          {about.why.map((doubt, i) => <li key={i} class={weights.has(doubt.code) ? "why-weight" : ""}>{reasonText(doubt)}</li>)}
        </ul>
        <Assign about={about} claimKey={claim.key} />
        <History decisions={about.decisions} />
      </aside>
    </section>
  );
}

/** The lines around a claim's sentence: its own, and one on each side. */
function contextOf(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const sentence = sentenceAt(text, span.start, span.end);
  const lines = linesOf(text).filter((line) => line.text.trim() !== "");
  const first = lines.findIndex((line) => line.end >= sentence.start);
  const last = lines.findLastIndex((line) => line.start <= sentence.end);
  return { start: lines[Math.max(0, first - 1)]?.start ?? 0, end: lines[Math.min(lines.length - 1, last + 1)]?.end ?? text.length };
}

/** Who is to code a claim. A second coder does not see what the first decided. */
function Assign({ about, claimKey }: { about: ClaimAnswer; claimKey: string }) {
  const name = useSignal("");
  const mine = me.value?.user ?? "";
  const assign = async (to: string) => {
    if (to.trim() === "") return;
    try {
      await post("review/assign", { claims: [claimKey], to: to.trim() });
      revision.value++;
      name.value = "";
      say(t("assigned-to", { name: to.trim() }));
    } catch (error) {
      say(error instanceof Problem ? `${error.title}${error.detail ? `: ${error.detail}` : ""}` : String(error), { bad: true });
    }
  };
  if (!mayDecide.value) return null;
  const coders = about.assigned;
  return (
    <section>
      <h2>{t("coders")}</h2>
      <p class="chips">{coders.length === 0 ? <span class="soft">{t("nobody-assigned")}</span> : coders.map((one) => <span key={one} class="chip plain"><bdi>{one}</bdi></span>)}</p>
      <form class="assign" onSubmit={(e) => { e.preventDefault(); void assign(name.value); }}>
        <input class="input" dir="auto" aria-label={t("assign-name")} placeholder={t("assign-name")} value={name.value} onInput={(e) => (name.value = e.currentTarget.value)} />
        <button class="button">{t("assign")}</button>
      </form>
      {mine && !coders.includes(mine) && <button type="button" class="button quiet" onClick={() => void assign(mine)}>{t("assign-me")}</button>}
    </section>
  );
}

function History({ decisions }: { decisions: readonly Kept[] }) {
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2>{t("history")}</h2>
      <ol class="history">
        {[...decisions].reverse().map((one) => (
          <li key={one.number} class={one.withdrawn ? "withdrawn" : ""}>
            <b>{t(`verdict-${one.kind}`)}</b> {one.person && <bdi>{one.person}</bdi>}{one.withdrawn && <span class="tag">{t("withdrawn")}</span>}
            {one.made && <time class="soft small" dateTime={one.made}> {momentText(one.made)}</time>}
            {one.note && <p dir="auto">{one.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
