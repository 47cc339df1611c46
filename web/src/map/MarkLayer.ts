import type { Area } from "./areas";
import { sharesOf, type Cluster } from "./cluster";
import { discRadius } from "./glyphs";
import { drawArea, drawCluster, drawPost, element, type Post } from "./marks";
import { scaleOf, type Camera, type Spot } from "./mercator";
import type { Points } from "./points";

/** What is on the map: a cluster of events at known places, an area, or a post of who holds what. */
export type Mark =
  | { readonly kind: "cluster"; readonly cluster: Cluster }
  | { readonly kind: "area"; readonly area: Area; readonly at: Spot; readonly radius: number; readonly outline: readonly (readonly (readonly number[])[])[] | null }
  | { readonly kind: "post"; readonly post: Post };

export interface MarkHandlers {
  readonly label: (mark: Mark) => string;
  readonly choose: (mark: Mark) => void;
  readonly light: (mark: Mark | null) => void;
  readonly count: (value: number) => string;
}

export const spotOf = (mark: Mark): Spot => (mark.kind === "cluster" ? mark.cluster : mark.kind === "area" ? mark.at : mark.post);
export const keyOf = (mark: Mark): string => (mark.kind === "cluster" ? `c${mark.cluster.key}` : mark.kind === "area" ? `a${mark.area.key}/${mark.area.rows.length}` : `p${mark.post.key}`);
export const countOf = (mark: Mark): number => (mark.kind === "cluster" ? mark.cluster.count : mark.kind === "area" ? mark.area.rows.length : 0);
export const firstRowOf = (mark: Mark): number => (mark.kind === "cluster" ? mark.cluster.stacks[0]!.lead : mark.kind === "area" ? mark.area.rows[0]! : -1);
export const holds = (mark: Mark, test: (row: number) => boolean): boolean =>
  mark.kind === "cluster" ? mark.cluster.stacks.some((s) => s.rows.some(test)) : mark.kind === "area" ? mark.area.rows.some(test) : false;
export const rowsOf = (mark: Mark): readonly number[] => (mark.kind === "cluster" ? mark.cluster.stacks.flatMap((s) => s.rows) : mark.kind === "area" ? mark.area.rows : []);

interface Drawn {
  readonly mark: Mark;
  readonly node: SVGGElement;
  readonly outline: SVGPathElement | null;
}

/**
 * The marks, as SVG above any base map. While the map is only panned, one transform moves all of them; the marks of what comes into view
 * are made when it rests, or when a margin around the view is used up.
 */
export class MarkLayer {
  private readonly host: HTMLElement;
  private readonly mover: HTMLElement;
  private readonly svg: SVGSVGElement;
  private readonly grounds: SVGGElement;
  private readonly tops: SVGGElement;
  private readonly tip: HTMLElement;
  private drawn = new Map<string, Drawn>();
  private origin: Camera | null = null;
  private camera: Camera | null = null;
  private active: string | null = null;
  private language = "";
  private lit: Drawn | null = null;
  private chosen: ReadonlySet<number> = new Set();
  private pressedAt: Spot | null = null;

  constructor(top: HTMLElement, private readonly handlers: MarkHandlers) {
    this.host = document.createElement("div");
    this.host.className = "marks";
    this.host.dir = "ltr";
    this.mover = document.createElement("div");
    this.mover.className = "marks-mover";
    const svg = (this.svg = element("svg", { class: "marks-svg", role: "group", width: "1", height: "1" }));
    this.grounds = element("g", { class: "grounds", "aria-hidden": "true" });
    this.tops = element("g", {});
    svg.append(hatches(), this.grounds, this.tops);
    this.mover.append(svg);
    this.tip = document.createElement("div");
    this.tip.className = "map-tip";
    this.tip.hidden = true;
    this.tip.ariaHidden = "true";
    this.host.append(this.mover, this.tip);
    top.append(this.host);
    svg.addEventListener("pointerdown", (e) => (this.pressedAt = { x: e.clientX, y: e.clientY }));
    svg.addEventListener("click", (e) => this.clicked(e));
    svg.addEventListener("pointerover", (e) => this.light(this.find(e.target)));
    svg.addEventListener("pointerout", (e) => {
      if (!this.find(e.relatedTarget)) this.light(this.focused());
    });
    svg.addEventListener("focusin", (e) => this.focusedOn(this.find(e.target)));
    svg.addEventListener("focusout", () => this.light(null));
    svg.addEventListener("keydown", (e) => this.key(e));
  }

  /** Names the group for those who hear it. */
  name(text: string): void {
    this.svg.setAttribute("aria-label", text);
  }

