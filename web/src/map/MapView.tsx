import { useEffect, useRef, useState } from "preact/hooks";
import { effect } from "@preact/signals";
import { locale, number, t } from "../app/i18n";
import { language, theme } from "../app/settings";
import { Waiting } from "../ui/Waiting";
import { areasOf, isFar, kilometres, type Area } from "./areas";
import { hasWebGl, zooms, type Base } from "./Base";
import { divisionKey, loadDivisions, loadGround, type Divisions, type Ground } from "./basemap";
import { clustersOf, stacksOf, type Cluster, type Stack } from "./cluster";
import { markLabel } from "./labels";
import { MarkLayer, type Mark, spotOf } from "./MarkLayer";
import type { Post } from "./marks";
import { cameraFor, latOf, lonOf, metresPerPixel, scaleOf, xOf, yOf, type Camera } from "./mercator";
import type { Points } from "./points";
import { divisionsFrom } from "./style";

interface Props {
  readonly points: Points;
  readonly rows: Int32Array;
  readonly posts: readonly Post[];
  readonly chosen: ReadonlySet<number>;
  /** Row that the list lights. */
  readonly lit: number | null;
  readonly choose: (rows: readonly number[], post: Post | null) => void;
  readonly light: (rows: readonly number[] | null) => void;
  readonly start: { x: number; y: number; zoom: number } | null;
  readonly rested: (camera: Camera) => void;
}

/** Commands that the screen gives to the map. */
export interface MapHandle {
  zoom(by: number): void;
  fit(): void;
  show(row: number): void;
  focusMarks(): void;
}

const clusterRadius = 46;
const margin = 0.3;

const dark = () => (theme.value === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : theme.value === "dark");

/** The map: ground below, marks above. */
export function MapView(props: Props & { handle: { current: MapHandle | null } }) {
  const box = useRef<HTMLDivElement>(null);
  const held = useRef(props);
  held.current = props;
  const scene = useRef<Scene | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    void (async () => {
      try {
        const ground = await loadGround();
        const make = hasWebGl() ? (await import("./GlBase")).glBase : (await import("./SvgBase")).svgBase;
        if (gone || !box.current) return;
        const made = (scene.current = new Scene(box.current, ground, make, () => held.current));
        props.handle.current = made;
        const stopLook = effect(() => made.look({ theme: dark() ? "dark" : "light", language: language.value }));
        const scheme = matchMedia("(prefers-color-scheme: dark)");
        const changed = () => made.look({ theme: dark() ? "dark" : "light", language: language.peek() });
        scheme.addEventListener("change", changed);
        stop = () => {
          stopLook();
          scheme.removeEventListener("change", changed);
          made.destroy();
        };
        setReady(true);
      } catch (error) {
        if (!gone) setTrouble(String(error));
      }
    })();
    return () => {
      gone = true;
      props.handle.current = null;
      scene.current = null;
      stop();
    };
  }, []);
  useEffect(() => scene.current?.update(), [props.rows, props.points, props.posts, ready]);
  useEffect(() => scene.current?.layer.choose(props.chosen), [props.chosen, ready]);
  useEffect(() => scene.current?.layer.lightRow(props.lit), [props.lit, ready]);
  return (
    <div class="map-view" dir="ltr">
      <div class="map-box" ref={box} />
      {!ready && !trouble && <Waiting />}
      {trouble && <p class="map-trouble" role="alert" dir="auto">{t("map-no-ground")} <bdi>{trouble}</bdi></p>}
    </div>
  );
}

/** A map that is on the page, with all that it holds ready between two drawings. */
class Scene implements MapHandle {
  readonly base: Base;
  readonly layer: MarkLayer;
  private divisions: Divisions | null = null;
  private asked = false;
  private drawnAt: Camera | null = null;
  private made: { rows: Int32Array; points: Points; stacks: Stack[]; clusters: Map<number, Cluster[]>; areas: Map<boolean, Area[]> } | null = null;

