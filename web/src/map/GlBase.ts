import { Map as GlMap, setWorkerUrl, type GeoJSONSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { Language } from "../app/settings";
import { type Base, type BaseOptions, wantsNoMotion, zooms } from "./Base";
import type { Divisions } from "./basemap";
import { latOf, lonOf, xOf, yOf } from "./mercator";
import { palettes, styleOf } from "./style";

setWorkerUrl(workerUrl);

/** The ground drawn by MapLibre GL. North is up and the map lies flat, always: marks count on it. */
export function glBase(options: BaseOptions): Base {
  const { box, ground } = options;
  let look: { theme: "light" | "dark"; language: Language } = { theme: options.theme, language: options.language };
  let divisions: Divisions | undefined;
  const absolute = (url: string) => new URL(url, location.href).href;
  const map = new GlMap({
    container: box,
    style: styleOf(ground, look.theme, look.language, absolute),
    center: [lonOf(options.camera.x), latOf(options.camera.y)],
    zoom: options.camera.zoom,
    minZoom: zooms.least,
    maxZoom: zooms.most,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    keyboard: false,
    trackResize: true,
    canvasContextAttributes: { antialias: true },
    refreshExpiredTiles: false,
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().tabIndex = -1;
  map.getCanvas().setAttribute("aria-hidden", "true");
  map.getCanvas().removeAttribute("aria-label");
  map.getCanvas().removeAttribute("role");
  map.on("move", () => options.moved(false));
  map.on("moveend", () => options.moved(true));
  map.on("resize", () => options.moved(true));
  const dress = () => {
    const pixels = dot(palettes[look.theme].dot);
    if (map.hasImage("town")) map.updateImage("town", pixels);
    else map.addImage("town", pixels, { pixelRatio: 2 });
    if (divisions) map.getSource<GeoJSONSource>("divisions")?.setData(divisions.lines);
  };
  map.on("style.load", dress);

  return {
    kind: "webgl",
    top: map.getCanvasContainer(),
    camera() {
      const centre = map.getCenter();
      return { x: xOf(centre.lng), y: yOf(centre.lat), zoom: map.getZoom(), width: box.clientWidth, height: box.clientHeight };
    },
    go(camera, atOnce) {
      const to = { center: [lonOf(camera.x), latOf(camera.y)] as [number, number], zoom: camera.zoom };
      if (atOnce || wantsNoMotion()) map.jumpTo(to);
      else map.easeTo({ ...to, duration: 350 });
    },
    show(next) {
      if (next.theme === look.theme && next.language === look.language) return;
      look = next;
      map.setStyle(styleOf(ground, look.theme, look.language, absolute), { diff: false });
    },
    addDivisions(made) {
      divisions = made;
      map.getSource<GeoJSONSource>("divisions")?.setData(made.lines);
    },
    destroy: () => map.remove(),
  };
}

/** The dot that stands for a town: a disc of 9 pixels, made of numbers. */
function dot(colour: string): { width: number; height: number; data: Uint8Array } {
  const size = 11;
  const data = new Uint8Array(size * size * 4);
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const far = Math.hypot(x - 5, y - 5);
      data.set([r!, g!, b!, Math.round(255 * Math.max(0, Math.min(1, 3.6 - far)))], (y * size + x) * 4);
    }
  return { width: size, height: size, data };
}
