import { useEffect, useRef } from "preact/hooks";
import { outlines } from "./glyphs";
import { drawSingle } from "./marks";
import type { Family, Fill, Points } from "./points";

/** The mark of an event, as it is on the map, beside its words. */
export function Glyph({ points, row }: { points: Points; row: number }) {
  const group = useRef<SVGGElement>(null);
  useEffect(() => {
    group.current!.replaceChildren();
    drawSingle(points, row, group.current!);
  }, [points, row]);
  return (
    <svg class="glyph" viewBox="-14 -14 28 28" width="28" height="28" aria-hidden="true">
      <g ref={group} />
    </svg>
  );
}

/** A shape with a filling, for legends and choices. */
export function Sample({ family, fill = "solid", contested = false, hatched = false }: { family: Family; fill?: Fill; contested?: boolean; hatched?: boolean }) {
  return (
    <svg class="glyph" viewBox="-14 -14 28 28" width="24" height="24" aria-hidden="true">
      {hatched && <><circle class="plate" r="13" /><circle class="hatched" r="13" /></>}
      {contested && <circle class="contested" r="12.5" />}
      {!hatched && <path class={`shape f-${family} ${fill}`} d={outlines[family]} />}
      {fill === "owned" && <circle class="core" r="2.4" />}
      {fill === "denied" && <path class="strike" d="M-9 9L9-9" />}
      {fill === "discounted" && <path class="strike" d="M-9 9L9-9M-9-9L9 9" />}
    </svg>
  );
}
