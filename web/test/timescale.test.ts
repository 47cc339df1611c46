import { describe, expect, it } from "vitest";
import { dayNumber, isoDay, Points } from "../src/map/points";
import { binsOf, daysOf, lanesOf, nextOf, startOf, ticksOf, TimeScale, unitFor } from "../src/map/timescale";
import { answerOf } from "./made";

describe("the scale of days", () => {
  const days = { from: 100, to: 199 };
  it("runs from the left, and from the right where it is mirrored", () => {
    const [plain, mirrored] = [new TimeScale(days, 1000, false), new TimeScale(days, 1000, true)];
    expect([plain.x(100), plain.x(200)]).toEqual([0, 1000]);
    expect([mirrored.x(100), mirrored.x(200)]).toEqual([1000, 0]);
    for (const day of [100, 101, 150, 199]) {
      expect(plain.day(plain.x(day) + 5)).toBe(day);
      expect(mirrored.day(mirrored.x(day) - 5)).toBe(day);
      expect(plain.bar({ from: day, to: day }).width).toBeCloseTo(10);
      expect(mirrored.bar({ from: day, to: day }).x + 10).toBeCloseTo(mirrored.x(day));
    }
  });
  it("never leaves its days", () => {
    const scale = new TimeScale(days, 1000, true);
    expect([scale.day(-50), scale.day(2000)]).toEqual([199, 100]);
  });
});

describe("units", () => {
  it("begin on Monday, on the first, on New Year", () => {
    expect(isoDay(startOf(dayNumber("2021-03-10"), "week"))).toBe("2021-03-08");
    expect(isoDay(startOf(dayNumber("2021-03-08"), "week"))).toBe("2021-03-08");
    expect(isoDay(startOf(dayNumber("2021-03-10"), "month"))).toBe("2021-03-01");
    expect(isoDay(nextOf(dayNumber("2020-12-10"), "month"))).toBe("2021-01-01");
    expect(isoDay(startOf(dayNumber("2021-03-10"), "year"))).toBe("2021-01-01");
    expect(isoDay(startOf(dayNumber("1969-12-31"), "week"))).toBe("1969-12-29");
  });
  it("are as fine as the width allows", () => {
    expect(unitFor({ from: 0, to: 99 }, 900)).toBe("day");
    expect(unitFor({ from: 0, to: 999 }, 900)).toBe("week");
    expect(unitFor({ from: 0, to: 6000 }, 900)).toBe("month");
    expect(unitFor({ from: 0, to: 40000 }, 900)).toBe("year");
  });
  it("give marks that fit", () => {
    for (const length of [3, 30, 400, 4000, 40000]) {
      const ticks = ticksOf({ from: 18000, to: 18000 + length }, 900);
      expect(ticks.length).toBeLessThanOrEqual(12);
      expect(ticks.every((t) => t.day >= 18000 && t.day <= 18000 + length)).toBe(true);
    }
  });
});

describe("bins", () => {
  const points = new Points(answerOf([{ first: 100 }, { first: 100, disputed: true }, { first: 108 }, { first: 90, last: 120 }, { first: 90, last: 120 }, { first: null }]));
  it("count events of known days, and make up no day for the others", () => {
    const { bins, stretches, most } = binsOf(points, points.within(null), "day");
    expect(bins).toEqual([{ from: 100, to: 100, count: 2, disputed: 1 }, { from: 108, to: 108, count: 1, disputed: 0 }]);
    expect(stretches).toEqual([{ from: 90, to: 120, count: 2 }]);
    expect(most).toBe(2);
  });
  it("lay stretches beside each other", () => {
    const lanes = lanesOf([{ from: 0, to: 9, count: 1 }, { from: 5, to: 15, count: 1 }, { from: 10, to: 20, count: 1 }, { from: 11, to: 12, count: 1 }], 2);
    expect(lanes.map((l) => [l.stretch.from, l.lane])).toEqual([[0, 0], [5, 1], [10, 0]]);
  });
});

describe("days of an address", () => {
  it("are two days in order, or none", () => {
    expect(daysOf("2021-03-01", "2021-03-02")).toEqual({ from: 18687, to: 18688 });
    expect(daysOf("2021-03-02", "2021-03-01")).toBeNull();
    expect(daysOf("", "2021-03-01")).toBeNull();
    expect(daysOf("yesterday", "today")).toBeNull();
  });
});
