// What the base map shows in detail. Elsewhere the world is drawn coarsely, so that no view is empty.

/** West, south, east, north of the part that is drawn in detail. */
export const core = [-18, -5, 78, 56];

export const inCore = ([lon, lat]) => lon >= core[0] && lon <= core[2] && lat >= core[1] && lat <= core[3];

/** Countries whose first-level divisions are drawn: ISO 3166-1 alpha-3, and the name of the file where it has another. */
export const divided = {
  AFG: "afg", ARE: "are", ARM: "arm", AZE: "aze", BFA: "bfa", BHR: "bhr", CAF: "caf", CMR: "cmr", CYP: "cyp", DJI: "dji", DZA: "dza",
  EGY: "egy", ERI: "eri", ETH: "eth", GEO: "geo", IRN: "irn", IRQ: "irq", ISR: "isr", JOR: "jor", KEN: "ken", KWT: "kwt", LBN: "lbn",
  LBY: "lby", MAR: "mar", MLI: "mli", MRT: "mrt", NER: "ner", NGA: "nga", OMN: "omn", PAK: "pak", PSE: "psx", QAT: "qat", SAU: "sau",
  SDN: "sdn", SOM: "som", SSD: "sds", SYR: "syr", TCD: "tcd", TUN: "tun", TUR: "tur", UKR: "ukr", YEM: "yem",
};

/** Countries of which every town that has an Arabic name is shown. */
export const close = new Set(["SYR", "IRQ", "YEM", "LBY", "SDN", "PSE", "LBN", "JOR", "SOM", "ESH", "KWT", "BHR", "QAT", "OMN", "ARE"]);

/** Other countries of which towns are shown. */
export const wide = new Set([
  "EGY", "TUN", "DZA", "MAR", "MRT", "SAU", "ISR", "TUR", "IRN", "AFG", "PAK", "UKR", "RUS", "SSD", "TCD", "MLI", "NER", "BFA", "NGA", "CAF",
  "CMR", "ETH", "ERI", "DJI", "KEN", "CYP", "ARM", "AZE", "GEO", "MDA", "BLR", "ROU", "BGR", "GRC", "TKM", "UZB", "TJK", "SEN", "ITA", "MLT",
  "ESP", "FRA", "DEU", "GBR", "POL", "HUN", "SRB", "AUT", "CHE", "BEL", "NLD", "IND", "CHN", "USA", "KAZ", "KGZ", "UGA", "COD",
]);
