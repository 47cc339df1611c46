import { dayText, number, t, word } from "../app/i18n";
import { language } from "../app/settings";
import { nameIn, type Ground } from "./basemap";
import { countOf, firstRowOf, type Mark } from "./MarkLayer";
import { isoDay, type Points } from "./points";

/** The name of a place in the language of the interface: in Arabic the one of the reports. */
export function placeText(points: Points, row: number): string {
  const place = points.place(row);
  return (language.value === "ar" ? (place?.local ?? place?.name) : place?.name) ?? "";
}

/** What happened: its type, and how, if that is told. */
export const whatText = (points: Points, row: number): string => happeningText(points.type(row), points.mode(row));

export function happeningText(type: string | null | undefined, mode: string | null | undefined): string {
  if (!type) return t("map-what-unknown");
  return mode ? t("map-what", { type: word("type", type), mode: word("mode", mode) }) : word("type", type);
}

export function whenText(points: Points, row: number): string {
  if (!points.isDated(row)) return t("map-no-day");
  const [first, last] = [points.first[row]!, points.last[row]!];
  return first === last ? dayText(isoDay(first), true) : rangeText(first, last);
}

/** Days of a stretch; a whole month or year is called by its name. */
export function rangeText(first: number, last: number): string {
  const [from, to] = [isoDay(first), isoDay(last)];
  if (from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`) return dayText(from.slice(0, 4));
  if (from.endsWith("-01") && from.slice(0, 7) === to.slice(0, 7) && isoDay(last + 1).endsWith("-01")) return dayText(from.slice(0, 7));
  return t("map-between", { from: dayText(from, true), to: dayText(to, true) });
}

/** A number of people from to; never one bare number where an end is open. */
export function killedText(points: Points, row: number): string {
  const [low, high] = [points.answer.killed_low?.[row] ?? null, points.answer.killed_high?.[row] ?? null];
  if (low === null && high === null) return "";
  if (low !== null && high !== null) return low === high ? t("map-killed", { count: low, text: number(low) }) : t("map-killed-between", { low: number(low), high: number(high) });
  return low !== null ? t("map-killed-least", { low: number(low) }) : t("map-killed-most", { high: number(high!) });
}

/** What a mark says to who hears it or rests on it. */
export function markLabel(points: Points, mark: Mark, ground: Ground): string {
  if (mark.kind === "post") return mark.post.text;
  const [count, first] = [countOf(mark), firstRowOf(mark)];
  const disputed = mark.kind === "area" ? mark.area.disputed : mark.cluster.disputed;
  const contested = disputed > 0 && count > 1 ? t("map-of-them-disputed", { count: disputed }) : "";
  const events = () => t("map-events", { count, text: number(count) });
  if (mark.kind === "area") {
    const country = mark.area.place?.country;
    const known = mark.area.reach === "country" ? ground.labels.countries.find((c) => c.code === country) : undefined;
    const place = known ? nameIn(known, language.value) : placeText(points, first);
    return join([t(`map-area-${mark.area.reach}`, { place }), count === 1 ? one(points, first) : events(), contested]);
  }
  const place = placeText(points, mark.cluster.stacks[0]!.lead);
  if (count === 1) return join([place, one(points, first), disputed > 0 ? t("map-disputed") : ""]);
  const where = mark.cluster.stacks.length === 1 ? place : t("map-and-around", { place, count: mark.cluster.stacks.length - 1, text: number(mark.cluster.stacks.length - 1) });
  return join([where, events(), contested]);
}

const one = (points: Points, row: number): string => join([whatText(points, row), whenText(points, row), killedText(points, row), word("grade", points.grade(row))]);

const join = (parts: readonly string[]): string => parts.filter(Boolean).join(language.value === "ar" ? "، " : ", ");
