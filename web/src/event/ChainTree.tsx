import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { dayText, number, t, word } from "../app/i18n";
import { address } from "../app/router";
import { isRtl, language } from "../app/settings";
import { useWidth } from "../ui/width";
import { branchesOf, type Branch, type ChainNode, type Chains } from "./chains";

const nodeWidth = { least: 132, most: 250 };
const gap = { x: 56, y: 16 };
const nodeHeight = 62;
/** Room that a line takes which is led past others. */
const lineRoom = 12;
const reportHeight = 24;

/** Who told whom: from those who vouch, through those who hand on, to the outlets. As a picture, and as a list that says the same. */
export function ChainTree({ chains }: { chains: Chains }) {
  const asList = useSignal(false);
  const { box, width } = useWidth();
  const narrow = width > 0 && width < chains.columns * (nodeWidth.least + gap.x) - gap.x;
  return (
    <div class="chain" ref={box}>
      {!narrow && (
        <div class="segments chain-kind" role="radiogroup" aria-label={t("event-chain-as")}>
          {[false, true].map((list) => (
            <label key={String(list)} class={asList.value === list ? "on" : ""}>
              <input type="radio" name="chain-as" checked={asList.value === list} onChange={() => (asList.value = list)} />
              {t(list ? "event-chain-list" : "event-chain-tree")}
            </label>
          ))}
        </div>
      )}
      {width > 0 && (asList.value || narrow ? <ChainList chains={chains} /> : <Picture chains={chains} width={width} />)}
    </div>
  );
}

