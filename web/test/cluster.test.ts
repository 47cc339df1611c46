import { describe, expect, it } from "vitest";
import { areasOf } from "../src/map/areas";
import { chosenRows, rowsAt, rowsWithin } from "../src/map/choices";
import { clustersOf, sharesOf, stacksOf } from "../src/map/cluster";
import { scaleOf } from "../src/map/mercator";
import { Points } from "../src/map/points";
import { answerOf, type Made } from "./made";

const all = (points: Points) => points.within(null);
const spread = (count: number): Made[] => Array.from({ length: count }, (_, i) => ({ lat: 30 + ((i * 7919) % 1000) / 100, lon: 35 + ((i * 104729) % 1000) / 100, disputed: i % 11 === 0 }));

describe("stacks and clusters", () => {
  it("keep every event, once", () => {
    const points = new Points(answerOf(spread(700)));
    for (const zoom of [2, 5, 8, 12]) {
      const clusters = clustersOf(stacksOf(points, all(points)), zoom, 46);
      const rows = clusters.flatMap((c) => c.stacks.flatMap((s) => s.rows)).sort((a, b) => a - b);
      expect(rows).toEqual(Array.from({ length: 700 }, (_, i) => i));
      expect(clusters.reduce((sum, c) => sum + c.count, 0)).toBe(700);
      expect(clusters.reduce((sum, c) => sum + c.disputed, 0)).toBe(64);
    }
  });
  it("stand at a real place, the largest of theirs", () => {
    const points = new Points(answerOf([{ lat: 35, lon: 36 }, { lat: 35.01, lon: 36.01 }, { lat: 35.01, lon: 36.01 }]));
    const [cluster, ...more] = clustersOf(stacksOf(points, all(points)), 5, 46);
    expect(more).toEqual([]);
    expect([cluster!.x, cluster!.y]).toEqual([points.x[1], points.y[1]]);
    expect(cluster!.stacks.map((s) => s.rows)).toEqual([[1, 2], [0]]);
  });
  it("never lie on each other", () => {
    const points = new Points(answerOf(spread(700)));
    const clusters = clustersOf(stacksOf(points, all(points)), 6, 46);
    const scale = scaleOf(6);
    expect(clusters.length).toBeGreaterThan(20);
    for (const a of clusters) for (const b of clusters) if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y) * scale).toBeGreaterThan(46);
  });
  it("part when one comes near enough", () => {
    const points = new Points(answerOf([{ lat: 35, lon: 36 }, { lat: 35.2, lon: 36.2 }]));
    expect(clustersOf(stacksOf(points, all(points)), 5, 46)).toHaveLength(1);
    expect(clustersOf(stacksOf(points, all(points)), 9, 46)).toHaveLength(2);
  });
  it("tell how many of each family they hold", () => {
    const points = new Points(answerOf([{ type: "ASSAULT" }, { type: "ASSAULT" }, { type: "PROTEST" }, { type: null }]));
    expect(sharesOf(points, clustersOf(stacksOf(points, all(points)), 5, 46)[0]!)).toEqual([2, 0, 1, 0, 0, 0, 1]);
  });
});

describe("areas", () => {
  const points = new Points(answerOf([
    { precision: "settlement" },
    { precision: "governorate", place: "Idlib", country: "SYR" },
    { precision: "governorate", place: "Idlib", country: "SYR", disputed: true },
    { precision: "country", place: "Syria", country: "SYR", lat: 34.8, lon: 38.9 },
    { precision: "unknown", place: "A village", country: "SYR", lat: 36, lon: 37 },
    { lat: null, lon: null, precision: null, place: null },
  ]));
  it("hold what is no point, and points hold nothing of it", () => {
    expect(stacksOf(points, all(points)).flatMap((s) => s.rows)).toEqual([0]);
    const areas = areasOf(points, all(points), 6);
    expect(areas.map((a) => [a.reach, a.rows, a.disputed])).toEqual([["division", [1, 2], 1], ["country", [3], 0], ["around", [4], 0]]);
  });
  it("are told with their country from afar", () => {
    expect(areasOf(points, all(points), 3).map((a) => [a.key, a.rows])).toEqual([["SYR", [1, 2, 3, 4]]]);
  });
});

describe("choices", () => {
  const points = new Points(answerOf([
    { type: "ASSAULT", first: 10 }, { type: "PROTEST", first: 12, grade: "corroborated" }, { type: "ASSAULT", first: 5, last: 20, disputed: true }, { type: "ASSAULT", first: null },
  ]));
  const none = { families: [], grade: "", onlyDisputed: false } as const;
  it("keep the order of the list", () => {
    expect([...chosenRows(points, none)]).toEqual([0, 1, 2, 3]);
    expect([...chosenRows(points, { ...none, families: ["violence"] })]).toEqual([0, 2, 3]);
    expect([...chosenRows(points, { ...none, grade: "corroborated" })]).toEqual([1]);
    expect([...chosenRows(points, { ...none, onlyDisputed: true })]).toEqual([2]);
  });
  it("take what touches the days, and nothing without a day", () => {
    expect([...rowsWithin(points, chosenRows(points, none), { from: 11, to: 12 })]).toEqual([1, 2]);
    expect([...rowsWithin(points, chosenRows(points, none), { from: 5, to: 5 })]).toEqual([2]);
    expect([...rowsWithin(points, chosenRows(points, none), null)]).toEqual([0, 1, 2, 3]);
  });
  it("find what happened at one place", () => {
    expect(rowsAt(points, chosenRows(points, none), 1)).toEqual([0, 1, 2, 3]);
    expect(rowsAt(points, chosenRows(points, none), 99)).toEqual([]);
  });
});
