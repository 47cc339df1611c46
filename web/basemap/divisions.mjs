import { feature, mesh, quantize } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import { topology } from "topojson-server";
import { geoContains } from "d3-geo";
import { divided } from "./region.mjs";

const detail = 4e-4;

/**
 * First-level divisions: their polygons (to draw what is known by its division only) and the lines between them. Each is named as the
 * ledger names it: by the division that most of the gazetteer's towns within it belong to.
 */
export function divisions(read, towns) {
  const polygons = [], lines = [];
  for (const [country, file] of Object.entries(divided).sort()) {
    const source = read(file);
    const object = Object.values(source.objects)[0];
    const kept = simplify(presimplify(source), detail);
    const drawn = { ...object, geometries: Object.values(kept.objects)[0].geometries.filter((g) => g.type) };
    lines.push(...mesh(kept, drawn, (a, b) => a !== b).coordinates);
    const here = towns.filter((t) => t.country === country);
    for (const geometry of drawn.geometries) {
      const name = divisionOf(feature(source, original(source, geometry)), here);
      if (name) polygons.push({ type: "Feature", id: `${country}/${name}`, properties: {}, geometry: feature(kept, geometry).geometry });
    }
  }
  polygons.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return quantize(topology({ divisions: { type: "FeatureCollection", features: polygons }, lines: { type: "MultiLineString", coordinates: lines } }), 2e4);
}

const original = (source, geometry) => Object.values(source.objects)[0].geometries.find((g) => g.id === geometry.id && g.properties.name === geometry.properties.name) ?? geometry;

function divisionOf(polygon, towns) {
  const votes = new Map();
  for (const town of towns) if (town.division && geoContains(polygon, [town.lon, town.lat])) votes.set(town.division, (votes.get(town.division) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
