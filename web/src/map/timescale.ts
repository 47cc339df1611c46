import { isoDay, type Points } from "./points";

/** A stretch of days, both ends included, as days since 1970. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export type Unit = "day" | "week" | "month" | "year";

/** Days and pixels along the line. In a script that runs from the right the oldest day lies at the right. */
export class TimeScale {
  constructor(readonly days: Days, readonly width: number, readonly mirrored: boolean) {}

  /** Where a day begins; a day is as wide as its share. */
  x(day: number): number {
    const share = (day - this.days.from) / (this.days.to + 1 - this.days.from);
    return this.width * (this.mirrored ? 1 - share : share);
  }
  day(x: number): number {
    const share = this.mirrored ? 1 - x / this.width : x / this.width;
    return Math.max(this.days.from, Math.min(this.days.to, Math.floor(this.days.from + share * (this.days.to + 1 - this.days.from))));
  }
  /** Left edge and width of a stretch. */
  bar(days: Days): { x: number; width: number } {
    const [a, b] = [this.x(days.from), this.x(days.to + 1)];
    return { x: Math.min(a, b), width: Math.abs(b - a) };
  }
}

/** The finest unit whose bars are at least three pixels wide. */
export function unitFor(days: Days, width: number): Unit {
  const perDay = width / (days.to + 1 - days.from);
  return perDay >= 3 ? "day" : perDay * 7 >= 3 ? "week" : perDay * 30 >= 3 ? "month" : "year";
}

/** First day of the unit in which a day lies; weeks begin on Monday. */
export function startOf(day: number, unit: Unit): number {
  if (unit === "day") return day;
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const at = new Date(day * 86400000);
  return Math.round(Date.UTC(at.getUTCFullYear(), unit === "month" ? at.getUTCMonth() : 0, 1) / 86400000);
}

export function nextOf(day: number, unit: Unit): number {
  if (unit === "day") return day + 1;
  if (unit === "week") return startOf(day, unit) + 7;
  const at = new Date(startOf(day, unit) * 86400000);
  return Math.round((unit === "month" ? Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1) : Date.UTC(at.getUTCFullYear() + 1, 0, 1)) / 86400000);
}

export interface Bin extends Days {
  readonly count: number;
  readonly disputed: number;
}

/** A stretch within which events lie whose day is not known. */
export interface Stretch extends Days {
  readonly count: number;
}

/** Longer than this, and an event is of a stretch, not of a day. */
const exactDays = 3;

/** Events of known days as bars, and those of which only a month, a year or the like is known as stretches: no day is made up for them. */
export function binsOf(points: Points, rows: ArrayLike<number>, unit: Unit): { bins: Bin[]; stretches: Stretch[]; most: number } {
  const counts = new Map<number, { count: number; disputed: number }>();
  const vague = new Map<string, Stretch>();
  const starts = new Map<number, number>();
  for (let r = 0; r < rows.length; r++) {
    const i = rows[r]!;
    const [first, last] = [points.first[i]!, points.last[i]!];
    if (first > last) continue;
    if (last - first > exactDays) {
      const key = `${first}/${last}`;
      vague.set(key, { from: first, to: last, count: (vague.get(key)?.count ?? 0) + 1 });
      continue;
    }
    let start = starts.get(first);
    if (start === undefined) starts.set(first, (start = startOf(first, unit)));
    const bin = counts.get(start);
    const disputed = points.answer.disputed[i] === 1 ? 1 : 0;
    if (bin) {
      bin.count++;
      bin.disputed += disputed;
    } else counts.set(start, { count: 1, disputed });
  }
  const bins = [...counts].sort((a, b) => a[0] - b[0]).map(([from, bin]) => ({ from, to: nextOf(from, unit) - 1, ...bin }));
  const stretches = [...vague.values()].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return { bins, stretches, most: Math.max(1, ...bins.map((b) => b.count)) };
}

/** Puts stretches into as few rows as they need; those that find none of the rows free are left out. */
export function lanesOf(stretches: readonly Stretch[], lanes: number): { stretch: Stretch; lane: number }[] {
  const ends = new Array<number>(lanes).fill(-Infinity);
  const placed: { stretch: Stretch; lane: number }[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const lane = ends.findIndex((end) => end < stretch.from);
    if (lane < 0) continue;
    ends[lane] = stretch.to;
    placed.push({ stretch, lane });
  }
  return placed;
}

/** Days that get a mark on the axis, and whether they are a year's first. */
export function ticksOf(days: Days, width: number): { day: number; unit: Unit }[] {
  const room = Math.max(1, Math.floor(width / 84));
  const length = days.to + 1 - days.from;
  const steps: { unit: Unit; every: number; days: number }[] = [
    { unit: "day", every: 1, days: 1 }, { unit: "day", every: 2, days: 2 }, { unit: "week", every: 1, days: 7 }, { unit: "month", every: 1, days: 30 },
    { unit: "month", every: 3, days: 91 }, { unit: "month", every: 6, days: 182 }, { unit: "year", every: 1, days: 365 }, { unit: "year", every: 2, days: 730 },
    { unit: "year", every: 5, days: 1826 }, { unit: "year", every: 10, days: 3652 },
  ];
  const step = steps.find((s) => length / s.days <= room) ?? steps.at(-1)!;
  const ticks: { day: number; unit: Unit }[] = [];
  for (let day = startOf(days.from, step.unit), n = 0; day <= days.to && n < 4000; day = nextOf(day, step.unit), n++) {
    if (day < days.from) continue;
    const date = new Date(day * 86400000);
    const fits = step.unit === "year" ? date.getUTCFullYear() % step.every === 0 : step.unit === "month" ? date.getUTCMonth() % step.every === 0 : step.unit === "day" ? (day - days.from) % step.every === 0 : true;
    if (fits) ticks.push({ day, unit: step.unit });
  }
  return ticks;
}

/** Days of an address; null if one end is missing or is no day. */
export function daysOf(from: string, to: string): Days | null {
  const [a, b] = [from, to].map((text) => Math.round(Date.parse(`${text}T00:00:00Z`) / 86400000));
  return Number.isFinite(a) && Number.isFinite(b) && a! <= b! ? { from: a!, to: b! } : null;
}

export const isoDays = (days: Days | null): { from: string | null; to: string | null } => (days ? { from: isoDay(days.from), to: isoDay(days.to) } : { from: null, to: null });
