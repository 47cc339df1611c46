import { geoIdentity, geoPath, type GeoPermissibleObjects } from "d3-geo";
import type { Feature, GeoJSON, Geometry, Position } from "geojson";
import type { Language } from "../app/settings";
import { type Base, type BaseOptions, zooms } from "./Base";
import { nameIn, type Label } from "./basemap";
import { element } from "./marks";
import { scaleOf, xOf, yOf, type Camera } from "./mercator";
import { countriesUntil, divisionsFrom, zoomOfRank } from "./style";

/** The ground drawn in SVG, where there is no WebGL2. It moves by drag, pinch, wheel and the same keys. */
export function svgBase(options: BaseOptions): Base {
  const { box, ground } = options;
  let { x, y, zoom } = options.camera;
  let language: Language = options.language;
  const top = document.createElement("div");
  top.className = "svg-map";
  const svg = element("svg", { class: "svg-ground", "aria-hidden": "true" });
  const names = ["land", "lakes", "rivers", "coast", "divisions", "borders", "disputed"] as const;
  const paths = Object.fromEntries(names.map((name) => [name, element("path", { class: `g-${name}` })])) as Record<(typeof names)[number], SVGPathElement>;
  const words = element("g", { class: "g-words" });
  svg.append(...Object.values(paths), words);
  top.append(svg);
  box.append(top);
  const shapes: Partial<Record<(typeof names)[number], GeoPermissibleObjects>> = {
    land: unit(ground.land),
    lakes: unit(ground.lakes),
    rivers: unit(ground.rivers),
    borders: unit(ground.borders),
    disputed: unit(ground.disputed),
  };
  let drawnAt: Camera | null = null;
  let waiting = 0;

  const camera = (): Camera => ({ x, y, zoom, width: box.clientWidth, height: box.clientHeight });

  function draw(): void {
    const now = (drawnAt = camera());
    const scale = scaleOf(zoom);
    const margin = 0.4;
    const [left, up] = [now.width / 2 - x * scale, now.height / 2 - y * scale];
    const identity = geoIdentity().scale(scale).translate([left, up]).clipExtent([[-now.width * margin, -now.height * margin], [now.width * (1 + margin), now.height * (1 + margin)]]);
    const path = geoPath(identity).digits(1);
    for (const name of names) {
      const shape = shapes[name === "coast" ? "land" : name];
      const hidden = !shape || (name === "divisions" && zoom < divisionsFrom) || (name === "rivers" && zoom < 4);
      paths[name].setAttribute("d", hidden ? "" : (path(shape) ?? ""));
    }
    write(now, scale, left, up);
    svg.style.transform = "";
  }

  // Names from the most important on, each where no other stands yet.
  function write(now: Camera, scale: number, left: number, up: number): void {
    const taken: [number, number, number, number][] = [];
    const nodes: SVGElement[] = [];
    const put = (label: Label, kind: string, size: number, dotted: boolean) => {
      const [px, py] = [xOf(label.lon) * scale + left, yOf(label.lat) * scale + up];
      if (px < -40 || py < -40 || px > now.width + 40 || py > now.height + 40) return;
      const text = nameIn(label, language);
      const half = (text.length * size * 0.29) + 3;
      const line = dotted ? py + size * 0.95 : py;
      const box: [number, number, number, number] = [px - half, Math.min(py, line) - size * 0.6, px + half, line + size * 0.6];
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return;
      taken.push(box);
      if (dotted) nodes.push(element("circle", { class: "g-dot", cx: px.toFixed(1), cy: py.toFixed(1), r: "1.8" }));
      const node = element("text", { class: `g-${kind}`, x: px.toFixed(1), y: line.toFixed(1), "font-size": `${size}`, "text-anchor": "middle", "dominant-baseline": "central" });
      node.textContent = text;
      nodes.push(node);
    };
    if (zoom <= countriesUntil) for (const label of ground.labels.countries) put(label, "country", 12 + Math.max(0, zoom - 3) * 1.2, false);
    if (zoom >= 3.4) for (const label of ground.labels.seas) put(label, "sea", 12, false);
    for (const label of ground.labels.towns) if (zoom >= zoomOfRank[label.rank]!) put(label, "town", label.rank < 2 ? 13 : 11.5, true);
    words.replaceChildren(...nodes);
  }

  // While it moves, what is drawn is carried along; drawn anew when it rests, or when the view has gone too far.
  function moved(still: boolean): void {
    if (!drawnAt) return;
    const k = scaleOf(zoom) / scaleOf(drawnAt.zoom);
    const [dx, dy] = [(drawnAt.x - x) * scaleOf(zoom), (drawnAt.y - y) * scaleOf(zoom)];
    if (still || Math.abs(dx) > drawnAt.width * 0.35 || Math.abs(dy) > drawnAt.height * 0.35) draw();
    else svg.style.transform = `translate(${dx}px, ${dy}px) scale(${k})`;
    options.moved(still);
  }
  const rest = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => moved(true), 160);
  };
  const clamp = () => {
    zoom = Math.max(zooms.least, Math.min(zooms.most, zoom));
    x = Math.max(0, Math.min(1, x));
    y = Math.max(0.05, Math.min(0.95, y));
  };
  const zoomAt = (by: number, px: number, py: number) => {
    const before = scaleOf(zoom);
    const [wx, wy] = [x + (px - box.clientWidth / 2) / before, y + (py - box.clientHeight / 2) / before];
    zoom = Math.max(zooms.least, Math.min(zooms.most, zoom + by));
    const after = scaleOf(zoom);
    x = wx - (px - box.clientWidth / 2) / after;
    y = wy - (py - box.clientHeight / 2) / after;
    clamp();
    moved(false);
    rest();
  };

  const fingers = new Map<number, { x: number; y: number }>();
  top.addEventListener("pointerdown", (e) => {
    if (e.button !== 0) return;
    fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
    // A click on a mark must reach the mark: the pointer is kept only once it moves.
  });
  top.addEventListener("pointermove", (e) => {
    const last = fingers.get(e.pointerId);
    if (!last) return;
    if (!top.hasPointerCapture(e.pointerId) && Math.hypot(e.clientX - last.x, e.clientY - last.y) < 4) return;
    if (!top.hasPointerCapture(e.pointerId)) top.setPointerCapture(e.pointerId);
    const other = [...fingers].find(([id]) => id !== e.pointerId)?.[1];
    fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
    if (other) {
      const frame = box.getBoundingClientRect();
      const [was, is] = [Math.hypot(last.x - other.x, last.y - other.y), Math.hypot(e.clientX - other.x, e.clientY - other.y)];
      if (was > 0 && is > 0) zoomAt(Math.log2(is / was), (e.clientX + other.x) / 2 - frame.left, (e.clientY + other.y) / 2 - frame.top);
      return;
    }
    const scale = scaleOf(zoom);
    x -= (e.clientX - last.x) / scale;
    y -= (e.clientY - last.y) / scale;
    clamp();
    moved(false);
  });
  for (const name of ["pointerup", "pointercancel"] as const)
    top.addEventListener(name, (e) => {
      if (fingers.delete(e.pointerId) && drawnAt && (drawnAt.x !== x || drawnAt.y !== y)) moved(true);
    });
  top.addEventListener("wheel", (e) => {
    e.preventDefault();
    const frame = box.getBoundingClientRect();
    zoomAt(-e.deltaY * (e.deltaMode === 1 ? 0.05 : 0.0025), e.clientX - frame.left, e.clientY - frame.top);
  }, { passive: false });
  const sized = new ResizeObserver(() => moved(true));
  draw();
  sized.observe(box);

  return {
    kind: "svg",
    top,
    camera,
    go(to) {
      ({ x, y, zoom } = to);
      clamp();
      moved(true);
    },
    show(look) {
      if (look.language === language) return; // Colours come from the style sheet.
      language = look.language;
      draw();
    },
    addDivisions(divisions) {
      shapes.divisions = unit(divisions.lines);
      draw();
    },
    destroy() {
      sized.disconnect();
      clearTimeout(waiting);
      top.remove();
    },
  };
}

/** Puts a shape on the unit square of Web Mercator. */
function unit(shape: GeoJSON): GeoPermissibleObjects {
  const point = (p: Position): Position => [xOf(p[0]!), yOf(p[1]!)];
  const walk = (value: unknown): unknown => (Array.isArray(value) ? (typeof value[0] === "number" ? point(value as Position) : value.map(walk)) : value);
  const geometry = (g: Geometry): Geometry => (g.type === "GeometryCollection" ? { ...g, geometries: g.geometries.map(geometry) } : ({ ...g, coordinates: walk(g.coordinates) } as Geometry));
  const feature = (f: Feature): Feature => ({ ...f, geometry: geometry(f.geometry) });
  if (shape.type === "FeatureCollection") return { ...shape, features: shape.features.map(feature) } as GeoPermissibleObjects;
  return (shape.type === "Feature" ? feature(shape) : geometry(shape)) as GeoPermissibleObjects;
}
