import type { Post } from "./marks";
import { xOf, yOf } from "./mercator";

/** How a thing stood on a day, as /api/situation answers. */
export interface Standing {
  readonly predicate: string;
  readonly subject: string | null;
  readonly object: string | null;
  readonly holder: string | null;
  readonly number: number | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly contested: boolean;
  readonly witnesses: number;
  readonly last_said: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly claims: readonly string[];
}

export interface Holder {
  readonly name: string;
  readonly letter: string;
  readonly colour: number;
  readonly places: number;
}

/** Predicates by which somebody holds something. */
const holding = new Set(["controls", "stationed"]);

export const isHolding = (standing: Standing): boolean => holding.has(standing.predicate);
export const holderOf = (standing: Standing): string => standing.holder ?? standing.subject ?? "";

/** How many colours there are for holders; those beyond share the last and are told apart by their letters. */
export const holderColours = 6;

/** Those who hold places, the one with most first, each with a letter and a colour. Names decide between equals, so that a day changes no colour by chance. */
export function holdersOf(standings: readonly Standing[], letterOf: (index: number) => string): Holder[] {
  const counts = new Map<string, number>();
  for (const standing of standings) if (isHolding(standing) && holderOf(standing)) counts.set(holderOf(standing), (counts.get(holderOf(standing)) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name, places], i) => ({ name, places, letter: letterOf(i), colour: Math.min(i, holderColours - 1) }));
}

/** Pennants for what has a place. */
export function postsOf(standings: readonly Standing[], holders: readonly Holder[], words: (standing: Standing) => string): Post[] {
  const by = new Map(holders.map((h) => [h.name, h]));
  return standings.flatMap((standing, i) => {
    const holder = by.get(holderOf(standing));
    if (!isHolding(standing) || !holder || standing.lat === null || standing.lon === null) return [];
    return [{ key: `${i}/${standing.predicate}/${standing.object ?? ""}`, x: xOf(standing.lon), y: yOf(standing.lat), letter: holder.letter, colour: holder.colour, contested: standing.contested, text: words(standing) }];
  });
}
