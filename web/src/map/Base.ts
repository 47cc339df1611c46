import type { Language } from "../app/settings";
import type { Divisions, Ground } from "./basemap";
import type { Camera } from "./mercator";

/** What draws the ground under the marks. There are two: with WebGL2, and in SVG. */
export interface Base {
  /** Elements put here lie above the ground; what one does on them with wheel and pointer reaches the map too. */
  readonly top: HTMLElement;
  readonly kind: "webgl" | "svg";
  camera(): Camera;
  /** Moves there; at once if asked for, or if the person wants no motion. */
  go(camera: { x: number; y: number; zoom: number }, atOnce?: boolean): void;
  show(look: { theme: "light" | "dark"; language: Language }): void;
  addDivisions(divisions: Divisions): void;
  destroy(): void;
}

export interface BaseOptions {
  readonly box: HTMLElement;
  readonly ground: Ground;
  readonly camera: { x: number; y: number; zoom: number };
  readonly theme: "light" | "dark";
  readonly language: Language;
  /** The view changed; still says whether it has come to rest. */
  readonly moved: (still: boolean) => void;
}

export const zooms = { least: 1.5, most: 12 } as const;

export const wantsNoMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Whether the browser can draw with WebGL2. ?webgl=off in the address says no, to see the map without it. */
export function hasWebGl(): boolean {
  if (new URLSearchParams(location.search).get("webgl") === "off") return false;
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
