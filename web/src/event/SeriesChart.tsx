import { useMemo } from "preact/hooks";
import { dayText, number, t, word } from "../app/i18n";
import { isRtl, language } from "../app/settings";
import { useWidth } from "../ui/width";
import type { Toll, TollClaim } from "./answer";

const high = 150;
const inset = { top: 12, bottom: 26, side: 46 };
/** Patterns of the lines of claimants, so that colour is not alone. */
const dashes = ["", "6 3", "2 3", "9 3 2 3", "4 2", "1 3"];

interface Line {
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly low: number; readonly high: number; readonly open: boolean; readonly standing: TollClaim["standing"] }[];
}

/** What each claimant said, in time: steps from one number to the next, with a band where a number has two ends. A single claim is a hollow point. */
export function SeriesChart({ toll }: { toll: Toll }) {
  const { box, width } = useWidth();
  const lines = useMemo(() => linesOf(toll), [toll]);
  const all = lines.flatMap((l) => l.points);
  const [from, to] = [Math.min(...all.map((p) => p.at)), Math.max(...all.map((p) => p.at))];
  const most = Math.max(1, ...all.map((p) => p.high));
  const mirrored = isRtl(language.value);
  const x = (at: number) => {
    const share = to > from ? (at - from) / (to - from) : 0.5;
    return inset.side + (width - 2 * inset.side) * (mirrored ? 1 - share : share);
  };
  const y = (value: number) => high - inset.bottom - (value / most) * (high - inset.top - inset.bottom);
  const end = mirrored ? inset.side - 18 : width - inset.side + 18;
  const ticks = [0, most];
  const way = mirrored ? "rtl" : "ltr";
  return (
    <figure class="series" ref={box}>
      {width > 0 && (
        <svg width={width} height={high} role="img" aria-label={t("event-series", { measure: word("measure", toll.measure), claimants: lines.length })}>
          {ticks.map((value) => (
            <g key={value} class="series-grid">
              <line x1={inset.side - 20} x2={width - inset.side + 20} y1={y(value)} y2={y(value)} />
              <text x={mirrored ? width - 4 : 4} y={y(value) + 4} text-anchor={mirrored ? "end" : "start"}>{number(value)}</text>
            </g>
          ))}
          {toll.low !== null && toll.high !== null && toll.low !== toll.high && <rect class="series-band" x={inset.side - 20} width={Math.max(0, width - 2 * inset.side + 40)} y={y(toll.high)} height={Math.max(1, y(toll.low) - y(toll.high))} />}
          {lines.map((line, i) => (
            <g key={line.name} class={`series-line h${i % 6}`}>
              {line.points.map((p, n) => p.high !== p.low && <line key={`b${n}`} class="series-ends" x1={x(p.at)} x2={x(p.at)} y1={y(p.low)} y2={y(p.high)} />)}
              <path d={stepped(line, x, y, end)} stroke-dasharray={dashes[i % dashes.length]} />
              {line.points.map((p, n) => <circle key={n} cx={x(p.at)} cy={y(p.low)} r="4" class={line.points.length === 1 ? "hollow" : ""} />)}
              {line.points.map((p, n) => p.open && <path key={`o${n}`} class="series-open" d={`M${x(p.at)} ${y(p.low) - 6}v-7m-3 3l3-3 3 3`} />)}
            </g>
          ))}
          <text class="series-end" x={x(from)} y={high - 6} text-anchor={to > from ? "start" : "middle"} direction={way}>{dayText(new Date(from).toISOString().slice(0, 10), true)}</text>
          {to > from && <text class="series-end" x={x(to)} y={high - 6} text-anchor="end" direction={way}>{dayText(new Date(to).toISOString().slice(0, 10), true)}</text>}
        </svg>
      )}
      <figcaption>
        {lines.map((line, i) => (
          <span key={line.name} class={`series-key h${i % 6}`}>
            <svg width="26" height="10" aria-hidden="true"><path d="M1 5H25" stroke-dasharray={dashes[i % dashes.length]} /><circle cx="13" cy="5" r="3.4" class={line.points.length === 1 ? "hollow" : ""} /></svg>
            <bdi>{line.name}</bdi>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Claims with a moment, by claimant in the order in which they first spoke. */
export function linesOf(toll: Toll): Line[] {
  const by = new Map<string, { name: string; points: { at: number; low: number; high: number; open: boolean; standing: TollClaim["standing"] }[] }>();
  for (const said of toll.series) {
    const at = said.said ? Date.parse(said.said) : NaN;
    if (Number.isNaN(at) || said.standing === "not-asserted" || (said.low === null && said.high === null)) continue;
    const line = by.get(said.claimant) ?? { name: said.name, points: [] };
    line.points.push({ at, low: said.low ?? said.high!, high: said.high ?? said.low!, open: said.high === null, standing: said.standing });
    by.set(said.claimant, line);
  }
  for (const line of by.values()) line.points.sort((a, b) => a.at - b.at);
  return [...by.values()].sort((a, b) => a.points[0]!.at - b.points[0]!.at || (a.name < b.name ? -1 : 1));
}

function stepped(line: Line, x: (at: number) => number, y: (value: number) => number, end: number): string {
  return line.points.map((p, i) => (i === 0 ? `M${x(p.at)} ${y(p.low)}` : `H${x(p.at)}V${y(p.low)}`)).join("") + `H${end}`;
}
