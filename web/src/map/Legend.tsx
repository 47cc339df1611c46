import { useSignal } from "@preact/signals";
import { number, t } from "../app/i18n";
import { Sample } from "./Glyph";
import type { Holder } from "./situation";

/** What the marks mean, and what the lines of the ground do not decide. */
export function Legend({ holders }: { holders: readonly Holder[] }) {
  const open = useSignal(false);
  return (
    <div class={`map-legend${open.value ? " open" : ""}`}>
      <button type="button" class="map-legend-button" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>{t("map-legend")}</button>
      {holders.length > 0 && (
        <ul class="map-holders" aria-label={t("map-holders")}>
          {holders.slice(0, open.value ? 30 : 6).map((holder) => (
            <li key={holder.name}><span class={`map-letter h${holder.colour}`} aria-hidden="true">{holder.letter}</span><bdi>{holder.name}</bdi> <span class="soft num">{number(holder.places)}</span></li>
          ))}
        </ul>
      )}
      {open.value && (
        <div class="map-legend-in">
          <ul>
            <li><Sample family="accord" fill="solid" /><span>{t("map-fill-solid")}</span></li>
            <li><Sample family="accord" fill="hollow" /><span>{t("map-fill-hollow")}</span></li>
            <li><Sample family="accord" fill="owned" /><span>{t("map-fill-owned")}</span></li>
            <li><Sample family="accord" fill="denied" /><span>{t("map-fill-denied")}</span></li>
            <li><Sample family="accord" fill="discounted" /><span>{t("map-fill-discounted")}</span></li>
            <li><Sample family="accord" fill="hollow" contested /><span>{t("map-ring-disputed")}</span></li>
            <li><Sample family="accord" hatched /><span>{t("map-hatched")}</span></li>
            <li><svg class="glyph" viewBox="-14 -14 28 28" width="24" height="24" aria-hidden="true"><circle class="plate" r="11" /><text class="count" text-anchor="middle" dominant-baseline="central">9</text></svg><span>{t("map-disc")}</span></li>
            <li><svg class="glyph" viewBox="-14 -14 28 28" width="24" height="24" aria-hidden="true"><rect class="plate" x="-11" y="-10" width="22" height="20" rx="4" /><text class="count" text-anchor="middle" dominant-baseline="central">4</text></svg><span>{t("map-plate")}</span></li>
          </ul>
          <p>{t("map-boundaries")}</p>
          <p class="soft">{t("map-credits")}</p>
        </div>
      )}
    </div>
  );
}
