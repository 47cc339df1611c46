// Borders that are not agreed upon. They are drawn dashed, whoever's side the source draws them on.

/**
 * Pairs of neighbours as world-atlas names them. A box (west, south, east, north) restricts a rule to a part of their border.
 * "*" stands for any neighbour.
 */
export const pairs = [
  { a: "Morocco", b: "W. Sahara" },
  { a: "Algeria", b: "W. Sahara" },
  { a: "Mauritania", b: "W. Sahara" },
  { a: "Israel", b: "Palestine" },
  { a: "Israel", b: "Syria" },
  { a: "Israel", b: "Lebanon" },
  { a: "Russia", b: "Ukraine", box: [32, 45, 36.8, 46.6] },
  { a: "Cyprus", b: "*" },
  { a: "N. Cyprus", b: "*" },
  { a: "Somaliland", b: "Somalia" },
  { a: "Kosovo", b: "Serbia" },
  { a: "Ethiopia", b: "Somalia" },
  { a: "Egypt", b: "Sudan", box: [31, 21.4, 38, 24] },
  { a: "Sudan", b: "S. Sudan", box: [22, 8, 30, 11.2] },
  { a: "Kenya", b: "S. Sudan" },
  { a: "India", b: "Pakistan", box: [73, 32.3, 80, 37] },
  { a: "India", b: "China", box: [76, 31, 81, 37] },
  { a: "Siachen Glacier", b: "*" },
];

/**
 * Lines that the source leaves out because it draws one side only. Drawn by hand from general knowledge, a point every ten kilometres or so:
 * they tell that a line is there, not where exactly it runs.
 */
export const lines = [
  // Between the Golan and the Galilee: the line of 1949 along the Jordan and the lake.
  [[35.625, 33.26], [35.66, 33.24], [35.63, 33.15], [35.625, 33.05], [35.62, 32.96], [35.62, 32.89], [35.645, 32.86], [35.65, 32.78], [35.63, 32.71], [35.65, 32.68]],
  // The 22nd parallel east of Bir Tawil: the line of 1899 south of Halaib.
  [[33.18, 22], [34.5, 22], [36.87, 22]],
];
