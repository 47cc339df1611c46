import type { Span } from "../app/types";
import { roles, type Mark } from "./marks";

export type Field = "title" | "text";

/** A piece of text on the page, with its place in the report. */
interface Anchor {
  readonly node: Text;
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds places of the report on the page and the other way round, and paints marks there with the CSS Custom Highlight API: no element
 * is put around letters, so they stay joined, and marks may overlap as they like.
 */
export class Paint {
  private readonly anchors: Anchor[] = [];

  constructor(root: HTMLElement) {
    for (const element of root.querySelectorAll<HTMLElement>("[data-field]")) {
      const node = element.firstChild;
      if (!(node instanceof Text)) continue;
      const start = Number(element.dataset["start"]);
      this.anchors.push({ node, field: element.dataset["field"] as Field, start, end: start + node.data.length });
    }
  }

  /** The range of a piece of the report, or null if it is not on the page. */
  range(where: Span): Range | null {
    const field = where.field ?? "text";
    const inside = this.anchors.filter((a) => a.field === field && a.start < where.end && a.end > where.start);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(first.node, Math.max(0, where.start - first.start));
    range.setEnd(last.node, Math.min(last.node.data.length, where.end - last.start));
    return range;
  }

  /** The place in the report of a point in the page's text. */
  place(node: Node | null, offset: number): { field: Field; offset: number } | null {
    const anchor = this.anchors.find((a) => a.node === node || a.node.parentNode === node);
    if (!anchor) return null;
    const within = anchor.node === node ? offset : offset === 0 ? 0 : anchor.node.data.length;
    return { field: anchor.field, offset: anchor.start + within };
  }

  /** What is selected, as a piece of the report. */
  selected(selection: Selection | null): Span | null {
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const [from, to] = [this.place(range.startContainer, range.startOffset), this.place(range.endContainer, range.endOffset)];
    if (!from || !to || from.field !== to.field || from.offset >= to.offset) return null;
    return { start: from.offset, end: to.offset, field: from.field === "title" ? "title" : null };
  }

  /** The place in the report under a point of the window. */
  under(x: number, y: number): { field: Field; offset: number } | null {
    const doc = document as Document & { caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null };
    const at = doc.caretPositionFromPoint?.(x, y);
    if (at) return this.place(at.offsetNode, at.offset);
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? this.place(range.startContainer, range.startOffset) : null;
  }

  /** Paints words under a name that the style sheet knows; nothing takes the paint away. */
  mark(name: string, where: readonly Span[], priority = 0): void {
    if (!paints) return;
    const ranges = where.map((span) => this.range(span)).filter((range) => range !== null);
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }

  /** Paints the marks of a claim in place of those before. */
  show(marks: readonly Mark[]): void {
    roles.forEach((role, i) => this.mark(role, marks.filter((m) => m.role === role).map((m) => m.where), i + 2));
  }
}

const paints = typeof CSS !== "undefined" && "highlights" in CSS;

/** Takes all paint away. */
export function clearPaint(): void {
  if (paints) CSS.highlights.clear();
}