  constructor(box: HTMLElement, private readonly ground: Ground, make: typeof import("./GlBase").glBase, private readonly props: () => Props) {
    const camera = props().start ?? this.around(props().points, props().rows, box);
    this.base = make({ box, ground, camera, theme: dark() ? "dark" : "light", language: language.peek(), moved: (still) => this.moved(still) });
    this.layer = new MarkLayer(this.base.top, {
      label: (mark) => markLabel(props().points, mark, ground),
      choose: (mark) => this.choose(mark),
      light: (mark) => props().light(mark === null ? null : mark.kind === "cluster" ? mark.cluster.stacks.flatMap((s) => s.rows) : mark.kind === "area" ? mark.area.rows : []),
      count: number,
    });
    this.draw();
  }

  update(): void {
    this.draw();
  }
  look(look: Parameters<Base["show"]>[0]): void {
    this.base.show(look);
    this.layer.name(t("map-marks"));
    if (this.drawnAt) this.draw();
  }
  destroy(): void {
    this.layer.destroy();
    this.base.destroy();
  }
  zoom(by: number): void {
    const camera = this.base.camera();
    this.base.go({ ...camera, zoom: Math.max(zooms.least, Math.min(zooms.most, camera.zoom + by)) });
  }
  fit(): void {
    const { points, rows } = this.props();
    this.base.go(this.around(points, rows, this.base.top));
  }
  show(row: number): void {
    const { points } = this.props();
    if (!points.isPlaced(row)) return;
    const camera = this.base.camera();
    const scale = scaleOf(camera.zoom);
    const [px, py] = [(points.x[row]! - camera.x) * scale, (points.y[row]! - camera.y) * scale];
    const near = Math.abs(px) < camera.width / 2 - 60 && Math.abs(py) < camera.height / 2 - 60;
    if (!near) this.base.go({ x: points.x[row]!, y: points.y[row]!, zoom: camera.zoom });
  }
  focusMarks(): void {
    this.layer.focusFirst();
  }

  private moved(still: boolean): void {
    // The map tells of its first move before the layer stands.
    if (!this.layer) return;
    const camera = this.base.camera();
    this.layer.move(camera);
    const last = this.drawnAt;
    const scale = scaleOf(camera.zoom);
    const far = last !== null && last.zoom === camera.zoom && (Math.abs(camera.x - last.x) * scale > camera.width * margin * 0.8 || Math.abs(camera.y - last.y) * scale > camera.height * margin * 0.8);
    if (still || far) this.draw();
    if (still) this.props().rested(camera);
  }

  private draw(): void {
    const camera = this.base.camera();
    if (camera.width === 0 || camera.height === 0) return;
    const { points, rows, posts } = this.props();
    if (this.made?.rows !== rows || this.made.points !== points) this.made = { rows, points, stacks: stacksOf(points, rows), clusters: new Map(), areas: new Map() };
    const zoom = Math.round(camera.zoom * 4) / 4;
    let clusters = this.made.clusters.get(zoom);
    if (!clusters) this.made.clusters.set(zoom, (clusters = clustersOf(this.made.stacks, zoom, clusterRadius)));
    const scale = scaleOf(camera.zoom);
    const [halfX, halfY] = [(camera.width * (0.5 + margin)) / scale, (camera.height * (0.5 + margin)) / scale];
    const inView = (spot: { x: number; y: number }) => Math.abs(spot.x - camera.x) <= halfX && Math.abs(spot.y - camera.y) <= halfY;
    const far = isFar(camera.zoom);
    let areas = this.made.areas.get(far);
    if (!areas) this.made.areas.set(far, (areas = areasOf(points, rows, camera.zoom)));
    const marks: Mark[] = areas.map((area) => this.areaMark(area)).filter((mark) => inView(spotOf(mark)));
    // Larger clusters come last and so lie above.
    for (let i = clusters.length - 1; i >= 0; i--) if (inView(clusters[i]!)) marks.push({ kind: "cluster", cluster: clusters[i]! });
    for (const post of posts) if (inView(post)) marks.push({ kind: "post", post });
    this.drawnAt = camera;
    this.layer.draw(points, marks, camera, locale.peek());
    if (!this.asked && (camera.zoom >= divisionsFrom || marks.some((m) => m.kind === "area" && m.area.reach === "division"))) this.askDivisions();
  }

