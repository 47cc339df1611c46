import type { Claim, Entity, Mention, Reading, Source, Span } from "../app/types";

/** What words of a report are to a claim. */
export type Role = "act" | "figure" | "said" | "who" | "whom" | "means" | "place" | "time" | "source" | "proof";

/** The order in which marks lie on each other, the lowest first. It is the order of the legend, too. */
export const roles: readonly Role[] = ["proof", "said", "source", "means", "time", "place", "whom", "who", "figure", "act"];

export interface Mark {
  readonly role: Role;
  readonly where: Span;
}

/** A reading with its ids resolved. */
export class View {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly sources: ReadonlyMap<string, Source>;

  constructor(readonly reading: Reading) {
    this.entities = new Map(reading.entities.map((e) => [e.id, e]));
    this.sources = new Map(reading.sources.map((s) => [s.id, s]));
  }

  /** The name of an entity in a language if it has one there, else as the report has it. */
  name(id: string, language: string): string {
    const entity = this.entities.get(id);
    return entity ? (entity.names?.[language] ?? (entity.name || entity.mentions[0]?.text || id)) : id;
  }

  /** The chain of a source: who speaks first, the outlet last. */
  chain(id: string): Source[] {
    const chain: Source[] = [];
    for (let source = this.sources.get(id); source && !chain.includes(source); source = this.sources.get(source.via ?? "")) chain.push(source);
    return chain;
  }

  /** What a source is called; an empty text if the report does not say. */
  speaker(source: Source, language: string): string {
    if (source.entity && this.entities.has(source.entity)) return this.name(source.entity, language);
    return source.name || (source.via ? "" : (this.reading.report.outlet ?? ""));
  }

  /** Claims by who says so, in the order in which each speaks first. */
  bySpeaker(): { readonly sources: readonly string[]; readonly claims: Claim[] }[] {
    const groups = new Map<string, { sources: readonly string[]; claims: Claim[] }>();
    for (const claim of this.reading.claims) {
      const key = claim.sources.join(" ");
      const group = groups.get(key);
      if (group) group.claims.push(claim);
      else groups.set(key, { sources: claim.sources, claims: [claim] });
    }
    return [...groups.values()];
  }
}

/** A place of the report as one number; the title lies before the text. */
const order = (span: Span): number => (span.field === "title" ? span.start - 1e7 : span.start);

function nearest(mentions: readonly Mention[] | undefined, to: Span | undefined): Span | null {
  let best: Span | null = null;
  let least = Infinity;
  for (const mention of mentions ?? []) {
    const distance = to ? Math.abs(order(mention) - order(to)) : 0;
    if (distance < least) [best, least] = [mention, distance];
  }
  return best;
}

const list = (ids: readonly string[] | string | null | undefined): readonly string[] => (typeof ids === "string" ? [ids] : (ids ?? []));

/** The words of a claim: what it says, who, whom, where, when, how many, and by whose word. */
export function marksOf(view: View, claim: Claim): Mark[] {
  const marks: Mark[] = [];
  const trigger = claim.evidence[0];
  const add = (role: Role, ids: readonly string[] | string | null | undefined) => {
    for (const id of list(ids)) {
      const where = nearest(view.entities.get(id)?.mentions, trigger);
      if (where) marks.push({ role, where });
    }
  };
  claim.evidence.forEach((where, i) => {
    const role = i > 0 ? "proof" : claim.kind === "figure" ? "figure" : claim.kind === "statement" ? "said" : "act";
    marks.push({ role, where });
  });
  if (claim.kind === "event") {
    add("who", claim.agents);
    add("whom", claim.targets);
    add("means", claim.instruments);
    add("place", claim.from);
    add("place", claim.toward);
  } else if (claim.kind === "figure") add("whom", claim.unit);
  else if (claim.kind === "state") {
    add("who", claim.subject);
    add("whom", claim.objects);
    add("who", claim.holder);
    add("whom", claim.from);
  } else {
    if (claim.content) marks.push({ role: "said", where: claim.content });
    add("whom", claim.about);
  }
  add("place", claim.places);
  if (claim.time?.span) marks.push({ role: "time", where: claim.time.span });
  for (const id of claim.sources)
    for (const source of view.chain(id)) {
      if (source.cue) marks.push({ role: "source", where: source.cue });
      const speaker = source.entity ? nearest(view.entities.get(source.entity)?.mentions, source.cue ?? trigger) : null;
      if (speaker) marks.push({ role: "source", where: speaker });
    }
  const seen = new Set<string>();
  return marks.filter(({ role, where }) => {
    const key = `${role} ${where.field ?? ""} ${where.start} ${where.end}`;
    return where.end > where.start && !seen.has(key) && seen.add(key);
  });
}

/** Claims whose words lie at a place of the report, the one with the shortest words first. */
export function claimsAt(view: View, field: "title" | "text", offset: number): Claim[] {
  const found: { claim: Claim; length: number; trigger: boolean }[] = [];
  for (const claim of view.reading.claims)
    claim.evidence.forEach((span, i) => {
      if ((span.field ?? "text") === field && span.start <= offset && offset <= span.end) found.push({ claim, length: span.end - span.start, trigger: i === 0 });
    });
  found.sort((a, b) => Number(b.trigger) - Number(a.trigger) || a.length - b.length);
  return [...new Set(found.map((f) => f.claim))];
}