  /** Shows these marks; those that were shown before stay as they are, unless the words change. */
  draw(points: Points, marks: readonly Mark[], camera: Camera, language: string): void {
    this.origin = camera;
    const focused = this.focused();
    const before = this.drawn;
    this.drawn = new Map();
    for (const mark of marks) {
      const key = keyOf(mark);
      const old = before.get(key);
      before.delete(key);
      const drawn = old ? { ...old, mark } : this.make(points, mark);
      if (!old || this.language !== language) drawn.node.setAttribute("aria-label", this.handlers.label(mark));
      this.drawn.set(key, drawn);
    }
    this.language = language;
    for (const old of before.values()) {
      old.node.remove();
      old.outline?.remove();
    }
    // Areas lie below, the larger clusters above the smaller ones are drawn first, as they come.
    for (const drawn of this.drawn.values()) {
      if (!drawn.node.isConnected) this.tops.append(drawn.node);
      if (drawn.outline && !drawn.outline.isConnected) this.grounds.append(drawn.outline);
    }
    if (!this.active || !this.drawn.has(this.active)) this.activate(this.nearestTo(focused ? spotOf(focused.mark) : camera));
    this.place(camera);
    this.markChosen();
    if (focused && !this.drawn.has(keyOf(focused.mark))) this.drawn.get(this.active ?? "")?.node.focus({ preventScroll: true });
  }

  /** Follows the map. */
  move(camera: Camera): void {
    if (!this.origin) return;
    if (camera.zoom === this.camera?.zoom) this.shift(camera);
    else this.place(camera);
    this.tip.hidden = true;
  }

  /** Lights the mark that holds a row; null puts it out. */
  lightRow(row: number | null): void {
    this.light(row === null ? null : ([...this.drawn.values()].find((d) => holds(d.mark, (other) => other === row)) ?? null), true);
  }

  choose(rows: ReadonlySet<number>): void {
    this.chosen = rows;
    this.markChosen();
  }

  focusFirst(): void {
    this.drawn.get(this.active ?? "")?.node.focus({ preventScroll: true });
  }

  destroy(): void {
    this.host.remove();
  }

  private make(points: Points, mark: Mark): Drawn {
    const node =
      mark.kind === "cluster" ? drawCluster(points, mark.cluster, sharesOf(points, mark.cluster), this.handlers.count)
      : mark.kind === "area" ? drawArea(points, mark.area, this.handlers.count)
      : drawPost(mark.post);
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", "-1");
    node.dataset["key"] = keyOf(mark);
    const outline = mark.kind === "area" ? element("path", { class: `ground ${mark.area.reach}` }) : null;
    return { mark, node, outline };
  }

  // All positions anew, for another zoom or other marks.
  private place(camera: Camera): void {
    const origin = (this.origin = { ...camera });
    const scale = scaleOf(camera.zoom);
    for (const { mark, node, outline } of this.drawn.values()) {
      const spot = spotOf(mark);
      node.setAttribute("transform", `translate(${round((spot.x - origin.x) * scale)} ${round((spot.y - origin.y) * scale)})`);
      if (outline && mark.kind === "area") outline.setAttribute("d", groundPath(mark, origin, scale));
    }
    this.shift(camera);
  }

  private shift(camera: Camera): void {
    this.camera = camera;
    const scale = scaleOf(camera.zoom);
    this.mover.style.transform = `translate(${(camera.width / 2 + (this.origin!.x - camera.x) * scale).toFixed(2)}px, ${(camera.height / 2 + (this.origin!.y - camera.y) * scale).toFixed(2)}px)`;
  }

  private find(target: EventTarget | null): Drawn | null {
    const node = (target as Element | null)?.closest?.("[data-key]") as SVGElement | null;
    return node ? (this.drawn.get(node.dataset["key"]!) ?? null) : null;
  }

  private focused(): Drawn | null {
    return this.host.contains(document.activeElement) ? this.find(document.activeElement) : null;
  }

  private clicked(event: MouseEvent): void {
    const drawn = this.find(event.target);
    const far = this.pressedAt ? Math.hypot(event.clientX - this.pressedAt.x, event.clientY - this.pressedAt.y) : 0;
    if (!drawn || far > 5) return;
    event.stopPropagation();
    this.activate(drawn);
    this.handlers.choose(drawn.mark);
  }

  private activate(drawn: Drawn | null): void {
    if (this.active) this.drawn.get(this.active)?.node.setAttribute("tabindex", "-1");
    this.active = drawn ? keyOf(drawn.mark) : null;
    drawn?.node.setAttribute("tabindex", "0");
  }

  private focusedOn(drawn: Drawn | null): void {
    if (!drawn) return;
    this.activate(drawn);
    this.light(drawn);
  }

