import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { dayText, number, t, word } from "../app/i18n";
import { get, type Page } from "../app/api";
import { useKeys } from "../app/keys";
import { useLoad } from "../app/load";
import { address } from "../app/router";
import { mayDecide } from "../app/session";
import { language } from "../app/settings";
import { decide } from "../app/undo";
import { Icon } from "../ui/Icon";
import { happeningText } from "../map/labels";
import { numberOf, type EventAnswer, type Telling } from "./answer";
import { Because } from "./Because";

/** A row of /api/events. */
interface Row {
  readonly id: string;
  readonly type: string | null;
  readonly mode: string | null;
  readonly first: string | null;
  readonly place: string | null;
  readonly place_local: string | null;
  readonly agents: string | null;
  readonly killed: string | null;
  readonly reports: number;
}

/**
 * The tellings of the event, why each belongs to it, and events that could be the same. Y: it belongs to this event; N: it does not;
 * H: leave it open and go on. J and K move.
 */
export function Members({ event }: { event: EventAnswer }) {
  const own = numberOf(event);
  const place = event.place;
  const near = useLoad<Page<Row>>(() => (event.first && place ? { path: "events", params: { from: shifted(event.first, -1), to: shifted(event.last ?? event.first, 1), ...(place.lat != null ? { near: `${place.lat},${place.lon},40` } : { place: place.key }), limit: 20 } } : null));
  const others = nearestFirst(event, near.value.value?.items ?? []);
  const put = useSignal<ReadonlySet<string>>(new Set());
  const open = others.filter((row) => !put.value.has(row.id));
  const cards: ({ telling: Telling; row?: undefined } | { row: Row; telling?: undefined })[] = [...event.tellings.map((telling) => ({ telling })), ...open.map((row) => ({ row }))];
  const at = useSignal(-1);
  const here = Math.min(at.value, cards.length - 1);
  const picked = useSignal<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLOListElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) (box.current?.parentElement?.querySelectorAll<HTMLElement>("[data-card]")[here])?.focus();
    moved.current = false;
  }, [here, cards.length]);
  const go = (to: number) => {
    moved.current = true;
    at.value = Math.max(0, Math.min(cards.length - 1, to));
  };
  const join = (row: Row) => decide({ kind: "join", events: [own, Number(row.id.replace("E", ""))] }, t("event-said-joined", { other: row.id }));
  const split = (telling: Telling) => {
    const chosen = telling.claims.filter((c) => picked.value.has(c.key));
    picked.value = new Set();
    return decide({ kind: "split", events: [own], claims: (chosen.length > 0 ? chosen : telling.claims.filter((c) => c.kind === "event")).map((c) => c.key) }, t("event-said-split"));
  };
  const leave = (row: Row) => {
    put.value = new Set([...put.value, row.id]);
  };
  const yes = () => {
    const card = cards[here];
    if (card?.row) void join(card.row);
    else go(here + 1);
  };
  const no = () => {
    const card = cards[here];
    if (card?.row) leave(card.row);
    else if (card?.telling && event.tellings.length > 1) void split(card.telling);
  };
  useKeys("event-members", {
    KeyJ: { text: "event-key-next", run: () => go(here + 1) },
    KeyK: { text: "event-key-before", run: () => go(here - 1) },
    KeyY: { text: "event-key-yes", run: yes, when: () => mayDecide.peek() && cards.length > 0 },
    KeyH: { text: "event-key-hold", run: () => go(here + 1), when: () => cards.length > 0 },
    KeyN: { text: "event-key-no", run: no, when: () => mayDecide.peek() && cards.length > 0 },
  });
  const pick = (key: string) => {
    const next = new Set(picked.value);
    if (!next.delete(key)) next.add(key);
    picked.value = next;
  };
  return (
    <div class="members">
      <ol class="member-list" ref={box}>
        {event.tellings.map((telling, i) => (
          <li key={`${telling.report_id}/${telling.claims[0]?.key}`} data-card tabIndex={-1} class={`member${here === i ? " here" : ""}`} aria-current={here === i ? "true" : undefined} onFocusCapture={() => (at.value = i)}>
            <TellingCard event={event} telling={telling} picked={picked.value} pick={pick} split={() => void split(telling)} />
          </li>
        ))}
      </ol>
      {near.value.value && (
        <>
          <h3>{t("event-near")}</h3>
          {open.length === 0 && <p class="soft small">{t("event-near-none")}</p>}
          <ol class="member-list">
            {open.map((row, i) => {
              const n = event.tellings.length + i;
              return (
                <li key={row.id} data-card tabIndex={-1} class={`member other${here === n ? " here" : ""}`} aria-current={here === n ? "true" : undefined} onFocusCapture={() => (at.value = n)}>
                  <OtherCard own={own} row={row} join={() => void join(row)} leave={() => leave(row)} />
                </li>
              );
            })}
          </ol>
        </>
      )}
    </div>
  );
}

