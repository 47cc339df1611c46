/** A reason of the ledger, taken apart: which one, with what, and how many points it gave. */
export interface Reason {
  readonly key: string;
  readonly args: Readonly<Record<string, string>>;
  readonly points: number | null;
}

// The ledger's sentences (Affinity, Reasons, Grading), each with the key of its words in the language of the interface.
const patterns: readonly [RegExp, string][] = [
  [/^it is the only telling$/, "only"],
  [/^joined with report (?<report>.+): (?<points>-?\d+) points$/, "joined"],
  [/^joined by (?<who>[^:]+)(?:: (?<note>.+))?$/, "joined-by"],
  [/^(?<points>-?\d+) points, (?<floor>\d+) are needed between any two, (?<mean>\d+) on average$/, "needed"],
  [/^never one, (?<floor>\d+) are needed between any two, (?<mean>\d+) on average$/, "never"],
  [/^one report tells them as two happenings$/, "one-report"],
  [/^of different kinds: (?<one>.+), (?<other>.+)$/, "kinds"],
  [/^a person keeps them apart$/, "parted"],
  [/^told in the same words$/, "words"],
  [/^in copies of one text$/, "copies"],
  [/^no time is told$/, "no-time"],
  [/^the same day$/, "day"],
  [/^different days$/, "days"],
  [/^the same hour$/, "hour"],
  [/^different hours$/, "hours"],
  [/^times that overlap$/, "overlap"],
  [/^news of the same days$/, "news"],
  [/^(?<one>.+) is named in both$/, "named"],
  [/^different persons: (?<one>.+), (?<other>.+)$/, "persons"],
  [/^the same place: (?<one>.+)$/, "place"],
  [/^some of the places are the same$/, "some-places"],
  [/^one place, and several$/, "several-places"],
  [/^a place in (?<one>.+)$/, "within"],
  [/^a building and a place: perhaps the one is in the other$/, "building-place"],
  [/^perhaps the one place is in the other$/, "perhaps-within"],
  [/^different places: (?<one>.+), (?<other>.+)$/, "places"],
  [/^the same two sides$/, "sides"],
  [/^the same parties: (?<one>.+), (?<other>.+)$/, "parties"],
  [/^the same agent: (?<one>.+)$/, "agent"],
  [/^different agents: (?<one>.+), (?<other>.+)$/, "agents"],
  [/^the same target: (?<one>.+)$/, "target"],
  [/^different targets: (?<one>.+), (?<other>.+)$/, "targets"],
  [/^the same building: (?<one>.+)$/, "building"],
  [/^different buildings: (?<one>.+), (?<other>.+)$/, "buildings"],
  [/^the same kind of victims: (?<class>.+)$/, "victims"],
  [/^different kinds of victims$/, "victims-differ"],
  [/^the same mode: (?<mode>.+)$/, "mode"],
  [/^the same means$/, "means"],
  [/^different means: (?<one>.+), (?<other>.+)$/, "means-differ"],
  [/^different types$/, "types"],
  [/^the same number (?<measure>.+): (?<value>.+)$/, "number"],
  [/^numbers (?<measure>.+) that agree$/, "numbers-agree"],
  [/^different numbers (?<measure>.+): (?<one>.+) and (?<other>.+)$/, "numbers-differ"],
  [/^(?<count>\d+) independent witnesses$/, "independent"],
  [/^(?<count>\d+) independent witnesses; (?<one>.+) denies it$/, "independent-denied"],
  [/^no witness affirms it, and (?<one>.+) denies it$/, "none-denied"],
  [/^one witness, and (?<one>.+) denies it$/, "one-denied"],
  [/^one witness$/, "one"],
  [/^no witness affirms it without reserve$/, "none"],
  [/^(?<one>.+) names (?<agent>.+), (?<other>.+) names (?<another>.+)$/, "name-differ"],
  [/^(?<one>.+) speaks of civilians, (?<other>.+) of fighters$/, "victims-said"],
  [/^(?<one>.+) denies it$/, "denies"],
  [/^(?<one>.+) says so of its own side$/, "own-side"],
  [/^claimants give different numbers (?<measure>.+)$/, "claimants-differ"],
  [/^(?<one>.+) or (?<other>.+)$/, "either"],
];

/** Takes a sentence of the ledger apart; null if it is none that is known here. */
export function reasonOf(text: string): Reason | null {
  const ended = / \(([+-]?\d+)\)$/.exec(text);
  const words = (ended ? text.slice(0, ended.index) : text).replaceAll(/[\u2066-\u2069]/g, "").replace(/\.$/, "");
  for (const [pattern, key] of patterns) {
    const found = pattern.exec(words);
    if (found) return { key, args: Object.fromEntries(Object.entries(found.groups ?? {}).filter((e): e is [string, string] => e[1] !== undefined)), points: ended ? Number(ended[1]) : null };
  }
  return null;
}