  private light(drawn: Drawn | null, fromOutside = false): void {
    if (drawn?.node !== this.lit?.node) {
      for (const [one, on] of [[this.lit, false], [drawn, true]] as const) {
        one?.node.classList.toggle("lit", on);
        one?.outline?.classList.toggle("lit", on);
      }
      this.lit = drawn;
      if (!fromOutside) this.handlers.light(drawn?.mark ?? null);
    }
    this.tip.hidden = !drawn || !this.camera;
    if (drawn && this.camera) this.showTip(drawn, this.camera);
  }

  private showTip(drawn: Drawn, camera: Camera): void {
    const scale = scaleOf(camera.zoom);
    const spot = spotOf(drawn.mark);
    this.tip.textContent = drawn.node.getAttribute("aria-label");
    this.tip.dir = document.documentElement.dir;
    const [x, y] = [camera.width / 2 + (spot.x - camera.x) * scale, camera.height / 2 + (spot.y - camera.y) * scale];
    if (x < 0 || y < 0 || x > camera.width || y > camera.height) return void (this.tip.hidden = true);
    const half = Math.min(this.tip.offsetWidth / 2, camera.width / 2 - 8);
    const rise = drawn.mark.kind === "cluster" ? discRadius(drawn.mark.cluster.count) : 18;
    const above = y - rise - this.tip.offsetHeight - 8 > 4;
    this.tip.style.left = `${Math.max(half + 8, Math.min(camera.width - half - 8, x))}px`;
    this.tip.style.top = above ? `${y - rise - 8 - this.tip.offsetHeight}px` : `${y + rise + 8}px`;
  }

  private markChosen(): void {
    for (const { mark, node, outline } of this.drawn.values()) {
      const on = this.chosen.size > 0 && holds(mark, (row) => this.chosen.has(row));
      node.classList.toggle("chosen", on);
      outline?.classList.toggle("chosen", on);
    }
  }

  private nearestTo(spot: Spot): Drawn | null {
    let best: Drawn | null = null;
    let least = Infinity;
    for (const drawn of this.drawn.values()) {
      const at = spotOf(drawn.mark);
      const far = (at.x - spot.x) ** 2 + (at.y - spot.y) ** 2;
      if (far < least) [best, least] = [drawn, far];
    }
    return best;
  }

  // The arrows go to the nearest mark on that side; what lies aside counts double.
  private key(event: KeyboardEvent): void {
    const here = this.find(event.target);
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === "Enter" || event.code === "Space") {
      event.preventDefault();
      this.handlers.choose(here.mark);
      return;
    }
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.code];
    if (!way) return;
    event.preventDefault();
    const from = spotOf(here.mark);
    let best: Drawn | null = null;
    let least = Infinity;
    for (const drawn of this.drawn.values()) {
      const at = spotOf(drawn.mark);
      const along = (at.x - from.x) * way[0]! + (at.y - from.y) * way[1]!;
      const aside = Math.abs((at.x - from.x) * way[1]!) + Math.abs((at.y - from.y) * way[0]!);
      if (drawn.node === here.node || along <= 0 || aside > 2 * along) continue;
      if (along + 2 * aside < least) [best, least] = [drawn, along + 2 * aside];
    }
    best?.node.focus({ preventScroll: true });
  }
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The outline of an area in pixels around an origin; without a known outline a disc. */
function groundPath(mark: Mark & { kind: "area" }, origin: Camera, scale: number): string {
  if (!mark.outline) {
    const r = round(mark.radius * scale);
    const [x, y] = [round((mark.at.x - origin.x) * scale), round((mark.at.y - origin.y) * scale)];
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  let path = "";
  for (const ring of mark.outline) {
    let [px, py] = [Infinity, Infinity];
    for (let i = 0; i < ring.length; i++) {
      const x = round((ring[i]![0]! - origin.x) * scale);
      const y = round((ring[i]![1]! - origin.y) * scale);
      if (Math.abs(x - px) + Math.abs(y - py) < 1.5) continue;
      path += `${px === Infinity ? "M" : "L"}${x} ${y}`;
      [px, py] = [x, y];
    }
    path += "Z";
  }
  return path;
}

function hatches(): SVGElement {
  const defs = element("defs", {});
  const pattern = element("pattern", { id: "map-hatch", width: "7", height: "7", patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(element("path", { d: "M0 0V7", class: "hatch" }));
  const fine = element("pattern", { id: "map-hatch-fine", width: "4", height: "4", patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  fine.append(element("path", { d: "M0 0V4", class: "hatch" }));
  defs.append(pattern, fine);
  return defs;
}
