import type { Area } from "./areas";
import type { Cluster } from "./cluster";
import { bar, discRadius, outlines, ring } from "./glyphs";
import type { Spot } from "./mercator";
import { familyNames, type Points } from "./points";

/** Who holds a place on the day asked about. */
export interface Post extends Spot {
  readonly key: string;
  /** Letter of the holder in the legend. */
  readonly letter: string;
  /** Number of the holder's colour. */
  readonly colour: number;
  readonly contested: boolean;
  readonly text: string;
}

const svgSpace = "http://www.w3.org/2000/svg";

export function element<K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** One event: its shape by family, filled by grade, with a dashed ring if something of it is disputed. */
export function drawSingle(points: Points, row: number, into: SVGGElement): void {
  const family = familyNames[points.family[row]!]!;
  const fill = points.fill[points.answer.grade[row]!] ?? "hollow";
  if (points.isDisputed(row)) into.append(element("circle", { class: "contested", r: "12.5" }));
  into.append(element("path", { class: "halo", d: outlines[family] }), element("path", { class: `shape f-${family} ${fill}`, d: outlines[family] }));
  if (fill === "owned") into.append(element("circle", { class: "core", r: "2.4" }));
  if (fill === "denied") into.append(element("path", { class: "strike", d: "M-9 9L9-9" }));
  if (fill === "discounted") into.append(element("path", { class: "strike", d: "M-9 9L9-9M-9-9L9 9" }));
}

/** Several events at one place are a plate; those of several places a disc. Both tell how many of each family, and whether any is disputed. */
export function drawCluster(points: Points, cluster: Cluster, shares: readonly number[], count: (value: number) => string): SVGGElement {
  const onePlace = cluster.stacks.length === 1;
  const node = element("g", { class: `mark ${cluster.count === 1 ? "single" : onePlace ? "stack" : "disc"}` });
  if (cluster.count === 1) {
    node.append(element("circle", { class: "reach", r: "15" }));
    drawSingle(points, cluster.stacks[0]!.rows[0]!, node);
    return node;
  }
  const text = count(cluster.count);
  if (onePlace) {
    const half = Math.max(12, 5 + text.length * 3.8);
    node.append(element("rect", { class: "aura", x: `${-half - 5.5}`, y: "-17.5", width: `${2 * half + 11}`, height: "35", rx: "10" }));
    if (cluster.disputed > 0) node.append(element("rect", { class: "contested", x: `${-half - 4}`, y: "-16", width: `${2 * half + 8}`, height: "32", rx: "8" }));
    node.append(element("rect", { class: "plate", x: `${-half}`, y: "-12", width: `${2 * half}`, height: "24", rx: "5" }));
    pieces(node, bar(shares, -half + 3, 6.5, 2 * half - 6, 3));
    node.append(label(text, -1));
  } else {
    const r = discRadius(cluster.count);
    node.append(element("circle", { class: "aura", r: `${r + 6.5}` }));
    if (cluster.disputed > 0) node.append(element("circle", { class: "contested", r: `${r + 4.5}` }));
    node.append(element("circle", { class: "plate", r: `${r}` }));
    pieces(node, ring(shares, r, r - 4));
    node.append(label(text, 0));
  }
  return node;
}

/** What is known by its area only: a hatched badge, its edge dashed, that lies in the area and is no point. */
export function drawArea(points: Points, area: Area, count: (value: number) => string): SVGGElement {
  const node = element("g", { class: "mark area" });
  const one = area.rows.length === 1;
  const text = count(area.rows.length);
  const r = one ? 13 : Math.max(14, 7 + text.length * 3.6);
  node.append(element("circle", { class: "aura", r: `${r + 6.5}` }));
  if (area.disputed > 0) node.append(element("circle", { class: "contested", r: `${r + 4}` }));
  node.append(element("circle", { class: "plate", r: `${r}` }), element("circle", { class: "hatched", r: `${r}` }));
  if (one) drawSingle(points, area.rows[0]!, node);
  else node.append(element("circle", { class: "clear", r: `${r - 4.5}` }), label(text, 0));
  return node;
}

/** A pennant with the letter of who holds the place. */
export function drawPost(post: Post): SVGGElement {
  const node = element("g", { class: `mark post h${post.colour}${post.contested ? " split" : ""}` });
  node.append(
    element("path", { class: "reach", d: "M-4-30H22V6H-4Z" }),
    element("path", { class: "pole", d: "M0 0V-27" }),
    element("path", { class: "flag", d: "M0-27H20L16-19.5 20-12H0Z" }),
    element("circle", { class: "foot", r: "2.6" }),
  );
  const letter = element("text", { class: "letter", "aria-hidden": "true", x: "8", y: "-15.6", "text-anchor": "middle" });
  letter.textContent = post.letter;
  node.append(letter);
  return node;
}

function pieces(node: SVGGElement, paths: readonly (string | null)[]): void {
  paths.forEach((d, i) => d && node.append(element("path", { class: `piece f-${familyNames[i]!}`, d })));
}

function label(text: string, y: number): SVGTextElement {
  const made = element("text", { class: "count", "aria-hidden": "true", y: `${y}`, "text-anchor": "middle", "dominant-baseline": "central" });
  made.textContent = text;
  return made;
}
