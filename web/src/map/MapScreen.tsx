import "./map.css";
import { useSignal } from "@preact/signals";
import { useCallback, useEffect, useMemo, useRef } from "preact/hooks";
import { number, t } from "../app/i18n";
import { useKeys } from "../app/keys";
import { useLoad } from "../app/load";
import { address, navigate, setParams } from "../app/router";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icon";
import { Trouble } from "../ui/Trouble";
import { Waiting } from "../ui/Waiting";
import { asked, at, cameraParam, chosenEvent, chosenRows, days, families, grade, knownBy, onlyDisputed, onlyUnplaced, rowsAt, rowsWithin, setDays, spot, tab } from "./choices";
import { Details } from "./Details";
import { EventRows } from "./EventRows";
import { Filters } from "./Filters";
import { placeText } from "./labels";
import { Legend } from "./Legend";
import { MapView, type MapHandle } from "./MapView";
import { latOf, lonOf, xOf, yOf, type Camera } from "./mercator";
import type { Post } from "./marks";
import { Points, dayNumber, type PointsAnswer } from "./points";
import { holdersOf, postsOf, type Standing } from "./situation";
import { standingText } from "./Standings";
import { Timeline } from "./Timeline";

interface SituationAnswer {
  readonly items: readonly Standing[];
}

/** The map with its list, its timeline, and what one has chosen. */
export default function MapScreen() {
  const loaded = useLoad<PointsAnswer>(() => ({ path: "events/points", params: asked.value }));
  const situation = useLoad<SituationAnswer>(() => (at.value ? { path: "situation", params: { at: at.value, ...(knownBy.value ? { "known-by": knownBy.value } : {}) } } : null));
  const { value, problem, waiting } = loaded.value;
  const points = useMemo(() => (value ? new Points(value) : null), [value]);
  if (!points) return problem ? <Trouble problem={problem} again={loaded.again} /> : <Waiting />;
  if (points.size === 0 && Object.keys(asked.value).length === 0)
    return (
      <Empty title={t("map-none")}>
        <p>{t("map-none-next")} <code>isnad ingest FILE</code></p>
      </Empty>
    );
  return <Board {...{ points, waiting, standings: situation.value.value?.items ?? null, situationWaits: situation.value.waiting }} />;
}

interface BoardProps {
  readonly points: Points;
  readonly waiting: boolean;
  readonly standings: readonly Standing[] | null;
  readonly situationWaits: boolean;
}