interface Placed {
  readonly node: ChainNode | null;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

function Picture({ chains, width }: { chains: Chains; width: number }) {
  const lit = useSignal<string | null>(null);
  const mirrored = isRtl(language.value);
  const { placed, height, wide } = useMemo(() => layOut(chains, width), [chains, width]);
  const shown = chains.nodes.map((node) => ({ ...placed.get(node.key)!, node }));
  const onWay = useMemo(() => (lit.value ? wayThrough(chains, lit.value) : null), [chains, lit.value]);
  const left = (p: Pick<Placed, "x">) => (mirrored ? width - p.x - wide : p.x);
  return (
    <div class="chain-picture" style={{ height: `${height}px` }}>
      <svg class="chain-lines" width={width} height={height} aria-hidden="true">
        {chains.links.map((link) => {
          const stops = [link.from, ...link.through, link.to].map((key) => placed.get(key)!);
          const path = stops.slice(1).map((to, i) => curve(stops[i]!, to, left, wide, mirrored)).join("");
          const target = stops.at(-1)!;
          const [x2, y2] = [mirrored ? left(target) + wide : left(target), middleOf(target)];
          return (
            <g key={`${link.from}>${link.to}`} class={`chain-link${link.denies ? " denies" : ""}${onWay ? (onWay.has(link.from) && onWay.has(link.to) ? " lit" : " dim") : ""}`}>
              <path d={path} style={{ strokeWidth: `${Math.min(4.5, 1.2 + Math.log2(link.claims) * 0.8)}px` }} />
              <circle cx={x2} cy={y2} r="3" />
            </g>
          );
        })}
      </svg>
      <ul class="chain-nodes">
        {shown.map((p) => (
          <li
            key={p.node.key}
            class={`chain-node${p.node.witness ? " witness" : ""}${p.node.outlet ? " outlet" : ""}${onWay ? (onWay.has(p.node.key) ? " lit" : " dim") : ""}`}
            style={{ left: `${left(p)}px`, top: `${p.y}px`, width: `${wide}px`, height: `${p.height}px` }}
            onPointerEnter={() => (lit.value = p.node.key)}
            onPointerLeave={() => (lit.value = null)}
            onFocusCapture={() => (lit.value = p.node.key)}
            onBlurCapture={() => (lit.value = null)}
          >
            <NodeWords node={p.node} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NodeWords({ node }: { node: ChainNode }) {
  return (
    <>
      <div class="chain-head">
        <span class="chain-name" title={node.name}><bdi>{node.name || t("event-nameless")}</bdi></span>
        <span class="chain-role">{node.witness ? t("event-role-witness") : null}{node.witness && " · "}{node.kind === "own-words" ? t("event-own-words") : word("source", node.kind)}</span>
      </div>
      {node.reports.length > 0 && (
        <ul class="chain-reports">
          {foldedReports(node).map((report) => (
            <li key={report.id}>
              <a href={address("report", report.id, { claim: report.claim })}>{report.copies.length > 0 || report.copyOf ? <bdi>{report.outlet}</bdi> : t("event-open-words")}</a>
              {report.published && <time class="soft" dateTime={report.published}> {dayText(report.published, true)}</time>}
              {report.copies.length > 0 && <Copies copies={report.copies} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Copies({ copies }: { copies: ChainNode["reports"] }) {
  return (
    <details class="chain-copies">
      <summary>{t("event-copies", { count: copies.length, text: number(copies.length) })}</summary>
      <ul>
        {copies.map((copy) => <li key={copy.id}><a href={address("report", copy.id, { claim: copy.claim })}><bdi>{copy.outlet}</bdi></a> {copy.published && <time class="soft">{dayText(copy.published, true)}</time>}</li>)}
      </ul>
    </details>
  );
}

/** Reports with those that repeat them. */
export function foldedReports(node: Pick<ChainNode, "reports">): (ChainNode["reports"][number] & { copies: ChainNode["reports"] })[] {
  const heads = node.reports.filter((r) => r.copyOf === null || !node.reports.some((o) => o.id === r.copyOf));
  return heads.map((head) => ({ ...head, copies: node.reports.filter((r) => r.copyOf === head.id) }));
}

/** Chains as nested lists. */
export function ChainList({ chains }: { chains: Chains }) {
  const branches = useMemo(() => branchesOf(chains), [chains]);
  return <ul class="chain-list">{branches.map((branch) => <ListBranch key={branch.node.key} branch={branch} />)}</ul>;
}

function ListBranch({ branch }: { branch: Branch }) {
  return (
    <li class={branch.node.witness ? "witness" : branch.node.outlet ? "outlet" : ""}>
      <div class={`chain-list-node${branch.link?.denies ? " denies" : ""}`}>
        {branch.link?.denies && <span class="contested-word">{t("event-denies")} </span>}
        <NodeWords node={branch.node} />
      </div>
      {branch.then.length > 0 && <ul>{branch.then.map((next) => <ListBranch key={next.node.key} branch={next} />)}</ul>}
    </li>
  );
}

function layOut(chains: Chains, width: number): { placed: Map<string, Placed>; height: number; wide: number } {
  const wide = Math.max(nodeWidth.least, Math.min(nodeWidth.most, (width - (chains.columns - 1) * gap.x) / chains.columns));
  const step = chains.columns > 1 ? Math.min(wide + 340, (width - wide) / (chains.columns - 1)) : 0;
  const nodes = new Map(chains.nodes.map((n) => [n.key, n]));
  const heightOf = (key: string) => {
    const node = nodes.get(key);
    return node ? nodeHeight + foldedReports(node).reduce((sum, r) => sum + reportHeight + (r.copies.length > 0 ? reportHeight : 0), 0) : lineRoom;
  };
  const heights = chains.order.map((keys) => keys.reduce((sum, key) => sum + heightOf(key) + gap.y, -gap.y));
  const height = Math.max(nodeHeight, ...heights);
  const placed = new Map<string, Placed>();
  chains.order.forEach((keys, i) => {
    let y = (height - heights[i]!) / 2;
    for (const key of keys) {
      const high = heightOf(key);
      placed.set(key, { node: nodes.get(key) ?? null, x: i * step, y, height: high });
      y += high + gap.y;
    }
  });
  return { placed, height, wide };
}

const middleOf = (p: Placed): number => p.y + (p.node ? nodeHeight : p.height) / 2;

/** From one stop to the next: a curve between columns, and a straight line across a free spot. */
function curve(from: Placed, to: Placed, left: (p: Placed) => number, wide: number, mirrored: boolean): string {
  const out = (p: Placed) => (mirrored ? left(p) : left(p) + wide);
  const into = (p: Placed) => (mirrored ? left(p) + wide : left(p));
  const [x1, x2, y1, y2] = [out(from), into(to), middleOf(from), middleOf(to)];
  const bend = (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}${to.node ? "" : `H${out(to)}`}`;
}

/** All that lie on a way through a node. */
function wayThrough(chains: Chains, key: string): Set<string> {
  const found = new Set([key]);
  const walk = (at: string, forward: boolean) => {
    for (const link of chains.links) {
      if ((forward ? link.from : link.to) !== at) continue;
      const next = forward ? link.to : link.from;
      if (!found.has(next)) {
        found.add(next);
        walk(next, forward);
      }
    }
  };
  walk(key, true);
  walk(key, false);
  return found;
}
