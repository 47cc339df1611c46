import { useMemo, useRef } from "preact/hooks";
import { dayText, locale, number, t } from "../app/i18n";
import { isRtl, language } from "../app/settings";
import { Icon } from "../ui/Icon";
import { useWidth } from "../ui/width";
import { isoDay, type Points } from "./points";
import { binsOf, lanesOf, ticksOf, TimeScale, unitFor, type Days, type Unit } from "./timescale";

interface Props {
  readonly points: Points;
  /** Rows that all other filters leave. */
  readonly rows: Int32Array;
  readonly days: Days | null;
  /** Done is false while the brush is still held. */
  readonly change: (days: Days | null, done?: boolean) => void;
  /** Day as of which one asks who holds what, if one does. */
  readonly at: number | null;
}

const plot = { top: 22, height: 62, lanes: 3 };

/** All days of what is shown, as bars, with a brush that narrows it to some. 120 pixels high; in Arabic the oldest day lies at the right. */
export function Timeline({ points, rows, days, change, at }: Props) {
  const { box, width } = useWidth();
  const mirrored = isRtl(language.value);
  const span = points.span;
  const whole: Days | null = useMemo(() => (span ? { from: span.from - 1, to: span.to + 1 } : null), [span?.from, span?.to]);
  const unit = whole && width > 0 ? unitFor(whole, width) : "day";
  const made = useMemo(() => binsOf(points, rows, unit), [points, rows, unit]);
  return (
    <section class="timeline" aria-label={t("map-timeline")}>
      <div class="timeline-box" ref={box} dir="ltr">
        {whole && width > 0 && <Plot {...{ points, whole, width, mirrored, unit, made, days, change, at }} />}
        {!whole && <p class="soft timeline-none">{t("map-no-days")}</p>}
      </div>
      {days && (
        <button type="button" class="timeline-clear" onClick={() => change(null)} aria-label={t("map-days-clear")} title={t("map-days-clear")}>
          <Icon name="close" />
        </button>
      )}
    </section>
  );
}

interface PlotProps extends Pick<Props, "points" | "days" | "change" | "at"> {
  readonly whole: Days;
  readonly width: number;
  readonly mirrored: boolean;
  readonly unit: Unit;
  readonly made: ReturnType<typeof binsOf>;
}

type Grip = "from" | "to" | "all" | "new";

