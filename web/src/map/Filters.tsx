import { useEffect, useRef } from "preact/hooks";
import { t, word } from "../app/i18n";
import { setParams } from "../app/router";
import { at, families, grade, knownBy, onlyDisputed, text, toggleFamily } from "./choices";
import { Sample } from "./Glyph";
import { familyNames, isoDay, type Points } from "./points";

/** What is shown: kinds, grades, words, and as of which day. Kinds are the legend of the shapes too. */
export function Filters({ points, rows }: { points: Points; rows: Int32Array }) {
  const counts = new Array<number>(familyNames.length).fill(0);
  for (let i = 0; i < points.size; i++) counts[points.family[i]!]!++;
  void rows;
  const last = points.span ? isoDay(points.span.to) : isoDay(Math.floor(Date.now() / 86400000));
  return (
    <div class="map-filters" role="search" aria-label={t("map-filters")}>
      <TextField />
      <div class="map-families" role="group" aria-label={t("map-families")}>
        {familyNames.map((family, i) =>
          counts[i] === 0 ? null : (
            <button key={family} type="button" class="map-family" aria-pressed={families.value.includes(family)} onClick={() => toggleFamily(family)}>
              <Sample family={family} />
              <span>{t(`map-family-${family}`)}</span>
            </button>
          ),
        )}
      </div>
      <label class="map-choice">
        <span class="visually-hidden">{t("map-grade")}</span>
        <select value={grade.value} onChange={(e) => setParams({ grade: e.currentTarget.value })}>
          <option value="">{t("map-grade-any")}</option>
          {points.answer.grades.map((one) => <option key={one} value={one}>{word("grade", one)}</option>)}
        </select>
      </label>
      <label class="map-check">
        <input type="checkbox" checked={onlyDisputed.value} onChange={(e) => setParams({ disputed: e.currentTarget.checked ? "yes" : "" })} />
        <span>{t("map-only-disputed")}</span>
      </label>
      <div class="map-clocks" role="group" aria-label={t("map-control")}>
        {at.value === "" ? (
          <button type="button" class="button" onClick={() => setParams({ at: last })}>{t("map-control-ask")}</button>
        ) : (
          <>
            <label class="map-date"><span>{t("map-control-at")}</span><input type="date" value={at.value} onChange={(e) => e.currentTarget.value && setParams({ at: e.currentTarget.value, tab: "details" })} /></label>
            <label class="map-date"><span>{t("map-control-known")}</span><input type="date" value={knownBy.value} onChange={(e) => setParams({ "known-by": e.currentTarget.value })} /></label>
          </>
        )}
      </div>
    </div>
  );
}

/** Words to look for; asked once one has stopped typing. */
function TextField() {
  const box = useRef<HTMLInputElement>(null);
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (box.current && document.activeElement !== box.current) box.current.value = text.value;
  }, [text.value]);
  useEffect(() => () => clearTimeout(wait.current), []);
  return (
    <input
      ref={box}
      class="input map-text"
      type="search"
      dir="auto"
      aria-label={t("map-text")}
      placeholder={t("map-text")}
      onInput={(e) => {
        const words = e.currentTarget.value.trim();
        clearTimeout(wait.current);
        wait.current = setTimeout(() => setParams({ text: words }), 350);
      }}
    />
  );
}