function TellingCard({ event, telling, picked, pick, split }: { event: EventAnswer; telling: Telling; picked: ReadonlySet<string>; pick: (key: string) => void; split: () => void }) {
  const original = telling.copy_of ? event.tellings.find((other) => other.report_id === telling.copy_of) : undefined;
  const several = telling.claims.length > 1 || event.tellings.length > 1;
  const some = telling.claims.some((c) => picked.has(c.key));
  return (
    <>
      <header>
        <h3><bdi>{telling.outlet ?? telling.report_id}</bdi></h3>
        {telling.published && <time class="soft small" dateTime={telling.published}>{dayText(telling.published, true)}</time>}
        <a class="small" href={address("report", telling.report_id, { claim: telling.claims[0]?.id })}>{t("event-open-report")}</a>
      </header>
      {telling.copy_of && <p class="small copy-note">{t("event-copy-of", { outlet: original?.outlet ?? telling.copy_of })}</p>}
      <Because reasons={telling.because} />
      <ul class="claims">
        {telling.claims.map((claim) => (
          <li key={claim.key}>
            <label>
              {mayDecide.value && several && <input type="checkbox" checked={picked.has(claim.key)} onChange={() => pick(claim.key)} aria-label={t("event-pick")} />}
              <span class="claim-kind small">{word("kind", claim.kind)}</span>
            </label>
            <a href={address("report", telling.report_id, { claim: claim.id })} dir="auto"><bdi>{claim.words}</bdi></a>
            {claim.status !== "happened" && <span class={`small${claim.status === "negated" || claim.status === "denied" ? " contested-word" : " soft"}`}>{claim.status === "negated" ? t("event-denies") : word("status", claim.status)}</span>}
            <span class="claim-chain small soft">{claim.chains[0]?.steps.map((s, i) => <span key={i}>{i > 0 && <span aria-hidden="true" class="chain-arrow"> ‹ </span>}<bdi>{s.name}</bdi></span>)}</span>
          </li>
        ))}
      </ul>
      {mayDecide.value && several && (event.tellings.length > 1 || some) && (
        <button type="button" class="button" onClick={split}>{some ? t("event-split-claims", { count: telling.claims.filter((c) => picked.has(c.key)).length }) : t("event-split")} <kbd aria-hidden="true">N</kbd></button>
      )}
    </>
  );
}

function OtherCard({ own, row, join, leave }: { own: number; row: Row; join: () => void; leave: () => void }) {
  const reasons = useSignal<readonly string[] | null>(null);
  const why = () => void get<{ reasons: readonly string[] }>(`events/${own}/why/${row.id.replace("E", "")}`).then((a) => (reasons.value = a.reasons), () => (reasons.value = []));
  const place = language.value === "ar" ? (row.place_local ?? row.place) : row.place;
  return (
    <>
      <header>
        <h4><a href={address("event", row.id.replace("E", ""))}>{row.id}</a> · {happeningText(row.type, row.mode)}{place && <> · <bdi>{place}</bdi></>}</h4>
        {row.first && <time class="soft small">{dayText(row.first, true)}</time>}
      </header>
      {row.agents && <p class="small"><bdi>{row.agents}</bdi></p>}
      <p class="small soft">{t("event-reports", { count: row.reports, text: number(row.reports) })}</p>
      {reasons.value && <Because reasons={reasons.value} />}
      <div class="member-buttons">
        {!reasons.value && <button type="button" class="button quiet" onClick={why}>{t("event-why-apart")}</button>}
        {mayDecide.value && <button type="button" class="button" onClick={join}><Icon name="check" />{t("event-join")} <kbd aria-hidden="true">Y</kbd></button>}
        {mayDecide.value && <button type="button" class="button quiet" onClick={leave}>{t("event-not-same")} <kbd aria-hidden="true">N</kbd></button>}
      </div>
    </>
  );
}

/** Other events, those at the same place, of the same kind and on the nearest day first. */
function nearestFirst(event: EventAnswer, rows: readonly Row[]): Row[] {
  const days = (row: Row) => Math.abs(Date.parse(row.first ?? "1970-01-01") - Date.parse(event.first ?? "1970-01-01"));
  const far = (row: Row) => (row.place === event.place?.name ? 0 : 2) + (row.type === event.type ? 0 : 1);
  return rows.filter((row) => row.id !== event.id).sort((a, b) => far(a) - far(b) || days(a) - days(b) || (a.id < b.id ? -1 : 1)).slice(0, 8);
}

const shifted = (iso: string, days: number): string => new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86400000).toISOString().slice(0, 10);
