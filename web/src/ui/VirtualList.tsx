import { elementScroll, observeElementOffset, observeElementRect, measureElement, Virtualizer } from "@tanstack/virtual-core";
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface VirtualListProps {
  readonly count: number;
  /** Height of a row before it is drawn, in CSS pixels. */
  readonly height: number;
  readonly row: (index: number) => ComponentChildren;
  readonly label: string;
  /** The row that must be in sight; -1 for none. */
  readonly current?: number;
  /** Called with the last row in sight, so that more can be fetched. */
  readonly reached?: (index: number) => void;
  readonly class?: string;
}

/** A list that draws only the rows in sight. It scrolls by itself and fills the box it stands in. */
export function VirtualList({ count, height, row, label, current = -1, reached, class: name }: VirtualListProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useSignal(0);
  const held = useRef<Virtualizer<HTMLDivElement, HTMLLIElement> | null>(null);
  const options = {
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    measureElement,
    overscan: 6,
    onChange: () => void drawn.value++,
  };
  held.current ??= new Virtualizer<HTMLDivElement, HTMLLIElement>(options);
  const list = held.current;
  list.setOptions(options);
  useEffect(() => list._didMount(), []);
  useEffect(() => list._willUpdate());
  useEffect(() => {
    if (current >= 0 && current < count) list.scrollToIndex(current, { align: "auto" });
  }, [current]);
  void drawn.value;
  const rows = list.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => reached?.(last), [last, count]);
  return (
    <div class={`scroller ${name ?? ""}`} ref={box} data-scrolls>
      <ul class="rows" aria-label={label} style={{ blockSize: `${list.getTotalSize()}px` }}>
        {rows.map((item) => (
          <li key={item.key} data-index={item.index} ref={(element) => { if (element) list.measureElement(element); }} class={item.index === current ? "current" : ""} style={{ transform: `translateY(${item.start}px)` }} aria-setsize={count} aria-posinset={item.index + 1}>
            {row(item.index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
