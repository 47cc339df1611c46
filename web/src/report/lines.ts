/** A line of a text with its place in it: half-open, in UTF-16 code units, without the sign that ends it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Cuts a text into its lines. Nothing is trimmed: offsets are those of the text as given. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    lines.push({ start, end: match.index, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length, text: text.slice(start) });
  return lines;
}

/** The line that holds an offset, or the last that begins before it. */
export function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Moves both ends off spaces and out of the middle of surrogate pairs; null if nothing is left. */
export function trim(text: string, start: number, end: number): { start: number; end: number } | null {
  if (start > end) [start, end] = [end, start];
  if (isLow(text, start) && start > 0) start--;
  if (isLow(text, end) && end < text.length) end++;
  while (start < end && /[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(text[start]!)) start++;
  while (end > start && /[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}

const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? "") && /[\ud800-\udbff]/.test(text[at - 1] ?? "");

/** The words of a text, for moving from one to the next. */
export function wordsOf(text: string, language: string | null | undefined): { start: number; end: number }[] {
  const words: { start: number; end: number }[] = [];
  for (const part of new Intl.Segmenter(language ?? undefined, { granularity: "word" }).segment(text))
    if (part.isWordLike) words.push({ start: part.index, end: part.index + part.segment.length });
  return words;
}

/** The sentence around a place, by the signs that end sentences and by lines. */
export function sentenceAt(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from > 0 && !/[\n\r]/.test(text[from - 1]!) && !(/[.!?؟۔…]/.test(text[from - 1]!) && /\s/.test(text[from] ?? " "))) from--;
  let to = end;
  while (to < text.length && !/[\n\r]/.test(text[to]!) && !(/[.!?؟۔…]/.test(text[to - 1] ?? "") && /\s/.test(text[to]!) && to > end)) to++;
  return trim(text, from, to) ?? { start, end };
}

/** The first number in words, in Latin or Arabic digits; null if there is none. */
export function digitsIn(words: string): number | null {
  const latin = words.replace(/[٠-٩۰-۹]/g, (d) => String(d.charCodeAt(0) & 15)).replace(/(\d)[,٬](?=\d{3})/g, "$1").replace(/٫/g, ".");
  const found = /\d+(\.\d+)?/.exec(latin);
  return found ? Number(found[0]) : null;
}
