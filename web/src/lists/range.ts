import { number, t } from "../app/i18n";

/** A least and a greatest number: "12", "12–21", "at least 12". */
export function rangeText(low: number | null | undefined, high: number | null | undefined): string {
  const [a, b] = [low ?? null, high ?? null];
  if (a === null) return b === null ? "" : t("value-up-to", { high: number(b) });
  if (b === null) return t("value-at-least", { low: number(a) });
  return a === b ? number(a) : `${number(a)}–${number(b)}`;
}
