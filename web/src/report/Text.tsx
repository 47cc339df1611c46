import { type Signal, useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { t } from "../app/i18n";
import { isRtl } from "../app/settings";
import type { Claim, Span } from "../app/types";
import { linesOf, trim, wordsOf } from "./lines";
import { claimsAt, marksOf, roles, type View } from "./marks";
import { clearPaint, Paint, type Field } from "./paint";

export interface TextProps {
  readonly view: View;
  readonly claim: Claim | null;
  /** Words that are chosen now. */
  readonly chosen: Signal<Span | null>;
  readonly choose: (claim: Claim) => void;
  /** Only these lines (for one claim in its context); all if it is left out. */
  readonly only?: (start: number, end: number) => boolean;
  readonly hideTitle?: boolean;
}

/** The report as given, with the words of the chosen claim lit. */
export function ReportText({ view, claim, chosen, choose, only, hideTitle }: TextProps) {
  const { report } = view.reading;
  const root = useRef<HTMLElement>(null);
  const paint = useRef<Paint | null>(null);
  const walking = useSignal(false);
  const words = useMemo(() => wordsOf(report.text, report.language), [report.text]);
  const lines = useMemo(() => linesOf(report.text), [report.text]);
  const shown = only ? lines.filter((line) => only(line.start, line.end)) : lines;
  const direction = report.language ? (isRtl(report.language) ? "rtl" : "ltr") : "auto";

  // Before the browser draws, so that no frame shows the marks of the claim before.
  useLayoutEffect(() => {
    const made = new Paint(root.current!);
    paint.current = made;
    const triggers = view.reading.claims.flatMap((c) => (c.kind === "figure" ? [] : c.evidence.slice(0, 1)));
    const figures = view.reading.claims.flatMap((c) => (c.kind === "figure" ? c.evidence.slice(0, 1) : []));
    made.mark("rest", triggers, 0);
    made.mark("rest-figure", figures, 1);
    made.mark("aside", (report.sections ?? []).filter((s) => s.kind === "boilerplate" || s.kind === "related"), 0);
    return clearPaint;
  }, [view, shown.length]);

  useLayoutEffect(() => {
    const made = paint.current!;
    const marks = claim ? marksOf(view, claim) : [];
    made.show(marks);
    const first = marks.find((m) => m.role === "act" || m.role === "figure" || m.role === "said") ?? marks[0];
    if (first) reveal(made.range(first.where), root.current!, marks.map((m) => made.range(m.where)));
  }, [view, claim, shown.length]);

  useLayoutEffect(() => {
    const made = paint.current!;
    made.mark("chosen", chosen.value ? [chosen.value] : [], 20);
  }, [chosen.value, view]);

  const settle = () => {
    const span = paint.current!.selected(getSelection());
    if (!span) return;
    const text = span.field === "title" ? (report.title ?? "") : report.text;
    const cut = trim(text, span.start, span.end);
    if (cut) chosen.value = { ...cut, text: text.slice(cut.start, cut.end), field: span.field ?? null };
  };

  const click = (event: MouseEvent) => {
    if (!getSelection()?.isCollapsed) return;
    const at = paint.current!.under(event.clientX, event.clientY);
    chosen.value = null;
    if (!at) return;
    const found = claimsAt(view, at.field, at.offset);
    if (found.length > 0) choose(found[(found.indexOf(claim!) + 1) % found.length]!);
  };

  /** Words are walked with the arrows: the arrow that points to where lines end goes on. */
  const keys = (event: KeyboardEvent) => {
    const onward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const step = { [onward]: 1, [backward]: -1, ArrowDown: 12, ArrowUp: -12, Home: -1e9, End: 1e9 }[event.key];
    if (event.key === "Escape" && chosen.value) {
      event.preventDefault();
      event.stopPropagation();
      chosen.value = null;
      return;
    }
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || words.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const now = chosen.value?.field === "title" ? null : chosen.value;
    const from = now ?? claim?.evidence.find((e) => e.field !== "title") ?? { start: 0, end: 0 };
    const last = Math.max(0, words.findLastIndex((w) => w.start < from.end));
    const first = Math.max(0, words.findIndex((w) => w.end > from.start));
    const next = Math.min(words.length - 1, Math.max(0, (now ? (step > 0 || event.shiftKey ? last : first) + step : first)));
    const start = event.shiftKey && now ? Math.min(words[first]!.start, words[next]!.start) : words[next]!.start;
    const end = words[next]!.end;
    chosen.value = { start: Math.min(start, end), end, text: report.text.slice(start, end), field: null };
    reveal(paint.current!.range(chosen.value), root.current!);
  };

  return (
    <article
      class="text" ref={root} lang={report.language ?? undefined} dir={direction} tabIndex={0} aria-label={t("report-text")} aria-roledescription={t("report-text-role")}
      onMouseUp={settle} onTouchEnd={settle} onClick={click} onKeyDown={keys} onFocus={() => (walking.value = true)} onBlur={() => (walking.value = false)}
    >
      {report.title && !hideTitle && <h1 data-field={"title" satisfies Field} data-start={0}>{report.title}</h1>}
      {shown.map((line) =>
        line.text.trim() === "" ? null : (
          <p key={line.start} data-field={"text" satisfies Field} data-start={line.start}>{line.text}</p>
        ),
      )}
    </article>
  );
}

/** Brings words into sight, within the box that scrolls them, without moving the page; what belongs to them, too, where it has room. */
function reveal(range: Range | null, root: HTMLElement, also: readonly (Range | null)[] = []): void {
  const box = root.closest<HTMLElement>("[data-scrolls]");
  if (!box || !range) return;
  const frame = box.getBoundingClientRect();
  const edge = Math.min(48, frame.height / 6);
  let { top, bottom } = range.getBoundingClientRect();
  for (const rect of also.map((one) => one?.getBoundingClientRect()).filter((one) => one !== undefined).sort((a, b) => Math.abs(a.top - top) - Math.abs(b.top - top))) {
    const [above, below] = [Math.min(top, rect.top), Math.max(bottom, rect.bottom)];
    if (below - above > frame.height - 2 * edge) break;
    [top, bottom] = [above, below];
  }
  if (top >= frame.top + edge && bottom <= frame.bottom - edge) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.scrollBy({ top: (top + bottom) / 2 - (frame.top + frame.bottom) / 2, behavior: calm ? "instant" : "smooth" });
}

/** What the marks of a claim mean. Each differs from the others in its line, too, not only in colour. */
export function Legend({ view, claim }: { view: View; claim: Claim | null }) {
  if (!claim) return <p class="legend soft">{t("legend-none")}</p>;
  const used = new Set(marksOf(view, claim).map((m) => m.role));
  return (
    <ul class="legend" aria-label={t("legend")}>
      {[...roles].reverse().filter((role) => used.has(role)).map((role) => (
        <li key={role}><span class={`m m-${role}`}>{t(`role-${role}`)}</span></li>
      ))}
    </ul>
  );
}
