import { inCore } from "./region.mjs";

const digits = (point) => [Math.round(point[0] * 100), Math.round(point[1] * 100)];

/** Rivers and lakes of the core, as differences of hundredths of a degree. */
export function water(rivers, lakes) {
  return {
    rivers: rivers.features.filter((f) => linesOf(f.geometry).flat().some(inCore))
      .flatMap((f) => linesOf(f.geometry).map((line) => ({ w: Math.round(f.properties.strokeweig * 100), l: steps(line) })))
      .filter((r) => r.l.length > 2),
    lakes: lakes.features.filter((f) => f.properties.scalerank <= 4 && ringsOf(f.geometry)[0].some(inCore)).map((f) => ringsOf(f.geometry).map(steps)),
  };
}

const linesOf = (g) => (g.type === "LineString" ? [g.coordinates] : g.coordinates);
const ringsOf = (g) => (g.type === "Polygon" ? g.coordinates : g.coordinates.flat());

function steps(line) {
  let [x, y] = [0, 0];
  const out = [];
  for (const point of line) {
    const [nx, ny] = digits(point);
    if (out.length > 0 && nx === x && ny === y) continue;
    out.push(nx - x, ny - y);
    [x, y] = [nx, ny];
  }
  return out;
}
