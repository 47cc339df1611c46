import type { PointsAnswer } from "../src/map/points";

export interface Made {
  readonly lat?: number | null;
  readonly lon?: number | null;
  readonly first?: number | null;
  readonly last?: number | null;
  readonly type?: string | null;
  readonly grade?: string;
  readonly disputed?: boolean;
  readonly precision?: string | null;
  readonly place?: string | null;
  readonly country?: string | null;
}

/** An answer of /api/events/points with these events, numbered from 1. */
export function answerOf(events: readonly Made[]): PointsAnswer {
  const table = <T>(pick: (e: Made) => T | null | undefined) => {
    const words: T[] = [];
    const column = events.map((e) => {
      const value = pick(e);
      if (value === null || value === undefined) return -1;
      const at = words.findIndex((w) => JSON.stringify(w) === JSON.stringify(value));
      return at >= 0 ? at : words.push(value) - 1;
    });
    return { words, column };
  };
  const types = table((e) => (e.type === undefined ? "ASSAULT" : e.type));
  const grades = table((e) => e.grade ?? "single");
  const precisions = table((e) => (e.precision === undefined ? "settlement" : e.precision));
  const places = table((e) => (e.place === null ? null : { name: e.place ?? "Somewhere", local: null, country: e.country ?? null, admin1: null }));
  const placed = (value: number | null | undefined, usual: number) => (value === undefined ? usual : value);
  return {
    total: events.length, unplaced: events.filter((e) => e.lat === null).length,
    types: types.words, modes: [], statuses: ["happened"], grades: grades.words, precisions: precisions.words, places: places.words,
    n: events.map((_, i) => i + 1),
    lat: events.map((e) => placed(e.lat, 35)), lon: events.map((e) => placed(e.lon, 36)),
    first: events.map((e) => placed(e.first, 100)), last: events.map((e) => placed(e.last, placed(e.first, 100) ?? 0)),
    type: types.column, mode: events.map(() => -1), status: events.map(() => 0), grade: grades.column,
    disputed: events.map((e) => (e.disputed ? 1 : 0)), precision: precisions.column, place: places.column,
  };
}
