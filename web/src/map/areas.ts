import type { PlaceName, Points, Reach } from "./points";

/** Events whose place is known only as a district, a division, a region or a country, or lies somewhere around a point. */
export interface Area {
  readonly key: string;
  readonly reach: Exclude<Reach, "exact" | "none">;
  /** A point in it, where its badge stands; it is no place of an event. */
  readonly x: number;
  readonly y: number;
  readonly place: PlaceName | undefined;
  readonly rows: number[];
  disputed: number;
}

/** Below this zoom divisions are told with their country. */
const divisionsFrom = 4.6;
export const isFar = (zoom: number): boolean => zoom < divisionsFrom;

/** Events of places that are no points, by place. From afar all of a country's are one. */
export function areasOf(points: Points, rows: ArrayLike<number>, zoom: number): Area[] {
  const areas = new Map<string, Area>();
  const far = isFar(zoom);
  for (let r = 0; r < rows.length; r++) {
    const i = rows[r]!;
    const reach = points.reach[i]!;
    if (reach === "exact" || reach === "none") continue;
    const place = points.place(i);
    const country = place?.country;
    const whole = far && country ? "country" : reach;
    const key = whole === "country" && country ? country : `${reach}/${Math.round(points.x[i]! * 1e5)}/${Math.round(points.y[i]! * 1e5)}`;
    let area = areas.get(key);
    if (!area) areas.set(key, (area = { key, reach: whole, x: points.x[i]!, y: points.y[i]!, place, rows: [], disputed: 0 }));
    area.rows.push(i);
    if (points.answer.disputed[i] === 1) area.disputed++;
  }
  return [...areas.values()].sort((a, b) => b.rows.length - a.rows.length || a.rows[0]! - b.rows[0]!);
}

/** Kilometres around its point within which a place of a kind can be thought to lie, where its outline is not known. */
export const kilometres: Record<Area["reach"], number> = { around: 10, district: 20, division: 60, region: 120, country: 250 };
