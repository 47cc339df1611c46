// Says what must be fetched before the first screen, and what each screen adds, gzip: node scripts/size.mjs, after a build.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", dist), "utf8"));
const packed = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

function filesOf(key, found = new Set()) {
  const part = manifest[key];
  if (found.has(part.file)) return found;
  found.add(part.file);
  for (const style of part.css ?? []) found.add(style);
  for (const other of part.imports ?? []) filesOf(other, found);
  return found;
}

const sum = (files) => [...files].reduce((size, file) => size + packed(file), 0);
const shell = filesOf("index.html");
for (const language of ["en", "ar"]) {
  const all = new Set([...shell, ...filesOf(`src/strings/${language}.ts`), "index.html"]);
  console.log(`shell, ${language}: ${(sum(all) / 1024).toFixed(1)} KB`);
}
for (const key of Object.keys(manifest).filter((k) => manifest[k].isDynamicEntry && !k.startsWith("src/strings/")))
  console.log(`${key}: ${(sum([...filesOf(key)].filter((file) => !shell.has(file))) / 1024).toFixed(1)} KB more`);
