import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, inCore, wide } from "./region.mjs";

const rows = (text) => {
  const [header, ...lines] = text.trimEnd().split("\n").map((line) => line.split("\t"));
  return lines.map((cells) => Object.fromEntries(header.map((key, i) => [key, cells[i] === "-" ? "" : (cells[i] ?? "")])));
};
const table = (repository, path) => rows(readFileSync(join(repository, path), "utf8"));

/** ISO 3166-1 numbers (as world-atlas has them) and letters. */
export const countryCodes = (repository) => new Map(table(repository, "src/Isnad.Ledger/Exports/countries.tsv").map((row) => [row.numeric.padStart(3, "0"), row.iso3]));

/** The towns of the gazetteer, with the name of their division. */
export function readTowns(repository) {
  const letters = new Map(table(repository, "packs/world/countries.tsv").map((row) => [row.iso3, row.iso2]));
  const names = new Map(table(repository, "packs/world/divisions.tsv").map((row) => [row.code, row.name_en]));
  return rows(gunzipSync(readFileSync(join(repository, "data/places.tsv.gz"))).toString("utf8")).map((row) => ({
    id: row.id, feature: row.feature, country: row.country, lat: Number(row.lat), lon: Number(row.lon), people: Number(row.population),
    name: row.name, arabic: row.names, division: names.get(`${letters.get(row.country)}.${row.admin1}`),
  }));
}

// Letters that Persian, Kurdish and Urdu have and Arabic has not.
const otherLetters = /[\u067e\u0686\u0698\u06a9\u06af\u06cc\u06d5\u06ce\u06c6\u06be\u06c1\u0679\u0688\u0691\u06ba\u06d2]/;

/** Names to show: of towns, countries and seas, in English and Arabic, with a rank that tells from which zoom on. */
export function labels(towns, repository, areaOf) {
  const known = table(repository, "packs/world/places.tsv");
  const curated = new Map(known.map((row) => [row.id.replace("geonames:", ""), row]));
  const chosen = [];
  for (const town of towns) {
    if (/^PPL[XLHQWR]$/.test(town.feature)) continue; // Quarters, localities, places that are no more.
    const own = curated.get(town.id);
    const arabic = first(own?.names_ar) || town.arabic.split("|").find((n) => n && !otherLetters.test(n)) || "";
    const rank = rankOf(town, own);
    if (rank === null || (rank > 1 && arabic === "")) continue;
    chosen.push({ rank, lat: town.lat, lon: town.lon, en: own?.name_en || town.name, ar: arabic });
  }
  // Villages and towns that only the packs know.
  const held = new Set(towns.map((t) => t.id));
  for (const row of known) {
    if (held.has(row.id.replace("geonames:", "")) || !/^(city|town|village)$/.test(row.class) || row.lat === "") continue;
    chosen.push({ rank: 5, lat: Number(row.lat), lon: Number(row.lon), en: row.name_en, ar: first(row.names_ar) });
  }
  chosen.sort((a, b) => a.rank - b.rank || a.lat - b.lat || a.lon - b.lon || (a.en < b.en ? -1 : 1));
  const shown = apart(chosen);
  const seas = known.filter((row) => row.class === "sea" && row.lat !== "" && inCore([Number(row.lon), Number(row.lat)]));
  // Where two names would lie on each other, that of the larger country stands.
  const countries = table(repository, "packs/world/countries.tsv")
    .filter((row) => row.lat !== "" && inCore([Number(row.lon), Number(row.lat)]))
    .sort((a, b) => areaOf(b.iso3) - areaOf(a.iso3) || (a.iso3 < b.iso3 ? -1 : 1));
  return {
    towns: columns(shown, (t) => t.rank),
    seas: columns(seas.map((row) => ({ lat: Number(row.lat), lon: Number(row.lon), en: row.name_en, ar: first(row.names_ar) }))),
    countries: columns(countries.map((row) => ({ lat: Number(row.lat), lon: Number(row.lon), en: row.name_en, ar: first(row.names_ar), code: row.iso3 })), undefined, (c) => c.code),
  };
}

const first = (names) => (names ?? "").split("|")[0];

/** 0 capitals, 1 cities of half a million, 2 seats of governorates and cities of 100,000, 3 of 30,000, 4 of 10,000, 5 the rest; null: not shown. */
function rankOf(town, own) {
  const { feature, people, country } = town;
  const near = close.has(country);
  if (feature === "PPLC") return inCore([town.lon, town.lat]) || own ? 0 : null;
  if (!near && !wide.has(country)) return null;
  if (!near && !inCore([town.lon, town.lat])) return people >= 1e6 ? 1 : null;
  if (people >= 5e5) return 1;
  if ((feature === "PPLA" && (near || people >= 5e4)) || people >= 1e5) return 2;
  if (people >= 3e4) return near || own || people >= 6e4 ? 3 : null;
  if (people >= 1e4 && (near || own)) return 4;
  return near || own ? 5 : null;
}

// Of towns of the same name beside each other the first (the larger) stands.
function apart(sorted) {
  const seen = new Set();
  return sorted.filter((town) => {
    const key = `${town.ar || town.en}/${Math.round(town.lat * 5)}/${Math.round(town.lon * 5)}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const columns = (items, rank, code) => ({
  lat: items.map((i) => Math.round(i.lat * 1000)),
  lon: items.map((i) => Math.round(i.lon * 1000)),
  ...(rank ? { rank: items.map(rank) } : {}),
  ...(code ? { code: items.map(code) } : {}),
  en: items.map((i) => i.en),
  ar: items.map((i) => i.ar),
});
