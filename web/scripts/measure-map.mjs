// How long the map blocks the main thread with many events: npm run build && node scripts/measure-map.mjs [events] [webgl|svg]
// Opens dist/ in headless Chromium with software WebGL, with events made from a fixed seed, pans, zooms and brushes, and prints the longest
// tasks of the main thread: in processor time, which others on the machine change little, and as they passed on the clock.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const events = Number(process.argv[2] ?? 50000);
const kind = process.argv[3] ?? "webgl";
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".woff2": "font/woff2", ".svg": "image/svg+xml" };

const points = JSON.stringify(madeUp(events));
const me = JSON.stringify({ user: "desk", roles: ["reader", "coder", "editor"], antiforgery: null, access: "open", version: "0" });
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://local");
  if (pathname === "/api/live") return void response.writeHead(200, { "content-type": "text/event-stream" }).write(": \n\n");
  const body = pathname === "/api/me" ? me : pathname === "/api/events/points" ? points : null;
  if (body) return void response.writeHead(200, { "content-type": "application/json" }).end(body);
  const path = join(dist, pathname);
  const file = extname(path) && existsSync(path) ? path : join(dist, "index.html");
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`http://127.0.0.1:${server.address().port}/map?lang=en&view=33,40,5${kind === "svg" ? "&webgl=off" : ""}`);
await page.waitForSelector(".mark");
await page.waitForTimeout(6000);
const marks = await page.locator(".mark").count();
const report = async (name, act, pause) => {
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"] });
  const steps = await act();
  await page.waitForTimeout(pause);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = new Set(traceEvents.filter((e) => e.name === "thread_name" && e.args?.name === "CrRendererMain").map((e) => `${e.pid}/${e.tid}`));
  const tasks = traceEvents.filter((e) => e.ph === "X" && e.name === "RunTask" && main.has(`${e.pid}/${e.tid}`));
  const longest = (of) => (Math.max(0, ...tasks.map(of)) / 1000).toFixed(1);
  const over = tasks.filter((t) => t.tdur > 50000).length;
  console.log(`${name}: ${steps} steps, ${tasks.length} tasks, longest ${longest((t) => t.tdur ?? 0)} ms of processor time (${longest((t) => t.dur)} ms on the clock), ${over} over 50 ms`);
};
console.log(`${events} events, ${marks} marks on the page, ${kind}`);
const [x, y] = [820, 380];
await report("pan", async () => {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 40; i++) {
    await page.mouse.move(x + Math.round(300 * Math.sin(i / 6)), y + Math.round(160 * Math.cos(i / 5)) - 160);
    await page.waitForTimeout(30);
  }
  return 40;
}, 0);
await report("rest after panning", async () => {
  await page.mouse.up();
  return 1;
}, 1500);
await report("zoom by wheel", async () => {
  for (let i = 0; i < 12; i++) {
    await page.mouse.wheel(0, i < 6 ? -120 : 120);
    await page.waitForTimeout(60);
  }
  return 12;
}, 1500);
await report("brush the timeline", async () => {
  const box = await page.locator(".timeline-plot").boundingBox();
  await page.mouse.move(box.x + 200, box.y + 60);
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) {
    await page.mouse.move(box.x + 200 + i * 20, box.y + 60);
    await page.waitForTimeout(30);
  }
  await page.mouse.up();
  return 20;
}, 800);
await browser.close();
server.close();
server.closeAllConnections();

/** Events at a few thousand places between Libya and Afghanistan, some places much used, over ten years; one in eight known by its country or division only. */
function madeUp(size) {
  let seed = 12345;
  const random = () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);
  const places = Array.from({ length: 6000 }, (_, i) => ({ name: `Place ${i}`, local: `مكان ${i}`, country: ["SYR", "IRQ", "YEM", "LBY", "SDN"][i % 5], admin1: null, lat: 12 + random() * 25, lon: 10 + random() * 60 }));
  const columns = { n: [], lat: [], lon: [], first: [], last: [], type: [], mode: [], status: [], grade: [], disputed: [], precision: [], place: [], killed_low: [], killed_high: [], witnesses: [], agents: [] };
  const days = Array.from({ length: size }, () => 16000 + Math.floor(random() * 3650)).sort((a, b) => a - b);
  for (let i = 0; i < size; i++) {
    const at = Math.floor(places.length * random() ** 3);
    const row = { n: i + 1, lat: +places[at].lat.toFixed(4), lon: +places[at].lon.toFixed(4), first: days[i], last: days[i] + (random() < 0.05 ? 30 : 0), type: Math.floor(random() * 5), mode: -1, status: 0, grade: Math.floor(random() * 4), disputed: random() < 0.1 ? 1 : 0, precision: random() < 0.875 ? 0 : 1 + Math.floor(random() * 2), place: at, killed_low: random() < 0.3 ? Math.floor(random() * 20) : null, killed_high: null, witnesses: 1 + Math.floor(random() * 3), agents: -1 };
    for (const [name, column] of Object.entries(columns)) column.push(row[name]);
  }
  return { total: size, unplaced: 0, types: ["ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "CONSULT"], modes: [], statuses: ["happened"], grades: ["single", "corroborated", "acknowledged", "denied"], precisions: ["settlement", "governorate", "country"], places: places.map(({ lat, lon, ...p }) => p), actors: [], ...columns };
}
