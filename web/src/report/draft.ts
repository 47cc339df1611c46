import type { Claim, Entity, Span } from "../app/types";
import { wholeDay } from "../ui/days";
import { digitsIn } from "./lines";

/** A participant or place: an entity of the reading, or words of the report that are none yet. */
export type Ref = string | Span;

/** A claim while it is corrected or added. Texts are as typed. */
export interface Draft {
  readonly kind: Claim["kind"];
  readonly type: string;
  readonly mode: string;
  readonly status: string;
  readonly polarity: string;
  readonly stance: string;
  readonly measure: string;
  readonly bound: string;
  readonly low: string;
  readonly high: string;
  readonly predicate: string;
  readonly agents: readonly Ref[];
  readonly targets: readonly Ref[];
  readonly unit: readonly Ref[];
  readonly subject: readonly Ref[];
  readonly objects: readonly Ref[];
  readonly places: readonly Ref[];
  readonly sources: readonly Ref[];
  readonly evidence: readonly Span[];
  readonly start: string;
  readonly end: string;
  readonly precision: string;
  readonly relation: string;
  readonly timeWords: Span | null;
}

export type RefField = "agents" | "targets" | "unit" | "subject" | "objects" | "places" | "sources";

const modesOf: Record<string, string> = {
  CONSULT: "visit third-party multilateral phone",
  RETREAT: "withdraw release return disarm ceasefire access resign",
  REQUEST: "assist change yield meet",
  ACCUSE: "disapprove investigate allege",
  REJECT: "assist change yield meet",
  THREATEN: "restrict ban arrest relations rights expel territory violence",
  PROTEST: "demo riot strike hunger boycott obstruct vandalize",
  SANCTION: "convict expel withdraw discontinue",
  MOBILIZE: "troops weapons police militia",
  COERCE: "seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber",
  ASSAULT: "abduct beat torture execute sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control cleansing massacre unconventional territory",
};

/** The modes that a type of event can have. */
export const modes = (type: string): readonly string[] => modesOf[type]?.split(" ") ?? [];

export const choices = {
  type: "ASSAULT COERCE MOBILIZE PROTEST SANCTION THREATEN REJECT ACCUSE REQUEST RETREAT CONCEDE AID COOPERATE SUPPORT CONSULT AGREE".split(" "),
  status: "happened ongoing planned sought threatened possible denied foiled".split(" "),
  polarity: "affirmed negated".split(" "),
  stance: "states alleges confirms doubts".split(" "),
  measure: "killed wounded casualties missing detained abducted displaced returned besieged in-need troops vehicles weapons strikes posts buildings area money other".split(" "),
  bound: "exact at-least more-than about up-to less-than between vague".split(" "),
  predicate: "controls contests besieges stationed backs member holds-office party under links within".split(" "),
  precision: "minute part-of-day day week month season year unknown".split(" "),
  relation: "at throughout since until before after".split(" "),
} as const;

const list = (ids: readonly string[] | string | null | undefined): readonly string[] => (typeof ids === "string" ? [ids] : (ids ?? []));
const shown = (value: number | null | undefined): string => (value === null || value === undefined ? "" : String(value));

/** The draft of a claim as it stands. */
export function draftOf(claim: Claim): Draft {
  return {
    kind: claim.kind,
    type: claim.type ?? "",
    mode: claim.mode ?? "",
    status: claim.status,
    polarity: claim.polarity,
    stance: claim.stance,
    measure: claim.measure ?? "",
    bound: claim.bound ?? "exact",
    low: shown(claim.low),
    high: shown(claim.high),
    predicate: claim.predicate ?? "",
    agents: list(claim.agents),
    targets: list(claim.targets),
    unit: list(claim.unit),
    subject: list(claim.subject),
    objects: list(claim.objects),
    places: claim.places,
    sources: claim.sources,
    evidence: claim.evidence,
    start: claim.time?.start ?? "",
    end: claim.time?.end ?? "",
    precision: claim.time?.precision ?? "day",
    relation: claim.time?.relation ?? "at",
    timeWords: claim.time?.span ?? null,
  };
}

/** The draft of a claim that nobody has read yet, at chosen words. */
export function newDraft(kind: Claim["kind"], words: Span, source: string): Draft {
  const number = kind === "figure" ? digitsIn(words.text ?? "") : null;
  return {
    kind, type: kind === "event" ? "ASSAULT" : "", mode: "", status: "happened", polarity: "affirmed", stance: "states",
    measure: kind === "figure" ? "killed" : "", bound: "exact", low: shown(number), high: shown(number), predicate: kind === "state" ? "controls" : "",
    agents: [], targets: [], unit: [], subject: [], objects: [], places: [], sources: [source], evidence: [words],
    start: "", end: "", precision: "day", relation: "at", timeWords: null,
  };
}

