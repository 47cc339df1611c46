import { describe, expect, it } from "vitest";
import { address, parseAddress } from "../src/app/router";

describe("addresses", () => {
  it("are read back as they were written", () => {
    const cases = [
      ["report", "sample-01", { claim: "c3" }],
      ["report", "https://example.org/a b?x=1&y=2#z", {}],
      ["report", "تقرير/الأول", { claim: "c1" }],
      ["events", "", { type: ["ASSAULT", "COERCE"], text: "\"قصف المدفعية\"" }],
      ["search", "", { q: "a & b = c + d" }],
    ] as const;
    for (const [screen, id, params] of cases) {
      const url = new URL(address(screen, id, params), "http://desk");
      const route = parseAddress(url.pathname, url.search);
      expect(route.screen).toBe(screen);
      expect(route.id).toBe(id.split("/").filter(Boolean).join("/"));
      for (const [key, value] of Object.entries(params)) expect(route.params.getAll(key)).toEqual([value].flat());
    }
  });

  it("leave out what is not set, so that one state has one address", () => {
    expect(address("events", "", { text: "", type: null, from: undefined, disputed: false, page: 2 })).toBe("/events?page=2");
    expect(address("review")).toBe("/review");
  });

  it("are never a reason to fail", () => {
    expect(parseAddress("/report/%E0%A4%A", "?claim=%E0%A4%A").id).toBe("%E0%A4%A");
    expect(parseAddress("", "").screen).toBe("");
    expect(parseAddress("//", "").screen).toBe("");
  });
});
