import { scaleOf } from "./mercator";
import type { Points } from "./points";

/** All events at one known place. */
export interface Stack {
  /** Row of the first of them. */
  readonly lead: number;
  readonly x: number;
  readonly y: number;
  readonly rows: number[];
  disputed: number;
}

/** What is drawn as one mark: one stack, or several that would lie on each other. It stands where its largest stack does, never between. */
export interface Cluster {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly stacks: readonly Stack[];
  readonly count: number;
  readonly disputed: number;
}

/** Events of exactly known places, by place. Places that share their coordinates to four digits are one. */
export function stacksOf(points: Points, rows: ArrayLike<number>): Stack[] {
  const stacks = new Map<number, Stack>();
  for (let r = 0; r < rows.length; r++) {
    const i = rows[r]!;
    if (points.reach[i] !== "exact") continue;
    const [x, y] = [points.x[i]!, points.y[i]!];
    const key = Math.round(x * 3.6e6) * 3.6e6 + Math.round(y * 3.6e6);
    let stack = stacks.get(key);
    if (!stack) stacks.set(key, (stack = { lead: i, x, y, rows: [], disputed: 0 }));
    stack.rows.push(i);
    if (points.answer.disputed[i] === 1) stack.disputed++;
  }
  // The larger first; of equal ones the one that is first in the list.
  return [...stacks.values()].sort((a, b) => b.rows.length - a.rows.length || a.lead - b.lead);
}

/** Puts stacks together that are nearer to a larger one than a radius in pixels. The same stacks and zoom give the same clusters. */
export function clustersOf(stacks: readonly Stack[], zoom: number, radius: number): Cluster[] {
  const cell = radius / scaleOf(zoom);
  const width = Math.ceil(1 / cell) + 2;
  const grid = new Map<number, number[]>();
  const cellOf = (s: Stack) => (Math.floor(s.y / cell) + 1) * width + Math.floor(s.x / cell) + 1;
  stacks.forEach((stack, i) => {
    const at = cellOf(stack);
    const held = grid.get(at);
    if (held) held.push(i);
    else grid.set(at, [i]);
  });
  const taken = new Uint8Array(stacks.length);
  const clusters: Cluster[] = [];
  for (let i = 0; i < stacks.length; i++) {
    if (taken[i]) continue;
    const lead = stacks[i]!;
    const members: Stack[] = [];
    let [count, disputed] = [0, 0];
    const home = cellOf(lead);
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const j of grid.get(home + dy * width + dx) ?? []) {
          const other = stacks[j]!;
          if (taken[j] || (other.x - lead.x) ** 2 + (other.y - lead.y) ** 2 > cell * cell) continue;
          taken[j] = 1;
          members.push(other);
          count += other.rows.length;
          disputed += other.disputed;
        }
    members.sort((a, b) => b.rows.length - a.rows.length || a.lead - b.lead);
    clusters.push({ key: `${lead.lead}/${members.length}/${count}`, x: lead.x, y: lead.y, stacks: members, count, disputed });
  }
  return clusters;
}

/** How many of each family are in a cluster, in the order of familyNames. */
export function sharesOf(points: Points, cluster: Cluster): number[] {
  const shares = new Array<number>(7).fill(0);
  for (const stack of cluster.stacks) for (const row of stack.rows) shares[points.family[row]!]!++;
  return shares;
}