  private askDivisions(): void {
    this.asked = true;
    loadDivisions().then((divisions) => {
      this.divisions = divisions;
      this.base.addDivisions(divisions);
      this.draw();
    }, () => (this.asked = false));
  }

  private areaMark(area: Area): Mark {
    const country = area.place?.country ?? null;
    const label = area.reach === "country" && country ? this.ground.labels.countries.find((c) => c.code === country) : undefined;
    const outline =
      area.reach === "country" && country ? this.ground.countries.get(country)
      : area.reach === "division" ? (this.divisions?.outlines.get(divisionKey(country, area.place?.admin1)) ?? this.divisions?.outlines.get(divisionKey(country, area.place?.name)))
      : undefined;
    return {
      kind: "area",
      area,
      at: label ? { x: xOf(label.lon), y: yOf(label.lat) } : area,
      radius: (kilometres[area.reach] * 1000) / metresPerPixel({ x: area.x, y: area.y, zoom: 0, width: 0, height: 0 }) / scaleOf(0),
      outline: outline ? unitRings(outline) : null,
    };
  }

  private choose(mark: Mark): void {
    if (mark.kind === "post") return this.props().choose([], mark.post);
    if (mark.kind === "area") return this.props().choose(mark.area.rows, null);
    const { stacks } = mark.cluster;
    const camera = this.base.camera();
    if (stacks.length > 1 && camera.zoom < zooms.most - 0.2) {
      const box = boxOf(stacks.map((s) => s));
      const next = cameraFor(box, camera.width, camera.height, 70, zooms.most);
      return this.base.go({ ...next, zoom: Math.max(next.zoom, camera.zoom + 0.75) });
    }
    this.props().choose(stacks.flatMap((s) => s.rows), null);
  }

  private around(points: Points, rows: Int32Array, box: HTMLElement): { x: number; y: number; zoom: number } {
    const placed = [...rows].filter((i) => points.isPlaced(i));
    if (placed.length === 0) return { x: xOf(40), y: yOf(31), zoom: 3.6 };
    const middle = (values: number[]) => values.sort((a, b) => a - b).slice(Math.floor(values.length * (values.length > 40 ? 0.03 : 0)), Math.ceil(values.length * (values.length > 40 ? 0.97 : 1)));
    const [xs, ys] = [middle(placed.map((i) => points.x[i]!)), middle(placed.map((i) => points.y[i]!))];
    const bounds = boxOf([{ x: xs[0]!, y: ys[0]! }, { x: xs.at(-1)!, y: ys.at(-1)! }]);
    const camera = cameraFor(bounds, box.clientWidth || 800, box.clientHeight || 600, Math.min(60, (box.clientWidth || 800) * 0.09), 8);
    return { ...camera, zoom: Math.max(zooms.least, camera.zoom) };
  }
}

const boxOf = (spots: readonly { x: number; y: number }[]) => ({
  west: lonOf(Math.min(...spots.map((s) => s.x))),
  east: lonOf(Math.max(...spots.map((s) => s.x))),
  north: latOf(Math.min(...spots.map((s) => s.y))),
  south: latOf(Math.max(...spots.map((s) => s.y))),
});

const units = new WeakMap<object, [number, number][][]>();

/** The outer rings of an outline on the unit square, made once. */
function unitRings(outline: readonly (readonly (readonly number[])[])[][]): [number, number][][] {
  let rings = units.get(outline);
  if (!rings) units.set(outline, (rings = outline.map((polygon) => polygon[0]!.map((p): [number, number] => [xOf(p[0]!), yOf(p[1]!)]))));
  return rings;
}