/** Puts chosen words into a field of the draft. */
export function takeWords(draft: Draft, field: RefField | "evidence" | "figure" | "time", words: Span): Draft {
  if (field === "evidence") return { ...draft, evidence: [words, ...draft.evidence.slice(1)] };
  if (field === "time") return { ...draft, timeWords: words };
  if (field === "figure") {
    const number = shown(digitsIn(words.text ?? ""));
    return { ...draft, evidence: [words, ...draft.evidence.slice(1)], low: number || draft.low, high: number || draft.high };
  }
  const one = field === "unit" || field === "subject" || field === "sources";
  return { ...draft, [field]: one ? [words] : [...draft[field], words] };
}

const numeric = (text: string): number | null | undefined => {
  const latin = text.trim().replace(/[٠-٩۰-۹]/g, (d) => String(d.charCodeAt(0) & 15)).replace(/[,٬\s]/g, "").replace("٫", ".");
  if (latin === "") return null;
  return /^\d+(\.\d+)?$/.test(latin) ? Number(latin) : undefined;
};

/** A typed day, month or year as a day; a moment stays as it is. */
const dayOf = (text: string, last: boolean): string | null => (/^\d{4}-\d\d-\d\dT/.test(text) ? text : wholeDay(text, last));

/** Faults of a draft: fields, with the key of the words that say what is wrong. */
export function faultsOf(draft: Draft): Partial<Record<keyof Draft, string>> {
  const faults: Partial<Record<keyof Draft, string>> = {};
  if (draft.kind === "figure") {
    const [low, high] = [numeric(draft.low), numeric(draft.high)];
    if (low === undefined) faults.low = "fault-number";
    if (high === undefined) faults.high = "fault-number";
    if (low === null && high === null) faults.low = "fault-number-missing";
    if (typeof low === "number" && typeof high === "number" && low > high) faults.high = "fault-order";
  }
  const [start, end] = [dayOf(draft.start, false), dayOf(draft.end, true)];
  if (start === null) faults.start = "fault-day";
  if (end === null) faults.end = "fault-day";
  if (start && end && start > end) faults.end = "fault-order";
  return faults;
}

const fieldsOf: Record<Claim["kind"], readonly string[]> = {
  event: ["type", "mode", "agents", "targets"],
  figure: ["measure", "bound", "low", "high", "unit"],
  state: ["predicate", "subject", "objects"],
  statement: [],
};
const common = ["status", "polarity", "stance", "places", "sources", "evidence", "time"];

/** A draft in the form of the reading's claims. */
function written(draft: Draft): Record<string, unknown> {
  const one = (refs: readonly Ref[]) => refs[0] ?? null;
  const [start, end] = [dayOf(draft.start, false), dayOf(draft.end, true)];
  const time = start || end
    ? { start: start || null, end: end || dayOf(draft.start, true) || null, precision: draft.precision, relation: draft.relation, ...(draft.timeWords ? { span: draft.timeWords } : {}) }
    : null;
  return {
    ...draft, time, mode: draft.mode || null, low: numeric(draft.low) ?? null, high: numeric(draft.high) ?? null,
    unit: one(draft.unit), subject: one(draft.subject),
  };
}

/** What a correction changes: the fields that differ, as they were and as they are to be. Null if nothing does. */
export function changes(before: Draft, after: Draft): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const [old, next] = [written(before), written(after)];
  const differ = [...fieldsOf[after.kind], ...common].filter((field) => JSON.stringify(old[field]) !== JSON.stringify(next[field]));
  if (differ.length === 0) return null;
  const pick = (from: Record<string, unknown>) => Object.fromEntries(differ.map((field) => [field, from[field]]));
  return { before: pick(old), after: pick(next) };
}

/** A new claim as it is sent. */
export function added(draft: Draft): Record<string, unknown> {
  const all = written(draft);
  return Object.fromEntries(["kind", ...fieldsOf[draft.kind], ...common].map((field) => [field, all[field]]));
}

/** Kinds of entities that can stand in a field, the likely ones first. */
export function suited(field: RefField, entities: readonly Entity[]): Entity[] {
  const likely: Record<string, RegExp> = {
    places: /place|facility|route/, agents: /organisation|armed-group|person|people/, targets: /people|facility|organisation|armed-group|person/,
    unit: /people|weapon|facility/, subject: /organisation|armed-group|person|people|route/, objects: /place|facility|organisation|agreement/, sources: /./,
  };
  const rank = (entity: Entity) => (likely[field]!.test(entity.kind) ? 0 : 1);
  return [...entities].sort((a, b) => rank(a) - rank(b));
}
