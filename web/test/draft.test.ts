import { describe, expect, it } from "vitest";
import type { Claim } from "../src/app/types";
import { added, changes, draftOf, faultsOf, newDraft, takeWords } from "../src/report/draft";
import { wholeDay } from "../src/ui/days";

const figure = {
  id: "c1", key: "k", kind: "figure", measure: "killed", unit: "e1", low: 7, high: null, bound: "at-least", sources: ["s1"], stance: "states",
  evidence: [{ start: 4, end: 15, text: "سبعة مدنيين" }], status: "happened", polarity: "affirmed", assertion: "asserted", time: { start: "2021-03-09", end: "2021-03-09", precision: "day", relation: "at" }, places: ["e2"], happening: null,
} as unknown as Claim;

describe("corrections", () => {
  it("hold only what differs, as it was and as it is to be", () => {
    const before = draftOf(figure);
    expect(changes(before, before)).toBeNull();
    expect(changes(before, { ...before, low: "٨", bound: "exact", high: "8" })).toEqual({ before: { bound: "at-least", low: 7, high: null }, after: { bound: "exact", low: 8, high: 8 } });
  });

  it("take words of the text into fields, with the number that stands in them", () => {
    const words = { start: 20, end: 30, text: "12 شخصا" };
    const taken = takeWords(draftOf(figure), "figure", words);
    expect([taken.low, taken.high, taken.evidence[0]]).toEqual(["12", "12", words]);
    expect(takeWords(draftOf(figure), "unit", words).unit).toEqual([words]);
    expect(takeWords(draftOf(figure), "places", words).places).toEqual(["e2", words]);
  });

  it("write months and years as days, and refuse what is none", () => {
    const draft = { ...draftOf(figure), start: "2021-02", end: "2021-02", precision: "month" };
    expect(changes(draftOf(figure), draft)!.after["time"]).toEqual({ start: "2021-02-01", end: "2021-02-28", precision: "month", relation: "at" });
    expect(faultsOf({ ...draft, start: "2021-13" }).start).toBe("fault-day");
    expect(faultsOf({ ...draft, start: "2021-05", end: "2021-04" }).end).toBe("fault-order");
    expect([wholeDay("2024-02-30", false), wholeDay("2020", true), wholeDay("", false)]).toEqual([null, "2020-12-31", ""]);
  });

  it("refuse numbers that are none or lie the wrong way round", () => {
    const draft = draftOf(figure);
    expect(faultsOf({ ...draft, low: "many" }).low).toBe("fault-number");
    expect(faultsOf({ ...draft, low: "9", high: "3" }).high).toBe("fault-order");
    expect(faultsOf({ ...draft, low: "", high: "" }).low).toBe("fault-number-missing");
  });

  it("make new claims at chosen words", () => {
    const made = added(newDraft("figure", { start: 1, end: 8, text: "١٢ شخصا" }, "s0"));
    expect(made).toMatchObject({ kind: "figure", measure: "killed", low: 12, high: 12, sources: ["s0"], evidence: [{ start: 1, end: 8 }], time: null });
    expect(made).not.toHaveProperty("agents");
  });
});
