import type { StyleSpecification, LayerSpecification, ExpressionSpecification } from "maplibre-gl";
import arabicFont from "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-500-normal.woff2?url";
import latinFont from "@fontsource/noto-sans/files/noto-sans-latin-500-normal.woff2?url";
import latinMoreFont from "@fontsource/noto-sans/files/noto-sans-latin-ext-500-normal.woff2?url";
import type { FeatureCollection, GeoJSON } from "geojson";
import type { Language } from "../app/settings";
import { nameIn, type Ground, type Label } from "./basemap";

/** Colours of the ground, for light and for dark. They are quiet, so that the marks speak. */
export interface Palette {
  readonly water: string;
  readonly land: string;
  readonly coast: string;
  readonly border: string;
  readonly disputed: string;
  readonly division: string;
  readonly river: string;
  readonly town: string;
  readonly country: string;
  readonly sea: string;
  readonly halo: string;
  readonly dot: string;
}

export const palettes: Record<"light" | "dark", Palette> = {
  light: {
    water: "#cfdde2", land: "#f7f3ea", coast: "#a9bec6", border: "#8f8778", disputed: "#8f8778", division: "#d8cfbf", river: "#b7cfd8",
    town: "#3d4148", country: "#7b7365", sea: "#5f8494", halo: "#f7f3ea", dot: "#8b8578",
  },
  dark: {
    water: "#11171b", land: "#22262a", coast: "#39454c", border: "#7d7a73", disputed: "#8d8a83", division: "#363b40", river: "#2a3d47",
    town: "#c9c6bf", country: "#98948b", sea: "#6f93a3", halo: "#22262a", dot: "#77746d",
  },
};

/** From which zoom on towns of a rank are named. */
export const zoomOfRank: readonly number[] = [3.6, 4.8, 6, 7, 8, 9];
export const countriesUntil = 6.4;
/** From which zoom on the lines between divisions are drawn; before that they are not even fetched. */
export const divisionsFrom = 5;

const at = (...stops: [number, number][]): ExpressionSpecification => ["interpolate", ["linear"], ["zoom"], ...stops.flat()] as ExpressionSpecification;

/** The style of the base map. It names no address but this server's. */
export function styleOf(ground: Ground, theme: "light" | "dark", language: Language, absolute: (url: string) => string): StyleSpecification {
  const colour = palettes[theme];
  const font = (url: string, ...range: string[]) => ({ url: absolute(url), "unicode-range": range });
  const lineStyle = { "line-join": "round", "line-cap": "round" } as const;
  const layers: LayerSpecification[] = [
    { id: "water", type: "background", paint: { "background-color": colour.water } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colour.land, "fill-antialias": true } },
    { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": colour.water, "fill-outline-color": colour.coast } },
    { id: "rivers", type: "line", source: "rivers", minzoom: 4, layout: lineStyle, paint: { "line-color": colour.river, "line-width": ["interpolate", ["linear"], ["zoom"], 4, ["get", "w"], 9, ["*", 3, ["get", "w"]]] as ExpressionSpecification } },
    { id: "coast", type: "line", source: "land", layout: lineStyle, paint: { "line-color": colour.coast, "line-width": at([3, 0.5], [8, 1.1]) } },
    { id: "divisions", type: "line", source: "divisions", minzoom: divisionsFrom, layout: lineStyle, paint: { "line-color": colour.division, "line-width": at([5, 0.7], [9, 1.6]) } },
    { id: "borders", type: "line", source: "borders", layout: lineStyle, paint: { "line-color": colour.border, "line-width": at([3, 0.6], [9, 1.8]) } },
    { id: "disputed", type: "line", source: "disputed", paint: { "line-color": colour.disputed, "line-width": at([3, 0.8], [9, 1.8]), "line-dasharray": [3, 2.5] } },
    {
      id: "seas", type: "symbol", source: "seas", minzoom: 3.4,
      layout: { "text-field": ["get", "name"], "text-font": ["Map"], "text-size": at([3, 11], [7, 15]), "text-max-width": 7, "text-padding": 8 },
      paint: { "text-color": colour.sea, "text-halo-color": colour.water, "text-halo-width": 1 },
    },
    {
      id: "countries", type: "symbol", source: "countries", maxzoom: countriesUntil,
      layout: { "text-field": ["get", "name"], "text-font": ["Map"], "text-size": at([3, 11.5], [6, 17]), "text-max-width": 7, "text-padding": 6 },
      paint: { "text-color": colour.country, "text-halo-color": colour.halo, "text-halo-width": 1.4 },
    },
    ...zoomOfRank.map(
      (minzoom, rank): LayerSpecification => ({
        id: `towns-${rank}`, type: "symbol", source: "towns", minzoom, filter: ["==", ["get", "rank"], rank],
        layout: {
          "text-field": ["get", "name"], "text-font": ["Map"], "text-size": at([minzoom, rank < 2 ? 12.5 : 11.5], [minzoom + 4, rank < 2 ? 17 : 14]),
          "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": 0.45, "text-padding": rank < 2 ? 3 : 5, "icon-image": "town", "icon-optional": true, "icon-allow-overlap": false,
          "symbol-sort-key": ["get", "order"],
        },
        paint: { "text-color": colour.town, "text-halo-color": colour.halo, "text-halo-width": 1.5 },
      }),
    ).reverse(),
  ];
  return {
    version: 8,
    "font-faces": {
      Map: [
        font(arabicFont, "U+0600-06FF", "U+0750-077F", "U+08A0-08FF", "U+FB50-FDFF", "U+FE70-FEFC"),
        font(latinFont, "U+0000-00FF", "U+2000-206F"),
        font(latinMoreFont, "U+0100-02BA", "U+1E00-1EFF"),
      ],
    },
    sources: {
      land: geo(ground.land),
      lakes: geo(ground.lakes),
      rivers: geo(ground.rivers),
      divisions: geo({ type: "FeatureCollection", features: [] }),
      borders: geo(ground.borders),
      disputed: geo(ground.disputed),
      towns: geo(named(ground.labels.towns, language)),
      seas: geo(named(ground.labels.seas, language)),
      countries: geo(named(ground.labels.countries, language)),
    },
    layers,
  };
}

const geo = (data: GeoJSON) => ({ type: "geojson" as const, data, tolerance: 0.3, buffer: 64 });

/** Labels as features that carry their name in one language. */
export const named = (labels: readonly Label[], language: Language): FeatureCollection => ({
  type: "FeatureCollection",
  features: labels.map((label, order) => ({
    type: "Feature",
    properties: { name: nameIn(label, language), rank: label.rank, order },
    geometry: { type: "Point", coordinates: [label.lon, label.lat] },
  })),
});
