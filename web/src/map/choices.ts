import { computed, signal } from "@preact/signals";
import { param, route, setParams } from "../app/router";
import { familyNames, type Family, type Points } from "./points";
import { daysOf, isoDays, type Days } from "./timescale";

/** What one looks at, as the address tells it. Everything but the questions to the server is answered from what has come. */
/** Days under a brush that is still held; the address gets them when it is let go. */
const held = signal<Days | null>(null);
export const days = computed(() => held.value ?? daysOf(param("from"), param("to")));
/** Day as of which one asks how things stood; empty: not asked. */
export const at = computed(() => param("at"));
export const knownBy = computed(() => param("known-by"));
export const text = computed(() => param("text"));
export const families = computed(() => param("families").split(",").filter((name): name is Family => (familyNames as readonly string[]).includes(name)));
export const grade = computed(() => param("grade"));
export const onlyDisputed = computed(() => param("disputed") === "yes");
export const onlyUnplaced = computed(() => param("place") === "none");
export const chosenEvent = computed(() => (/^\d+$/.test(param("event")) ? Number(param("event")) : null));
/** Place whose events alone are listed: the number of one of them stands for it. */
export const spot = computed(() => (/^\d+$/.test(param("spot")) ? Number(param("spot")) : null));
export const tab = computed(() => (["list", "details"].includes(param("tab")) ? param("tab") : "map"));

/** Questions that the server answers; the filters of /api/events. */
export const asked = computed(() => {
  const params: Record<string, string> = {};
  for (const key of ["text", "known-by", "actor", "outlet", "near", "box"]) if (param(key)) params[key] = param(key);
  return params;
});

export function setDays(next: Days | null, done = true): void {
  held.value = done ? null : next;
  if (done) setParams({ ...isoDays(next) });
}

export function toggleFamily(family: Family): void {
  const now = families.peek();
  setParams({ families: (now.includes(family) ? now.filter((f) => f !== family) : [...now, family]).join(",") });
}

/** Rows that pass all choices but the days. */
export function chosenRows(points: Points, choice: { families: readonly Family[]; grade: string; onlyDisputed: boolean }): Int32Array {
  const wanted = new Set(choice.families.map((f) => familyNames.indexOf(f)));
  const rows = new Int32Array(points.size);
  let count = 0;
  for (let i = 0; i < points.size; i++) {
    if (wanted.size > 0 && !wanted.has(points.family[i]!)) continue;
    if (choice.grade && points.grade(i) !== choice.grade) continue;
    if (choice.onlyDisputed && points.answer.disputed[i] !== 1) continue;
    rows[count++] = i;
  }
  return rows.subarray(0, count);
}

/** Of rows those whose days touch a stretch. */
export function rowsWithin(points: Points, rows: Int32Array, stretch: Days | null): Int32Array {
  if (!stretch) return rows;
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (const i of rows) if (points.first[i]! <= points.last[i]! && points.first[i]! <= stretch.to && points.last[i]! >= stretch.from) kept[count++] = i;
  return kept.subarray(0, count);
}

/** Rows at the same place as an event, as the map puts them together. */
export function rowsAt(points: Points, rows: ArrayLike<number>, event: number): number[] {
  const lead = points.answer.n.indexOf(event);
  if (lead < 0) return [];
  return Array.from(rows).filter((i) => points.x[i] === points.x[lead] && points.y[i] === points.y[lead] && (points.reach[i] === points.reach[lead]));
}

/** Where the map looked when the page was opened: latitude, longitude, zoom. */
export function cameraParam(): { lat: number; lon: number; zoom: number } | null {
  const parts = (route.peek().params.get("view") ?? "").split(",").map(Number);
  return parts.length === 3 && parts.every(Number.isFinite) ? { lat: parts[0]!, lon: parts[1]!, zoom: parts[2]! } : null;
}
