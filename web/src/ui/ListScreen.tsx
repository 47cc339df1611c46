import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { t } from "../app/i18n";
import { useKeys } from "../app/keys";
import { usePages } from "../app/pages";
import { navigate, route } from "../app/router";
import { filterParams, Filters, NothingFits, setFilters, type Filter } from "./Filters";
import { Trouble } from "./Trouble";
import { VirtualList } from "./VirtualList";
import { Waiting } from "./Waiting";

export interface ListScreenProps<T> {
  readonly screen: string;
  readonly path: string;
  readonly filters: readonly Filter[];
  readonly height: number;
  /** Key of the words for "n rows". */
  readonly noun: string;
  readonly title: string;
  readonly row: (item: T, index: number) => ComponentChildren;
  /** Where a row leads to. */
  readonly to?: (item: T) => string;
  /** Shown when there is nothing at all, whatever the filters. */
  readonly empty: ComponentChildren;
  readonly head?: ComponentChildren;
  readonly tools?: ComponentChildren;
  readonly class?: string;
}

/** A list with its filters: all of it in the address, rows walked with J and K, opened with Enter. */
export function ListScreen<T>({ screen, path, filters, height, noun, title, row, to, empty, head, tools, class: name }: ListScreenProps<T>) {
  const here = () => route.value.screen === screen || (screen === "reports" && route.value.screen === "");
  const pages = usePages<T>(() => (here() ? { path, params: filterParams(filters) } : null));
  const at = useSignal(-1);
  const root = useRef<HTMLDivElement>(null);
  const { items, total, problem, waiting } = pages.state.value;
  const step = (by: number) => {
    at.value = Math.min(items.length - 1, Math.max(0, at.peek() + by));
    setTimeout(() => root.current?.querySelector<HTMLElement>(`[data-index="${at.peek()}"] a`)?.focus({ preventScroll: true }), 30);
  };
  useKeys("list", {
    KeyJ: { text: "key-next-row", run: () => step(1) },
    KeyK: { text: "key-previous-row", run: () => step(-1) },
    ArrowDown: { text: "key-next-row", run: () => step(1) },
    ArrowUp: { text: "key-previous-row", run: () => step(-1) },
    Enter: { text: "open", run: () => { const item = items[at.peek()]; if (item && to) navigate(to(item)); }, when: () => at.peek() >= 0 },
    KeyF: { text: "key-filter", run: () => root.current?.querySelector<HTMLInputElement>(".filters input")?.focus() },
  });
  return (
    <div class={`list-screen ${name ?? ""}`} ref={root}>
      <div class="list-top">
        <h1 class="visually-hidden">{title}</h1>
        {filters.length > 0 && <Filters filters={filters} total={total} waiting={waiting} noun={noun} />}
        {tools}
      </div>
      {problem ? <Trouble problem={problem} again={pages.again} />
        : waiting && items.length === 0 ? <Waiting />
        : total === 0 ? (setFilters(filters).length > 0 ? <NothingFits filters={filters} of={t("nothing-fits")} /> : empty)
        : (
          <div class={waiting ? "list stale" : "list"}>
            {head && <div class="list-head" aria-hidden="true">{head}</div>}
            <VirtualList count={items.length} height={height} label={title} current={at.value} reached={(i) => { if (i > items.length - 20) pages.more(); }} row={(i) => { const item = items[i]; return item === undefined ? null : row(item, i); }} />
          </div>
        )}
    </div>
  );
}
