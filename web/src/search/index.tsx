import "../lists/lists.css";
import "./search.css";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { dayText, t } from "../app/i18n";
import { useKeys } from "../app/keys";
import { usePages } from "../app/pages";
import { address, param, route, setParams } from "../app/router";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icon";
import { Trouble } from "../ui/Trouble";
import { VirtualList } from "../ui/VirtualList";
import { Waiting } from "../ui/Waiting";

interface Found {
  readonly report: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly excerpt: string | null;
  readonly events: readonly string[];
}

/** Finds reports by their words. */
export default function Search() {
  const text = param("q");
  const input = useRef<HTMLInputElement>(null);
  const at = useSignal(-1);
  const root = useRef<HTMLDivElement>(null);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pages = usePages<Found>(() => (route.value.screen === "search" && param("q") ? { path: "search", params: { text: param("q") } } : null), 50);
  const { items, total, problem, waiting } = pages.state.value;
  const step = (by: number) => {
    at.value = Math.min(items.length - 1, Math.max(0, at.peek() + by));
    setTimeout(() => root.current?.querySelector<HTMLElement>(`[data-index="${at.peek()}"] a`)?.focus({ preventScroll: true }), 30);
  };
  useKeys("search", {
    Slash: { text: "key-search", run: () => input.current?.focus() },
    KeyJ: { text: "key-next-row", run: () => step(1) },
    KeyK: { text: "key-previous-row", run: () => step(-1) },
  });
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = text;
  }, [text]);
  const write = (value: string, wait: number) => {
    clearTimeout(late.current);
    late.current = setTimeout(() => setParams({ q: value.trim() }), wait);
  };
  return (
    <div class="list-screen search" ref={root}>
      <form class="search-box" role="search" onSubmit={(e) => { e.preventDefault(); write(input.current!.value, 0); step(0); }}>
        <h1 class="visually-hidden">{t("nav-search")}</h1>
        <label class="filter main"><span class="visually-hidden">{t("search-label")}</span><Icon name="search" /><input ref={input} type="search" dir="auto" defaultValue={text} placeholder={t("search-label")} onInput={(e) => write(e.currentTarget.value, 300)} /></label>
        <p class="soft small">{t("search-hint")}</p>
        <output class="soft small" aria-live="polite">{text && !waiting && !problem ? t("reports-count", { count: total }) : ""}</output>
      </form>
      {problem ? <Trouble problem={problem} again={pages.again} />
        : !text ? <Empty title={t("search-empty")}><p>{t("search-empty-next")}</p></Empty>
        : waiting && items.length === 0 ? <Waiting />
        : total === 0 ? <Empty title={t("search-none", { text })}><p>{t("search-none-next")}</p></Empty>
        : <div class={waiting ? "list stale" : "list"}><VirtualList count={items.length} height={120} label={t("nav-search")} current={at.value} reached={(i) => { if (i > items.length - 10) pages.more(); }} row={(i) => <Hit hit={items[i]!} />} /></div>}
    </div>
  );
}

function Hit({ hit }: { hit: Found }) {
  return (
    <article class="hit">
      <h2 dir="auto"><a href={address("report", hit.report)}>{hit.title || hit.report}</a></h2>
      {hit.excerpt && <p class="hit-text" dir="auto">{hit.excerpt}</p>}
      <p class="hit-meta soft small">
        <bdi>{hit.outlet}</bdi>
        {hit.published && <time dateTime={hit.published}>{dayText(hit.published)}</time>}
        {hit.events.length > 0 && <span>{t("events-count", { count: hit.events.length })}</span>}
        <span class="hit-events">{hit.events.slice(0, 6).map((event) => <a key={event} href={address("event", event.replace(/^E/, ""))}>{event}</a>)}{hit.events.length > 6 && "…"}</span>
      </p>
    </article>
  );
}
