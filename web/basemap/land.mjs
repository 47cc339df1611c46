import { feature, merge, mesh, quantize } from "topojson-client";
import { filter, filterAttachedWeight, presimplify, simplify } from "topojson-simplify";
import { topology } from "topojson-server";
import { lines, pairs } from "./disputed.mjs";
import { inCore } from "./region.mjs";

// Smallest triangle that a point makes with its neighbours and that is kept, in square degrees.
const detail = 1e-4;
const farther = 1 / 150;
// Islands that are smaller than this (steradians) are left out.
const smallest = 2e-7;

/** Land, countries, borders and disputed borders of the world, in detail in the core. */
export function land(fine, codes) {
  const weighed = presimplify(fine);
  for (const arc of weighed.arcs) for (const point of arc) if (!inCore(point)) point[2] *= farther;
  const kept = simplify(weighed, detail);
  const drawn = filter(kept, filterAttachedWeight(kept, smallest));
  const shown = { type: "GeometryCollection", geometries: drawn.objects.countries.geometries.filter((g) => g.type && name(g) !== "Antarctica") };
  const boxed = pairs.filter((p) => p.box);
  const disputed = mesh(drawn, shown, (a, b) => a !== b && pairs.some((p) => !p.box && matches(p, a, b)));
  const borders = mesh(drawn, shown, (a, b) => a !== b && !pairs.some((p) => matches(p, a, b)));
  for (const pair of boxed) {
    const parts = partsOf(mesh(drawn, shown, (a, b) => a !== b && matches(pair, a, b)), pair.box);
    disputed.coordinates.push(...parts.inside);
    borders.coordinates.push(...parts.outside);
  }
  disputed.coordinates.push(...lines);
  const countries = shown.geometries
    .filter((g) => codes.has(g.id))
    .map((g) => ({ type: "Feature", id: codes.get(g.id), properties: {}, geometry: feature(drawn, g).geometry }));
  return quantize(topology({ land: merge(drawn, shown.geometries), countries: { type: "FeatureCollection", features: countries }, borders, disputed }), 4e4);
}

const name = (geometry) => geometry.properties.name;

function matches(pair, one, other) {
  const [a, b] = [name(one), name(other)];
  return (pair.a === a && (pair.b === "*" || pair.b === b)) || (pair.a === b && (pair.b === "*" || pair.b === a));
}

/** Cuts lines into what lies in a box and what lies outside; a step over its edge belongs to the inside. */
function partsOf(border, [west, south, east, north]) {
  const inside = [], outside = [];
  const within = ([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north;
  for (const line of border.coordinates) {
    let part = [line[0]], state = null;
    for (let i = 1; i < line.length; i++) {
      const here = within(line[i - 1]) && within(line[i]);
      if (state !== null && here !== state) {
        (state ? inside : outside).push(part);
        part = [line[i - 1]];
      }
      part.push(line[i]);
      state = here;
    }
    (state ? inside : outside).push(part);
  }
  return { inside, outside };
}
