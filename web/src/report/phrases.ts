import { dayText, daysText, number, t, word } from "../app/i18n";
import type { Claim, Time } from "../app/types";

const one = (value: number | null | undefined): string => (value === null || value === undefined ? "?" : number(value));

/** A number with its bound, in words: "more than 370". */
export function valueText(figure: Pick<Claim, "low" | "high" | "bound" | "per">): string {
  const { low, high, bound } = figure;
  const key = `value-${bound}`;
  const text =
    bound === "at-least" || bound === "more-than" ? t(key, { low: one(low) })
    : bound === "about" ? t(key, { low: one(low ?? high) })
    : bound === "up-to" || bound === "less-than" ? t(key, { high: one(high) })
    : low === high ? one(low)
    : t(bound === "vague" ? key : "value-range", { low: one(low), high: one(high) });
  return figure.per === "families" ? t("value-families", { value: text }) : text;
}

/** A time with its relation: "since December 2019". An empty text if there is nothing to say. */
export function timeText(time: Time | null | undefined): string {
  if (!time) return "";
  const length = time.precision === "year" ? 4 : time.precision === "month" ? 7 : 10;
  const [start, end] = [time.start?.slice(0, length) ?? "", time.end?.slice(0, length) ?? ""];
  const open = time.relation === "since" || time.relation === "after";
  const span = !start ? dayText(end) : !end || start === end || open ? dayText(start) : daysText(start, end);
  if (!span) return time.span?.text ?? "";
  return time.relation === "at" ? span : t(`time-${time.relation}`, { time: span });
}

/** What a claim is, in one or two words. */
export function headingOf(claim: Claim): string {
  if (claim.kind === "figure") return word("measure", claim.measure);
  if (claim.kind === "state") return word("predicate", claim.predicate);
  if (claim.kind === "statement") return t("kind-statement");
  return word("type", claim.type);
}

/** What departs from a plain "it happened". */
export function qualitiesOf(claim: Claim): { family: string; code: string }[] {
  const told: { family: string; code: string }[] = [];
  if (claim.status !== "happened") told.push({ family: "status", code: claim.status });
  if (claim.polarity !== "affirmed") told.push({ family: "polarity", code: claim.polarity });
  if (claim.assertion !== "asserted") told.push({ family: "assertion", code: claim.assertion });
  if (claim.stance !== "states") told.push({ family: "stance", code: claim.stance });
  return told;
}

/** Key of the words for an event type of ACLED. */
export const acledKey = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, "-").replace(/^-|-$/g, "");
