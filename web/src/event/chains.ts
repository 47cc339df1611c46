import type { EventAnswer, Step } from "./answer";

/** One who hands on, in the picture of an event's chains. */
export interface ChainNode {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  /** 0 for who vouches; the outlets stand in the last. */
  readonly column: number;
  /** Whether it is a witness: somebody who vouches, and not only hands on. */
  readonly witness: boolean;
  readonly outlet: boolean;
  /** Reports of an outlet, the first the one whose words the others repeat. */
  readonly reports: readonly ChainReport[];
}

export interface ChainReport {
  readonly id: string;
  readonly outlet: string;
  readonly published: string | null;
  /** The claim of it that is opened first. */
  readonly claim: string;
  readonly copyOf: string | null;
}

export interface ChainLink {
  readonly from: string;
  readonly to: string;
  /** Free spots in the columns between, through which the line is led so that it runs behind nobody. */
  readonly through: readonly string[];
  /** Claims that came this way. */
  readonly claims: number;
  /** Whether all that came this way denies. */
  readonly denies: boolean;
}

export interface Chains {
  readonly nodes: readonly ChainNode[];
  readonly links: readonly ChainLink[];
  readonly columns: number;
  /** Column by column what stands there from top to bottom: keys of nodes, and of free spots for lines. */
  readonly order: readonly (readonly string[])[];
}

interface Draft {
  key: string;
  name: string;
  kind: string;
  depth: number;
  witness: boolean;
  outlet: boolean;
  reports: Map<string, ChainReport>;
}

/**
 * The chains of an event, put together: each who hands on stands once, each link once. Reports that repeat another's words are folded into
 * the outlet of the first, for they vouch for nothing more.
 */
export function chainsOf(event: Pick<EventAnswer, "tellings" | "witnesses">): Chains {
  const nodes = new Map<string, Draft>();
  const links = new Map<string, { from: string; to: string; claims: number; denials: number }>();
  const names = new Map(event.witnesses.map((w) => [w.key, w]));
  const outletOf = new Map(event.tellings.map((t) => [t.report_id, t.outlet ?? t.report_id]));
  for (const telling of event.tellings) {
    const outlet = outletOf.get(telling.copy_of ?? telling.report_id) ?? telling.outlet ?? telling.report_id;
    const told = telling.claims.filter((c) => c.kind === "event" || c.kind === "figure");
    for (const claim of told.length > 0 ? told : telling.claims) {
      for (const chain of claim.chains) {
        const leaf = put(nodes, `outlet/${outlet}`, { name: outlet, kind: "outlet" });
        leaf.outlet = true;
        if (!leaf.reports.has(telling.report_id)) leaf.reports.set(telling.report_id, { id: telling.report_id, outlet: telling.outlet ?? telling.report_id, published: telling.published, claim: claim.id, copyOf: telling.copy_of });
        const denies = claim.status === "negated" || claim.status === "denied";
        // A headline without a speaker says only what the text attributes: the ledger does not count it, so it is not drawn either.
        if (chain.steps.length < 2 && (telling.copy_of !== null || (!denies && !names.has(chain.witness)))) continue;
        const witness = names.get(chain.witness);
        const speaker = chain.steps[0] ?? { name: outlet, kind: "outlet" };
        const own = chain.steps.length < 2;
        const path: Draft[] = [put(nodes, `witness/${chain.witness}`, own ? { name: outlet, kind: "own-words" } : { name: witness?.name || speaker.name, kind: witness?.kind ?? speaker.kind })];
        path[0]!.witness = true;
        if (!own) for (const step of chain.steps.slice(1, -1)) path.push(put(nodes, `step/${step.kind}/${step.name}`, step));
        path.push(leaf);
        for (let i = 0; i + 1 < path.length; i++) {
          const [from, to] = [path[i]!, path[i + 1]!];
          if (from === to) continue;
          const key = `${from.key}>${to.key}`;
          const link = links.get(key) ?? { from: from.key, to: to.key, claims: 0, denials: 0 };
          link.claims++;
          if (denies) link.denials++;
          links.set(key, link);
        }
      }
    }
  }
  return arranged([...nodes.values()], [...links.values()].map(({ denials, ...link }) => ({ ...link, denies: denials === link.claims, through: [] })));
}

