import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reasonOf } from "../src/event/reasons";

const ledger = (file: string) => readFileSync(new URL(`../../src/Isnad.Ledger/${file}`, import.meta.url), "utf8");

/** Sentences that the ledger's source can say, with something in each gap. */
function sentences(source: string, calls: RegExp): string[] {
  return [...source.matchAll(calls)].map((found) => found[1]!.replaceAll(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "12"));
}

describe("reasons of the ledger", () => {
  it("are all known, so that all can be said in each language", () => {
    const said = [
      ...sentences(ledger("Merging/Affinity.cs"), /(?: Add\((?:[^"\n]|== "[a-z]+")*, |NeverFor\()\$?"([^"]+)"/g),
      ...sentences(ledger("Events/Grading.cs"), /new Dispute\("[a-z]+", \$"([^"]+)"/g),
    ];
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((sentence) => reasonOf(sentence) === null)).toEqual([]);
  });
  it("have their points apart", () => {
    expect(reasonOf("the same place: Saraqib (+12)")).toEqual({ key: "place", args: { one: "Saraqib" }, points: 12 });
    expect(reasonOf("different numbers killed: 3 and 5 (-1)")).toEqual({ key: "numbers-differ", args: { measure: "killed", one: "3", other: "5" }, points: -1 });
    expect(reasonOf("the same building: A (B) (+6)")?.args).toEqual({ one: "A (B)" });
  });
  it("that nobody knows stay as they are", () => expect(reasonOf("something new")).toBeNull());
});
