import { feature, mesh } from "topojson-client";
import type { FeatureCollection, Feature, MultiLineString, MultiPolygon, Position } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";
import divisionsUrl from "../../basemap/out/divisions.json?url";
import labelsUrl from "../../basemap/out/labels.json?url";
import landUrl from "../../basemap/out/land.json?url";
import waterUrl from "../../basemap/out/water.json?url";
import type { Language } from "../app/settings";

/** A name on the map. Rank 0 to 5 for towns: the lower, the farther away it shows. */
export interface Label {
  readonly lon: number;
  readonly lat: number;
  readonly rank: number;
  readonly en: string;
  readonly ar: string;
  readonly code?: string;
}

export interface Labels {
  readonly towns: readonly Label[];
  readonly seas: readonly Label[];
  readonly countries: readonly Label[];
}

/** The ground of the map: made by web/basemap, fetched when a map is first opened, and only from this server. */
export interface Ground {
  readonly land: Feature;
  readonly borders: MultiLineString;
  readonly disputed: MultiLineString;
  /** Outlines of countries by ISO 3166-1 alpha-3. */
  readonly countries: ReadonlyMap<string, MultiPolygon["coordinates"]>;
  readonly rivers: FeatureCollection;
  readonly lakes: MultiPolygon;
  readonly labels: Labels;
}

/** First-level divisions: the lines between them, and outlines under country/name. */
export interface Divisions {
  readonly lines: MultiLineString;
  readonly outlines: ReadonlyMap<string, MultiPolygon["coordinates"]>;
}

const json = async <T>(url: string): Promise<T> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
};

let ground: Promise<Ground> | undefined;
let divisions: Promise<Divisions> | undefined;

export function loadGround(): Promise<Ground> {
  ground ??= makeGround();
  ground.catch(() => (ground = undefined));
  return ground;
}

export function loadDivisions(): Promise<Divisions> {
  divisions ??= json<Topology>(divisionsUrl).then((topology) => ({
    lines: linesOf(topology, "lines"),
    outlines: outlinesOf(topology, "divisions"),
  }));
  divisions.catch(() => (divisions = undefined));
  return divisions;
}

interface Columns {
  readonly lat: readonly number[];
  readonly lon: readonly number[];
  readonly rank?: readonly number[];
  readonly code?: readonly string[];
  readonly en: readonly string[];
  readonly ar: readonly string[];
}
interface Water {
  readonly rivers: readonly { readonly w: number; readonly l: readonly number[] }[];
  readonly lakes: readonly (readonly (readonly number[])[])[];
}

async function makeGround(): Promise<Ground> {
  const [land, water, names] = await Promise.all([json<Topology>(landUrl), json<Water>(waterUrl), json<Record<keyof Labels, Columns>>(labelsUrl)]);
  return {
    land: feature(land, land.objects["land"]!) as Feature,
    borders: linesOf(land, "borders"),
    disputed: linesOf(land, "disputed"),
    countries: outlinesOf(land, "countries"),
    rivers: {
      type: "FeatureCollection",
      features: water.rivers.map((river) => ({ type: "Feature", properties: { w: river.w / 100 }, geometry: { type: "LineString", coordinates: stepsOf(river.l) } })),
    },
    lakes: { type: "MultiPolygon", coordinates: water.lakes.map((rings) => rings.map(stepsOf)) },
    labels: { towns: labelsOf(names.towns), seas: labelsOf(names.seas), countries: labelsOf(names.countries) },
  };
}

const linesOf = (topology: Topology, name: string): MultiLineString => {
  const object = topology.objects[name]!;
  return object.type === "MultiLineString" ? (feature(topology, object) as Feature<MultiLineString>).geometry : mesh(topology, object as GeometryCollection);
};

function outlinesOf(topology: Topology, name: string): Map<string, MultiPolygon["coordinates"]> {
  const outlines = new Map<string, MultiPolygon["coordinates"]>();
  for (const one of (feature(topology, topology.objects[name] as GeometryCollection) as FeatureCollection).features) {
    if (one.geometry.type !== "Polygon" && one.geometry.type !== "MultiPolygon") continue;
    const parts = one.geometry.type === "Polygon" ? [one.geometry.coordinates] : one.geometry.coordinates;
    outlines.set(String(one.id), [...(outlines.get(String(one.id)) ?? []), ...parts]);
  }
  return outlines;
}

/** Points from differences of hundredths of a degree. */
export function stepsOf(steps: readonly number[]): Position[] {
  const line: Position[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) line.push([(x += steps[i]!) / 100, (y += steps[i + 1]!) / 100]);
  return line;
}

const labelsOf = (columns: Columns): Label[] =>
  columns.en.map((en, i) => ({
    en,
    ar: columns.ar[i] ?? "",
    lat: columns.lat[i]! / 1000,
    lon: columns.lon[i]! / 1000,
    rank: columns.rank?.[i] ?? 0,
    ...(columns.code ? { code: columns.code[i]! } : {}),
  }));

/** A label in a language; where it has none in Arabic, in English. */
export const nameIn = (label: Pick<Label, "en" | "ar">, language: Language): string => (language === "ar" ? label.ar || label.en : label.en);

/** Names that come from a division's outline and may end in its kind. */
export const divisionKey = (country: string | null | undefined, name: string | null | undefined): string =>
  `${country ?? ""}/${(name ?? "").replace(/ (Governorate|Province|State|Region|District|Oblast)$/i, "")}`;