function put(nodes: Map<string, Draft>, key: string, step: Step): Draft {
  let node = nodes.get(key);
  if (!node) nodes.set(key, (node = { key, name: step.name, kind: step.kind, depth: 0, witness: false, outlet: false, reports: new Map() }));
  return node;
}

/** Columns by the longest way from a witness, outlets last; in a column those near their neighbours, so that few lines cross. */
function arranged(drafts: Draft[], links: ChainLink[]): Chains {
  const by = new Map(drafts.map((d) => [d.key, d]));
  // As many rounds as there are nodes reach every depth; a circle cannot go on.
  for (let round = 0, moved = true; moved && round < drafts.length; round++) {
    moved = false;
    for (const link of links) {
      const [from, to] = [by.get(link.from)!, by.get(link.to)!];
      if (to.depth < from.depth + 1 && from.depth + 1 < drafts.length) {
        to.depth = from.depth + 1;
        moved = true;
      }
    }
  }
  const last = Math.max(1, ...drafts.map((d) => d.depth));
  const columnOf = (d: Draft) => (d.outlet ? last : d.depth);
  const columns: string[][] = Array.from({ length: last + 1 }, (_, i) => drafts.filter((d) => columnOf(d) === i).map((d) => d.key));
  const led = links.map((link) => {
    const [from, to] = [columnOf(by.get(link.from)!), columnOf(by.get(link.to)!)];
    const through = Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => `${link.from}>${link.to}/${from + 1 + i}`);
    through.forEach((key, i) => columns[from + 1 + i]!.push(key));
    return { ...link, through };
  });
  const steps = led.flatMap((link) => {
    const stops = [link.from, ...link.through, link.to];
    return stops.slice(1).map((to, i) => ({ from: stops[i]!, to }));
  });
  const place = new Map<string, number>();
  const count = (keys: readonly string[]) => keys.forEach((key, i) => place.set(key, (i + 0.5) / keys.length));
  columns.forEach(count);
  for (let round = 0; round < 8; round++) {
    const forward = round % 2 === 0;
    for (const keys of forward ? columns : [...columns].reverse()) {
      const wanted = new Map(keys.map((key) => {
        const others = steps.filter((s) => (forward ? s.to : s.from) === key).map((s) => place.get(forward ? s.from : s.to)!);
        return [key, others.length > 0 ? others.reduce((a, b) => a + b, 0) / others.length : place.get(key)!];
      }));
      keys.sort((a, b) => wanted.get(a)! - wanted.get(b)! || (a < b ? -1 : 1));
      count(keys);
    }
  }
  const nodes = columns.flatMap((keys, i) => keys.flatMap((key): ChainNode[] => {
    const d = by.get(key);
    return d ? [{ key, name: d.name, kind: d.kind, column: i, witness: d.witness, outlet: d.outlet, reports: [...d.reports.values()] }] : [];
  }));
  return { nodes, links: led, columns: last + 1, order: columns };
}

/** A branch of the chains as a list: a witness, who handed on, the outlets. */
export interface Branch {
  readonly node: ChainNode;
  readonly link: ChainLink | null;
  readonly then: readonly Branch[];
}

export function branchesOf(chains: Chains): Branch[] {
  const by = new Map(chains.nodes.map((n) => [n.key, n]));
  const grow = (node: ChainNode, link: ChainLink | null, above: readonly string[]): Branch => ({
    node,
    link,
    then: chains.links.filter((l) => l.from === node.key && !above.includes(l.to)).map((l) => grow(by.get(l.to)!, l, [...above, node.key])),
  });
  return chains.nodes.filter((n) => n.witness || !chains.links.some((l) => l.to === n.key)).map((n) => grow(n, null, []));
}
