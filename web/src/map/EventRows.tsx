import { useEffect, useRef, useState } from "preact/hooks";
import { number, t, word } from "../app/i18n";
import { address } from "../app/router";
import { Glyph } from "./Glyph";
import { killedText, placeText, whatText, whenText } from "./labels";
import type { Points } from "./points";

interface Props {
  readonly points: Points;
  readonly rows: ArrayLike<number>;
  /** Row that the map lights, or that is open. */
  readonly lit: ReadonlySet<number>;
  readonly open: number | null;
  readonly light: (row: number | null) => void;
  readonly choose: (row: number) => void;
}

const high = 68;
const spare = 6;

/** The events that the map shows, in words and in one fixed order. Only the rows in view are on the page. */
export function EventRows({ points, rows, lit, open, light, choose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = box.current!;
    const read = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const sized = new ResizeObserver(read);
    sized.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    return () => {
      sized.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, []);
  // What the map or the address opens comes into view, unless it is there.
  useEffect(() => {
    if (open === null) return;
    const at = Array.prototype.indexOf.call(rows, open);
    const element = box.current!;
    if (at >= 0 && (at * high < element.scrollTop || (at + 1) * high > element.scrollTop + element.clientHeight)) element.scrollTop = Math.max(0, at * high - element.clientHeight / 3);
  }, [open]);
  const from = Math.max(0, Math.floor(view.top / high) - spare);
  const to = Math.min(rows.length, Math.ceil((view.top + view.height) / high) + spare);
  const shown = Array.from({ length: Math.max(0, to - from) }, (_, i) => rows[from + i]!);
  return (
    <div class="map-rows" ref={box} tabIndex={0} role="group" aria-label={t("map-list")}>
      <div class="map-rows-all" role="list" style={{ height: `${rows.length * high}px` }}>
        {shown.map((row, i) => (
          <div key={row} role="listitem" aria-setsize={rows.length} aria-posinset={from + i + 1} class={`map-row${lit.has(row) ? " lit" : ""}${open === row ? " open" : ""}`} style={{ top: `${(from + i) * high}px` }}>
            <a
              href={address("event", String(points.answer.n[row]))}
              aria-current={open === row ? "true" : undefined}
              onClick={(e) => {
                if (e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
                e.preventDefault();
                choose(row);
              }}
              onPointerEnter={() => light(row)}
              onPointerLeave={() => light(null)}
              onFocus={() => light(row)}
              onBlur={() => light(null)}
            >
              <Glyph points={points} row={row} />
              <span class="map-row-in">
                <span class="map-row-first">
                  <span class="map-row-what">{whatText(points, row)}</span>
                  <span class="map-row-when num">{whenText(points, row)}</span>
                </span>
                <span class="map-row-second">
                  <span class="map-row-where">{placeText(points, row) ? <bdi>{placeText(points, row)}</bdi> : <span class="soft">{t("map-no-place")}</span>}</span>
                  <span class="map-row-more">{moreOf(points, row).map((text) => <span key={text}>{text}</span>)}</span>
                </span>
              </span>
            </a>
          </div>
        ))}
      </div>
    </div>
  );
}

function moreOf(points: Points, row: number): string[] {
  const status = points.status(row);
  const witnesses = points.answer.witnesses?.[row];
  return [
    killedText(points, row),
    status === "happened" ? "" : word("status", status),
    points.isDisputed(row) ? t("map-disputed") : "",
    witnesses !== undefined && witnesses > 1 ? t("map-witnesses", { count: witnesses, text: number(witnesses) }) : points.grade(row) === status ? "" : word("grade", points.grade(row)),
  ].filter(Boolean).slice(0, 3);
}