function Plot({ whole, width, mirrored, unit, made, days, change, at }: PlotProps) {
  const scale = new TimeScale(whole, width, mirrored);
  const drag = useRef<{ grip: Grip; start: number; days: Days } | null>(null);
  const root = useRef<SVGSVGElement>(null);
  const dayAt = (e: PointerEvent) => scale.day(e.clientX - root.current!.getBoundingClientRect().left);
  const down = (grip: Grip) => (e: PointerEvent) => {
    if (e.button !== 0) return;
    e.preventDefault();
    e.stopPropagation();
    root.current!.setPointerCapture(e.pointerId);
    const day = dayAt(e);
    drag.current = { grip, start: day, days: grip === "new" || !days ? { from: day, to: day } : days };
  };
  const move = (e: PointerEvent) => {
    const held = drag.current;
    if (!held) return;
    const day = dayAt(e);
    const { from, to } = held.days;
    const by = Math.max(whole.from - from, Math.min(whole.to - to, day - held.start));
    const next =
      held.grip === "all" ? { from: from + by, to: to + by }
      : held.grip === "new" ? { from: Math.min(held.start, day), to: Math.max(held.start, day) }
      : held.grip === "from" ? { from: Math.min(day, to), to }
      : { from, to: Math.max(day, from) };
    if (held.grip === "new" && Math.abs(scale.x(day) - scale.x(held.start)) < 4) return;
    last.current = next;
    change(next, false);
  };
  const last = useRef<Days | null>(null);
  const up = (e: PointerEvent) => {
    const held = drag.current;
    drag.current = null;
    const moved = last.current;
    last.current = null;
    if (held && moved) return change(moved);
    // A click on a bar chooses its days.
    if (held?.grip === "new" && dayAt(e) === held.start) {
      const bin = made.bins.find((b) => held.start >= b.from && held.start <= b.to);
      change(bin ? { from: Math.max(bin.from, whole.from), to: Math.min(bin.to, whole.to) } : null);
    }
  };
  const way = mirrored ? "rtl" : "ltr";
  const shown = days ?? whole;
  const chosen = scale.bar(shown);
  const rise = (count: number) => Math.max(2, (Math.sqrt(count) / Math.sqrt(made.most)) * (plot.height - 4));
  const base = plot.top + plot.height;
  const tick = (day: number, of: Unit) => new Intl.DateTimeFormat(locale.value, { timeZone: "UTC", ...(of === "year" ? { year: "numeric" } : of === "month" ? { month: "short", year: "numeric" } : { day: "numeric", month: "short" }) } as Intl.DateTimeFormatOptions).format(new Date(day * 86400000));
  const ends = useMemo(() => {
    const half = 44;
    return ticksOf(whole, width).filter(({ day }) => scale.x(day) > 118 + half && scale.x(day) < width - 118 - half);
  }, [whole, width, mirrored]);
  const textAt = (day: number) => dayText(isoDay(day), true);
  return (
    <svg ref={root} class="timeline-plot" width={width} height={120} onPointerDown={down("new")} onPointerMove={move} onPointerUp={up} onPointerCancel={up} role="group" aria-label={t("map-timeline")}>
      <g aria-hidden="true">
        {lanesOf(made.stretches, plot.lanes).map(({ stretch, lane }) => {
          const { x, width: w } = scale.bar({ from: Math.max(stretch.from, whole.from), to: Math.min(stretch.to, whole.to) });
          return <rect key={`${stretch.from}/${stretch.to}`} class="stretch" x={x} y={plot.top + 1 + lane * 6} width={Math.max(2, w - 1)} height={Math.min(5, 1.5 + Math.sqrt(stretch.count))} rx={2} />;
        })}
        {made.bins.map((bin) => {
          const { x, width: w } = scale.bar({ from: Math.max(bin.from, whole.from), to: Math.min(bin.to, whole.to) });
          const high = rise(bin.count);
          const inside = !days || (bin.to >= days.from && bin.from <= days.to);
          return (
            <g key={bin.from} class={inside ? "bin" : "bin out"}>
              <rect x={x + 0.5} y={base - high} width={Math.max(1.5, Math.min(w - 1, 26))} height={high} rx={1} />
              {bin.disputed > 0 && <rect class="bin-disputed" x={x + 0.5} y={base - high} width={Math.max(1.5, Math.min(w - 1, 26))} height={Math.max(1.5, (high * bin.disputed) / bin.count)} rx={1} />}
            </g>
          );
        })}
        <line class="axis" x1={0} x2={width} y1={base + 0.5} y2={base + 0.5} />
        {ends.map(({ day, unit: of }) => (
          <g key={day} class="tick">
            <line x1={scale.x(day)} x2={scale.x(day)} y1={base} y2={base + 5} />
            <text x={scale.x(day)} y={base + 20} text-anchor="middle" direction={way}>{tick(day, of)}</text>
          </g>
        ))}
        <text class="end" x={mirrored ? width - 2 : 2} y={base + 20} text-anchor="start" direction={way}>{textAt(whole.from + 1)}</text>
        <text class="end" x={mirrored ? 2 : width - 2} y={base + 20} text-anchor="end" direction={way}>{textAt(whole.to - 1)}</text>
        {at !== null && at >= whole.from && at <= whole.to && <line class="as-of" x1={scale.x(at)} x2={scale.x(at)} y1={plot.top - 4} y2={base} />}
      </g>
      {days && <rect class="brush" x={chosen.x} y={plot.top - 3} width={Math.max(1, chosen.width)} height={plot.height + 3} onPointerDown={down("all")} />}
      {(["from", "to"] as const).map((grip) => {
        const day = shown[grip];
        const x = scale.x(grip === "from" ? day : day + 1);
        return (
          <g
            key={grip}
            class={days ? "grip" : "grip idle"}
            transform={`translate(${x} 0)`}
            role="slider"
            tabindex={0}
            aria-label={t(grip === "from" ? "map-days-from" : "map-days-to")}
            aria-valuemin={whole.from}
            aria-valuemax={whole.to}
            aria-valuenow={day}
            aria-valuetext={dayText(isoDay(day))}
            onPointerDown={down(grip)}
            onKeyDown={(e) => {
              const next = stepped(e, shown, grip, whole, mirrored);
              if (!next) return;
              e.preventDefault();
              e.stopPropagation();
              change(next);
            }}
          >
            <rect class="grip-reach" x={-11} y={plot.top - 8} width={22} height={plot.height + 14} />
            <line x1={0} x2={0} y1={plot.top - 3} y2={base} />
            <rect class="grip-knob" x={-3.5} y={plot.top + plot.height / 2 - 10} width={7} height={20} rx={3.5} />
          </g>
        );
      })}
      {days && (
        <text class="brush-text" aria-hidden="true" x={Math.max(70, Math.min(width - 70, chosen.x + chosen.width / 2))} y={13} text-anchor="middle" direction={way}>
          {days.from === days.to ? textAt(days.from) : `${textAt(days.from)} – ${textAt(days.to)}`}
        </text>
      )}
      {!days && (
        <text class="brush-text idle" aria-hidden="true" x={width / 2} y={13} text-anchor="middle" direction={way}>
          {t(`map-per-${unit}`, { most: made.most, text: number(made.most) })}
        </text>
      )}
    </svg>
  );
}

/** Where a key moves one end of the brush; null if the key does not. */
function stepped(e: KeyboardEvent, days: Days, grip: "from" | "to", whole: Days, mirrored: boolean): Days | null {
  const later = mirrored ? "ArrowLeft" : "ArrowRight";
  const earlier = mirrored ? "ArrowRight" : "ArrowLeft";
  const step = e.shiftKey ? 30 : 1;
  const by =
    e.key === later || e.key === "ArrowUp" ? step
    : e.key === earlier || e.key === "ArrowDown" ? -step
    : e.key === "PageUp" ? 30
    : e.key === "PageDown" ? -30
    : e.key === "Home" ? -Infinity
    : e.key === "End" ? Infinity
    : null;
  if (by === null) return null;
  const day = Math.max(whole.from, Math.min(whole.to, days[grip] + by));
  return grip === "from" ? { from: Math.min(day, days.to), to: days.to } : { from: days.from, to: Math.max(day, days.from) };
}
