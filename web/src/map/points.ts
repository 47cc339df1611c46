import { xOf, yOf } from "./mercator";

/** What /api/events/points answers: columns of one length, in the order of the list. Texts that come again stand once, in tables. */
export interface PointsAnswer {
  readonly total: number;
  readonly unplaced: number;
  readonly types: readonly string[];
  readonly modes: readonly string[];
  readonly statuses: readonly string[];
  readonly grades: readonly string[];
  readonly precisions: readonly string[];
  readonly places: readonly PlaceName[];
  readonly actors?: readonly string[];
  readonly n: readonly number[];
  readonly lat: readonly (number | null)[];
  readonly lon: readonly (number | null)[];
  readonly first: readonly (number | null)[];
  readonly last: readonly (number | null)[];
  readonly type: readonly number[];
  readonly mode: readonly number[];
  readonly status: readonly number[];
  readonly grade: readonly number[];
  readonly disputed: readonly (0 | 1)[];
  readonly precision: readonly number[];
  readonly place: readonly number[];
  readonly killed_low?: readonly (number | null)[];
  readonly killed_high?: readonly (number | null)[];
  readonly witnesses?: readonly number[];
  readonly agents?: readonly number[];
  readonly targets?: readonly number[];
}

export interface PlaceName {
  readonly name: string | null;
  readonly local?: string | null;
  readonly country?: string | null;
  readonly admin1?: string | null;
}

/** How exactly a place is known: a point of its own, somewhere around a point, or a whole division, region or country. */
export type Reach = "exact" | "around" | "district" | "division" | "region" | "country" | "none";

const reaches: Record<string, Reach> = {
  point: "exact", settlement: "exact", facility: "exact", quarter: "exact",
  route: "around", unknown: "around", district: "district", governorate: "division", region: "region", country: "country",
};

/** Families of types that share a shape. */
export type Family = "violence" | "coercion" | "protest" | "movement" | "accord" | "words" | "other";

const families: Record<string, Family> = {
  ASSAULT: "violence", COERCE: "coercion", SANCTION: "coercion", THREATEN: "coercion", PROTEST: "protest", MOBILIZE: "movement", RETREAT: "movement",
  AGREE: "accord", CONSULT: "accord", SUPPORT: "accord", CONCEDE: "accord", COOPERATE: "accord", AID: "accord",
  REQUEST: "words", ACCUSE: "words", REJECT: "words",
};
export const familyNames: readonly Family[] = ["violence", "coercion", "protest", "movement", "accord", "words", "other"];
export const familyOf = (type: string | null | undefined): Family => families[type ?? ""] ?? "other";

/** How a mark is filled. */
export type Fill = "solid" | "hollow" | "owned" | "denied" | "discounted";
const fills: Record<string, Fill> = { corroborated: "solid", confirmed: "solid", acknowledged: "owned", denied: "denied", discounted: "discounted" };
export const fillOf = (grade: string): Fill => fills[grade] ?? "hollow";

/** Events as columns of numbers, ready to be filtered and put on a map fifty thousand at a time. */
export class Points {
  readonly size: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Days since 1970; the first is after the last where no day is known. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly family: Uint8Array;
  readonly fill: readonly Fill[];
  readonly reach: readonly Reach[];
  /** First and last day of all. */
  readonly span: { readonly from: number; readonly to: number } | null;

  constructor(readonly answer: PointsAnswer) {
    const size = (this.size = answer.n.length);
    this.x = new Float64Array(size);
    this.y = new Float64Array(size);
    this.first = new Int32Array(size);
    this.last = new Int32Array(size);
    this.family = new Uint8Array(size);
    this.fill = answer.grades.map(fillOf);
    const reach = answer.precisions.map((p) => reaches[p] ?? "around");
    const shapes = answer.types.map((type) => familyNames.indexOf(familyOf(type)));
    const known: Reach[] = new Array<Reach>(size);
    let [from, to] = [Infinity, -Infinity];
    for (let i = 0; i < size; i++) {
      const [lat, lon] = [answer.lat[i], answer.lon[i]];
      const placed = lat != null && lon != null;
      this.x[i] = placed ? xOf(lon) : NaN;
      this.y[i] = placed ? yOf(lat) : NaN;
      known[i] = placed ? (reach[answer.precision[i]!] ?? "around") : "none";
      const [first, last] = [answer.first[i], answer.last[i]];
      this.first[i] = first ?? 1;
      this.last[i] = first == null ? 0 : (last ?? first);
      this.family[i] = shapes[answer.type[i]!] ?? familyNames.length - 1;
      if (first != null) {
        from = Math.min(from, first);
        to = Math.max(to, this.last[i]!);
      }
    }
    this.reach = known;
    this.span = from <= to ? { from, to } : null;
  }

  isPlaced(i: number): boolean {
    return !Number.isNaN(this.x[i]!);
  }
  isDated(i: number): boolean {
    return this.first[i]! <= this.last[i]!;
  }
  type(i: number): string | undefined {
    return this.answer.types[this.answer.type[i]!];
  }
  mode(i: number): string | undefined {
    return this.answer.modes[this.answer.mode[i]!];
  }
  grade(i: number): string {
    return this.answer.grades[this.answer.grade[i]!] ?? "single";
  }
  status(i: number): string {
    return this.answer.statuses[this.answer.status[i]!] ?? "happened";
  }
  place(i: number): PlaceName | undefined {
    return this.answer.places[this.answer.place[i]!];
  }
  isDisputed(i: number): boolean {
    return this.answer.disputed[i] === 1;
  }

  /** Rows whose days touch a stretch of days, in the order of the list. Without a stretch all; with one, none without a day. */
  within(days: { from: number; to: number } | null): Int32Array {
    const rows = new Int32Array(this.size);
    let count = 0;
    for (let i = 0; i < this.size; i++) if (!days || (this.first[i]! <= this.last[i]! && this.first[i]! <= days.to && this.last[i]! >= days.from)) rows[count++] = i;
    return rows.subarray(0, count);
  }
}

const dayLength = 86400000;
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / dayLength);
export const isoDay = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);