function Board({ points, waiting, standings, situationWaits }: BoardProps) {
  const handle = useRef<MapHandle | null>(null);
  const litByList = useSignal<number | null>(null);
  const litByMap = useSignal<readonly number[] | null>(null);
  const choice = useMemo(() => chosenRows(points, { families: families.value, grade: grade.value, onlyDisputed: onlyDisputed.value }), [points, families.value.join(), grade.value, onlyDisputed.value]);
  const stretch = days.value;
  const rows = useMemo(() => rowsWithin(points, choice, stretch), [points, choice, stretch?.from, stretch?.to]);
  const unplaced = useMemo(() => rows.filter((i) => !points.isPlaced(i)), [points, rows]);
  const here = spot.value;
  const listed = useMemo(() => (onlyUnplaced.value ? unplaced : here === null ? rows : rowsAt(points, rows, here)), [points, rows, unplaced, onlyUnplaced.value, here]);
  const open = useMemo(() => {
    const row = chosenEvent.value === null ? -1 : points.answer.n.indexOf(chosenEvent.value);
    return row < 0 ? null : row;
  }, [points, chosenEvent.value]);
  const chosen = useMemo(() => new Set(open !== null ? [open] : here !== null ? listed : []), [open, here, listed]);
  const holders = useMemo(() => (standings ? holdersOf(standings, letterOf) : []), [standings]);
  const posts = useMemo(() => (standings ? postsOf(standings, holders, standingText) : []), [standings, holders]);
  const post = useSignal<Post | null>(null);
  const start = useMemo(() => {
    const camera = cameraParam();
    return camera ? { x: xOf(camera.lon), y: yOf(camera.lat), zoom: camera.zoom } : null;
  }, []);

  const chooseRow = useCallback((row: number) => {
    post.value = null;
    setParams({ event: points.answer.n[row]!, tab: tab.peek() === "map" ? "" : "details" });
    handle.current?.show(row);
  }, [points]);
  const choose = useCallback((chosenNow: readonly number[], flag: Post | null) => {
    post.value = flag;
    if (flag) setParams({ event: "", spot: "", tab: "details" });
    else if (chosenNow.length === 1) setParams({ event: points.answer.n[chosenNow[0]!]!, spot: "", place: "", tab: "details" });
    else setParams({ spot: points.answer.n[chosenNow[0]!]!, event: "", place: "", tab: "list" });
  }, [points]);
  const rested = useCallback((camera: Camera) => setParams({ view: [latOf(camera.y).toFixed(3), lonOf(camera.x).toFixed(3), camera.zoom.toFixed(2)].join(",") }), []);
  const step = (by: number) => {
    if (listed.length === 0) return;
    // Who goes on in the list has left the marks: Enter opens what is chosen, not the mark that had the focus.
    if (document.activeElement?.closest(".marks")) (document.activeElement as unknown as HTMLElement).blur();
    const now = open === null ? -1 : Array.prototype.indexOf.call(listed, open);
    chooseRow(listed[Math.max(0, Math.min(listed.length - 1, now + by))]!);
  };
  useKeys("map", {
    KeyJ: { text: "map-key-next", run: () => step(1) },
    KeyK: { text: "map-key-before", run: () => step(-1) },
    Enter: { text: "map-key-open", run: () => navigate(address("event", String(points.answer.n[open!]))), when: () => open !== null },
    Equal: { text: "map-key-in", run: () => handle.current?.zoom(1) },
    Minus: { text: "map-key-out", run: () => handle.current?.zoom(-1) },
    Digit0: { text: "map-key-fit", run: () => handle.current?.fit() },
    KeyM: { text: "map-key-marks", run: () => handle.current?.focusMarks() },
    Escape: { text: "map-key-close", run: () => { post.value = null; setParams({ event: "", spot: "" }); }, when: () => open !== null || here !== null || post.peek() !== null },
  });
  // A place or day that is chosen away takes what was open with it.
  useEffect(() => {
    if (here !== null && listed.length === 0 && points.size > 0) setParams({ spot: "" });
  }, [here, listed]);

  const lit = useMemo(() => new Set(litByMap.value ?? []), [litByMap.value]);
  const details = open !== null || post.value !== null || at.value !== "";
  const shownTab = tab.value === "details" && !details ? "map" : tab.value;
  return (
    <div class={`map-screen tab-${shownTab}${details ? " with-details" : ""}`}>
      <h1 class="visually-hidden">{t("nav-map")}</h1>
      <Filters points={points} rows={choice} />
      <div class="map-tabs" role="tablist" aria-label={t("map-panes")}>
        {(["map", "list", ...(details ? ["details"] : [])] as const).map((name) => (
          <button key={name} type="button" role="tab" aria-selected={shownTab === name} class={shownTab === name ? "on" : ""} onClick={() => setParams({ tab: name === "map" ? "" : name })}>
            {t(`map-tab-${name}`)}
          </button>
        ))}
      </div>
      <section class="map-list" aria-label={t("map-list")}>
        <header class="map-count">
          <p role="status" aria-live="polite">
            {t("map-count", { count: listed.length, text: number(listed.length), all: points.size, allText: number(points.size) })}
            {waiting && <span class="visually-hidden"> {t("waiting")}</span>}
          </p>
          {unplaced.length > 0 && here === null && (
            <button type="button" class="button quiet map-unplaced" aria-pressed={onlyUnplaced.value} onClick={() => setParams({ place: onlyUnplaced.peek() ? "" : "none", tab: onlyUnplaced.peek() ? tab.peek() : "list" })}>
              {onlyUnplaced.value ? t("map-unplaced-all") : t("map-unplaced", { count: unplaced.length, text: number(unplaced.length) })}
            </button>
          )}
          {here !== null && listed.length > 0 && (
            <button type="button" class="map-chip" onClick={() => setParams({ spot: "" })}>
              <bdi>{placeText(points, listed[0]!)}</bdi> <Icon name="close" />
              <span class="visually-hidden">{t("map-spot-clear")}</span>
            </button>
          )}
        </header>
        {listed.length === 0 ? <Nothing /> : <EventRows points={points} rows={listed} lit={lit} open={open} light={(row) => (litByList.value = row)} choose={chooseRow} />}
      </section>
      <section class="map-centre" aria-label={t("nav-map")}>
        <MapView points={points} rows={rows} posts={posts} chosen={chosen} lit={litByList.value} choose={choose} light={(now) => (litByMap.value = now)} start={start} rested={rested} handle={handle} />
        <div class="map-zoom">
          <button type="button" class="tool" aria-label={t("map-key-in")} title={t("map-key-in")} onClick={() => handle.current?.zoom(1)}><Icon name="add" /></button>
          <button type="button" class="tool" aria-label={t("map-key-out")} title={t("map-key-out")} onClick={() => handle.current?.zoom(-1)}><svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" aria-hidden="true"><path d="M5 12h14" /></svg></button>
          <button type="button" class="tool" aria-label={t("map-key-fit")} title={t("map-key-fit")} onClick={() => handle.current?.fit()}><svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" aria-hidden="true"><path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" /></svg></button>
        </div>
        <Legend holders={holders} />
        <Timeline points={points} rows={choice} days={stretch} change={setDays} at={at.value ? dayNumber(at.value) : null} />
      </section>
      {details && (
        <aside class="map-details" aria-label={t("map-details")}>
          <Details points={points} row={open} post={post.value} standings={standings} holders={holders} waiting={situationWaits} close={() => { post.value = null; setParams({ event: "", ...(open === null && post.peek() === null ? { at: "", "known-by": "" } : {}), tab: "" }); }} />
        </aside>
      )}
    </div>
  );
}

/** What to do when nothing matches: take away what narrows most. */
function Nothing() {
  const narrowing = [
    days.value ? { text: t("map-relax-days"), params: { from: "", to: "" } } : null,
    families.value.length > 0 ? { text: t("map-relax-families"), params: { families: "" } } : null,
    grade.value || onlyDisputed.value ? { text: t("map-relax-grade"), params: { grade: "", disputed: "" } } : null,
    asked.value["text"] ? { text: t("map-relax-text"), params: { text: "" } } : null,
    asked.value["known-by"] ? { text: t("map-relax-known"), params: { "known-by": "" } } : null,
  ].filter((one) => one !== null);
  return (
    <div class="map-nothing">
      <p>{t("map-nothing")}</p>
      {narrowing.map((one) => <button key={one.text} type="button" class="button" onClick={() => setParams(one.params)}>{one.text}</button>)}
    </div>
  );
}

const letterOf = (index: number): string => String.fromCharCode(65 + (index % 26)) + (index >= 26 ? String(Math.floor(index / 26)) : "");
