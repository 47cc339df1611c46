import { describe, expect, it } from "vitest";
import { digitsIn, lineAt, linesOf, sentenceAt, trim, wordsOf } from "../src/report/lines";
import { claimsAt, marksOf, View } from "../src/report/marks";
import type { Reading } from "../src/app/types";

const text = "قُتل 3 مدنيين 😀 في حلب.\r\nAnd \"two\" more — قالت رويترز.\n\nآخر سطر";

describe("offsets", () => {
  it("of lines are those of the text as given, in UTF-16", () => {
    const lines = linesOf(text);
    for (const line of lines) expect(text.slice(line.start, line.end)).toBe(line.text);
    expect(lines.map((l) => l.text)).toEqual(["قُتل 3 مدنيين 😀 في حلب.", "And \"two\" more — قالت رويترز.", "", "آخر سطر"]);
    expect(lineAt(lines, text.indexOf("two"))).toBe(1);
    expect(lineAt(lines, 0)).toBe(0);
    expect(lineAt(lines, text.length)).toBe(3);
  });

  it("never part a surrogate pair, and lose spaces and signs of direction at both ends", () => {
    const face = text.indexOf("😀");
    expect(trim(text, face + 1, face + 2)).toEqual({ start: face, end: face + 2 });
    expect(trim("\u2067 حلب \u2069", 0, 7)).toEqual({ start: 2, end: 5 });
    expect(trim("   ", 0, 3)).toBeNull();
    expect(trim(text, 7, 3)).toEqual(trim(text, 3, 7));
  });

  it("of words cover letters with marks and both scripts", () => {
    const words = wordsOf(text, "ar").map((w) => text.slice(w.start, w.end));
    expect(words).toEqual(["قُتل", "3", "مدنيين", "في", "حلب", "And", "two", "more", "قالت", "رويترز", "آخر", "سطر"]);
  });

  it("of sentences end at their signs and at lines", () => {
    const two = "وصل الوفد. قال إن 3.5 ملايين نزحوا؟ ثم غادر.";
    const at = two.indexOf("ملايين");
    const { start, end } = sentenceAt(two, at, at + 6);
    expect(two.slice(start, end)).toBe("قال إن 3.5 ملايين نزحوا؟");
  });

  it("of digits are read in both kinds", () => {
    expect([digitsIn("أكثر من ٣٧٠ مدنيا"), digitsIn("1,204 أسرة"), digitsIn("١٬٢٠٤"), digitsIn("سبعة")]).toEqual([370, 1204, 1204, null]);
  });
});

const span = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length, text: words };
};
const reading = {
  report: { id: "r", outlet: "الجريدة", text },
  entities: [
    { id: "e1", kind: "people", name: "مدنيين", mentions: [span("مدنيين")] },
    { id: "e2", kind: "place", name: "Aleppo", names: { ar: "حلب" }, mentions: [span("حلب")] },
    { id: "e3", kind: "organisation", name: "رويترز", mentions: [span("رويترز")] },
  ],
  sources: [{ id: "s0", kind: "outlet", name: "الجريدة" }, { id: "s1", kind: "agency", entity: "e3", via: "s0", cue: span("قالت") }],
  claims: [
    { id: "c1", key: "k1", kind: "event", type: "ASSAULT", sources: ["s1"], stance: "states", evidence: [span("قُتل")], status: "happened", polarity: "affirmed", assertion: "asserted", time: null, places: ["e2"], happening: "h1", agents: [], targets: ["e1"] },
    { id: "c2", key: "k2", kind: "figure", measure: "killed", unit: "e1", low: 3, high: 3, bound: "exact", sources: ["s0"], stance: "states", evidence: [span("3 مدنيين")], status: "happened", polarity: "affirmed", assertion: "asserted", time: null, places: [], happening: null },
  ],
  relations: [], diagnostics: [],
} as unknown as Reading;

describe("marks", () => {
  const view = new View(reading);
  it("light trigger, participants, place and the whole chain of attribution", () => {
    const marks = marksOf(view, reading.claims[0]!).map((m) => `${m.role} ${text.slice(m.where.start, m.where.end)}`);
    expect(marks).toEqual(["act قُتل", "whom مدنيين", "place حلب", "source قالت", "source رويترز"]);
  });

  it("find the claims at a place, triggers first", () => {
    expect(claimsAt(view, "text", text.indexOf("مدنيين") + 1).map((c) => c.id)).toEqual(["c2"]);
    expect(claimsAt(view, "title", 1)).toEqual([]);
  });

  it("group claims by who says so, and name the chain to the outlet", () => {
    expect(view.bySpeaker().map((g) => g.sources.join())).toEqual(["s1", "s0"]);
    expect(view.chain("s1").map((s) => view.speaker(s, "ar"))).toEqual(["رويترز", "الجريدة"]);
    expect([view.name("e2", "ar"), view.name("e2", "en")]).toEqual(["حلب", "Aleppo"]);
  });
});
