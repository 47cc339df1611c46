import { describe, expect, it } from "vitest";
import type { EventClaim, Step, Telling } from "../src/event/answer";
import { branchesOf, chainsOf } from "../src/event/chains";
import { foldedReports } from "../src/event/ChainTree";

const step = (name: string, kind: string): Step => ({ name, kind });
let keys = 0;
const claim = (witness: string, steps: readonly Step[], status = "happened"): EventClaim => ({ key: `k${++keys}`, id: `c${keys}`, kind: "event", words: "…", status, claimant: witness, chain: "", chains: [{ witness, steps }] });
const telling = (outlet: string, claims: readonly EventClaim[], copyOf: string | null = null): Telling => ({ report_id: `r-${outlet}`, outlet, published: "2021-03-10", claims, copy_of: copyOf, because: [] });
const witness = (key: string, name: string, kind: string) => ({ key, name, kind, chains: [] });

const monitor = step("Monitor", "monitor");
const agency = step("Agency", "agency");
const paper = (name: string) => step(name, "outlet");

describe("chains of an event", () => {
  const event = {
    witnesses: [witness("monitor", "Monitor", "monitor"), witness("medic", "A medic", "anonymous")],
    tellings: [
      telling("A", [claim("monitor", [monitor, paper("A")]), claim("outlet:A", [paper("A")])]),
      telling("B", [claim("monitor", [monitor, paper("B")])], "r-A"),
      telling("C", [claim("medic", [step("A medic", "anonymous"), agency, paper("C")]), claim("monitor", [monitor, agency, paper("C")])]),
      telling("D", [claim("ministry", [step("Ministry", "office"), paper("D")], "denied")]),
    ],
  };
  const chains = chainsOf(event);
  const named = (name: string) => chains.nodes.find((n) => n.name === name)!;

  it("have everybody once", () => {
    expect(chains.nodes.map((n) => n.name).sort()).toEqual(["A", "A medic", "Agency", "C", "D", "Ministry", "Monitor"]);
  });
  it("run from witnesses to outlets", () => {
    expect(chains.columns).toBe(3);
    expect(["Monitor", "A medic", "Ministry"].map((n) => named(n).column)).toEqual([0, 0, 0]);
    expect(named("Agency").column).toBe(1);
    expect(["A", "C", "D"].map((n) => named(n).column)).toEqual([2, 2, 2]);
  });
  it("fold near-copies into the first", () => {
    const [report, ...more] = foldedReports(named("A"));
    expect(more).toEqual([]);
    expect(report!.outlet).toBe("A");
    expect(report!.copies.map((c) => c.outlet)).toEqual(["B"]);
  });
  it("leave out the outlet's own headline, which the ledger does not count", () => {
    expect(chains.nodes.filter((n) => n.kind === "own-words")).toEqual([]);
  });
  it("tell a denial apart", () => {
    expect(chains.links.filter((l) => l.denies).map((l) => l.from)).toEqual([named("Ministry").key]);
  });
  it("lead long lines through free spots", () => {
    const long = chains.links.filter((l) => l.from === named("Monitor").key && l.to === named("A").key);
    expect(long).toHaveLength(1);
    expect(long[0]!.through).toHaveLength(1);
    expect(chains.order[1]).toContain(long[0]!.through[0]);
  });
  it("say the same as a list", () => {
    const branches = branchesOf(chains);
    expect(branches.map((b) => b.node.name).sort()).toEqual(["A medic", "Ministry", "Monitor"]);
    const leaves = (b: (typeof branches)[number]): string[] => (b.then.length === 0 ? [b.node.name] : b.then.flatMap(leaves));
    expect(leaves(branches.find((b) => b.node.name === "Monitor")!).sort()).toEqual(["A", "C"]);
  });
});

it("an outlet that tells in its own words is its own witness", () => {
  const chains = chainsOf({ witnesses: [witness("outlet:A", "A", "outlet")], tellings: [telling("A", [claim("outlet:A", [paper("A")])])] });
  expect(chains.nodes.map((n) => [n.kind, n.column, n.witness, n.outlet])).toEqual([["own-words", 0, true, false], ["outlet", 1, false, true]]);
  expect(chains.links).toHaveLength(1);
});
