/** What the mock answers. */
export interface Answer {
  readonly status: number;
  readonly value?: unknown;
}

type Read = (name: string) => unknown;
type Row = Record<string, unknown>;
interface Reading {
  report: Row & { id: string; text: string };
  sources: (Row & { id: string })[];
  entities: (Row & { id: string; mentions: Row[] })[];
  claims: (Row & { id: string; key: string; kind: string; evidence: Row[] })[];
}
interface Kept extends Row {
  number: number;
  kind: string;
  claims?: string[];
  withdrawn: boolean;
}

const decisions: Kept[] = [];
const ok = (value: unknown): Answer => ({ status: 200, value });
const missing = (detail: string): Answer => ({ status: 404, value: { title: "Not found", detail } });
const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);

const page = (items: readonly unknown[], url: URL): Answer => {
  const from = Number(url.searchParams.get("cursor") ?? 0);
  const limit = Number(url.searchParams.get("limit") ?? 100);
  const next = from + limit < items.length ? String(from + limit) : null;
  return ok({ items: items.slice(from, from + limit), next, total: items.length });
};

const standing = () => decisions.filter((d) => !d.withdrawn);

/** The reading as people left it. */
function corrected(reading: Reading): Reading {
  const copy = structuredClone(reading);
  for (const decision of standing()) {
    if (decision.kind !== "edit") continue;
    const claim = copy.claims.find((c) => decision.claims?.includes(c.key));
    if (!claim) continue;
    for (const [field, value] of Object.entries(decision["after"] as Row)) {
      const one = (ref: unknown): unknown => {
        if (typeof ref !== "object" || ref === null || !("start" in ref) || field === "evidence" || field === "time") return ref;
        const span = ref as Row;
        const id = `x${copy.entities.length}`;
        copy.entities.push({ id, kind: "people", name: String(span["text"]), names: {}, refs: [], labels: [], mentions: [span] });
        return id;
      };
      claim[field] = field === "evidence" || field === "time" ? value : Array.isArray(value) ? value.map(one) : one(value);
    }
  }
  return copy;
}

export function answer(method: string, url: URL, body: string, read: Read): Answer {
  const [first = "", second = "", third = ""] = url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const readings = rows(read("readings.json")) as unknown as Reading[];
  const events = rows(read("events.json"));
  const find = (key: string) => {
    for (const reading of readings) {
      const claim = reading.claims.find((c) => c.key === key);
      if (claim) return { reading, claim };
    }
    return null;
  };
  if (method === "POST" && first === "decisions") {
    const kept = { ...(JSON.parse(body) as Row), number: decisions.length + 1, made: new Date().toISOString(), person: "desk", withdrawn: false } as unknown as Kept;
    decisions.push(kept);
    return ok({ number: kept.number, events: [] });
  }
  if (method === "DELETE" && first === "decisions") {
    const kept = decisions.find((d) => d.number === Number(second));
    if (!kept) return missing(`Decision ${second}`);
    kept.withdrawn = true;
    return ok({ number: kept.number });
  }
  if (method === "POST" && first === "review") return ok({});
  switch (first) {
    case "me":
      return ok({ user: "desk", roles: ["reader", "coder", "editor"], antiforgery: "mock", access: "open", version: "0.1.0" });
    case "reports": {
      if (second) {
        const reading = readings.find((r) => r.report.id === second);
        if (!reading) return missing(`Report ${second}`);
        const keys = new Set(reading.claims.map((c) => c.key));
        const { title: _, text: __, ...rest } = reading.report;
        void _, __;
        return ok({ report: reading.report, reading: { ...corrected(reading), report: rest }, decisions: decisions.filter((d) => d.claims?.some((k) => keys.has(k))), events: {} });
      }
      const done = new Set(standing().flatMap((d) => d.claims ?? []));
      const list = readings.map((r) => ({
        id: r.report.id, outlet: r.report["outlet"], published: r.report["published"], title: r.report["title"], language: r.report["language"],
        events: r.claims.filter((c) => c.kind === "event").length, claims: r.claims.length, reviewed: r.claims.filter((c) => done.has(c.key)).length,
      }));
      const text = url.searchParams.get("text") ?? "";
      const found = list.filter((r) => JSON.stringify(r).includes(text));
      const many = Number(process.env["MOCK_MANY"] ?? 1);
      return page(Array.from({ length: many }, () => found).flat(), url);
    }
    case "events":
      return second ? missing(`Event ${second}`) : page(events.filter((e) => (url.searchParams.get("text") ?? "") === "" || JSON.stringify(e).includes(url.searchParams.get("text")!)), url);
    case "figures":
      return page(rows(read("figures.json")), url);
    case "sources":
      return page(rows(read("sources.json")), url);
    case "search":
      return page(url.searchParams.get("text") ? rows(read("search.json")) : [], url);
    case "review": {
      if (second === "agreement") return page([{ field: "verdict", claims: 42, agreed: 36, percent: 86, kappa: 0.71 }, { field: "type", claims: 40, agreed: 38, percent: 95, kappa: 0.9 }], url);
      const done = new Set(standing().flatMap((d) => d.claims ?? []));
      const queue = readings.flatMap((r) =>
        r.claims.filter((c) => c.kind !== "statement" && !done.has(c.key)).map((c, i) => ({
          key: c.key, report: r.report.id, outlet: r.report["outlet"], published: r.report["published"], title: r.report["title"], kind: c.kind,
          what: c["type"] ?? c["measure"] ?? c["predicate"], words: c.evidence[0]?.["text"], id: c.id, state: "open", event: "E4", doubt: 90 - 2 * i, weight: 1 + (i % 5) * 3, claim: c,
          why: [{ code: "no-place", text: "no place was found" }, { code: "inherited-time", text: "the time comes from another claim" }].slice(0, 1 + (i % 2)), assigned: i % 4 === 0 ? ["desk"] : [],
        })),
      );
      queue.sort((a, b) => b.doubt - a.doubt);
      return page(queue, url);
    }
    case "claims": {
      const found = find(second);
      if (!found) return missing(`Claim ${second}`);
      void third;
      return ok({ key: second, report: found.reading.report.id, claim: found.claim, state: "open", assigned: [], doubt: 20, weight: 3, why: [{ code: "no-place", text: "no place was found" }], decisions: decisions.filter((d) => d.claims?.includes(second)), event: "E4" });
    }
    case "decisions":
      return page([...decisions].reverse(), url);
    case "jobs":
      return page([
        { id: 3, kind: "ingest", state: "running", done: 412, total: 1204, started: "2026-03-01T10:00:00Z", message: "reports.ndjson" },
        { id: 2, kind: "ingest", state: "done", done: 10, total: 10, started: "2026-03-01T09:00:00Z", ended: "2026-03-01T09:00:03Z", message: "samples" },
        { id: 1, kind: "ingest", state: "failed", done: 3, total: 9, started: "2026-03-01T08:00:00Z", ended: "2026-03-01T08:00:01Z", message: "old.ndjson", errors: ["old.ndjson:4: a JSON object was expected, found an array"] },
      ], url);
    case "counts":
      return ok({ reports: readings.length, claims: readings.reduce((n, r) => n + r.claims.length, 0), events: events.length });
    default:
      return missing(`The mock has no /api/${first}.`);
  }
}
