import { number, t } from "../app/i18n";

// One event in full, as /api/events/{n} answers.

export interface Step {
  readonly name: string;
  readonly kind: string;
}

export interface Chain {
  readonly witness: string;
  /** Speaker first, outlet last. */
  readonly steps: readonly Step[];
}

export interface EventClaim {
  readonly key: string;
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly status: string;
  readonly claimant: string;
  readonly chain: string;
  readonly chains: readonly Chain[];
}

export interface Telling {
  readonly report_id: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly claims: readonly EventClaim[];
  readonly copy_of: string | null;
  readonly because: readonly string[];
}

export interface TollClaim {
  readonly claimant: string;
  readonly name: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: string | null;
  readonly class: string | null;
  readonly said: string | null;
  readonly report: string;
  readonly key: string;
  readonly words: string;
  readonly standing: "current" | "superseded" | "part" | "repeated" | "not-asserted";
}

export interface Toll {
  readonly measure: string;
  readonly of: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly claims: number;
  readonly witnesses: number;
  readonly contested: boolean;
  readonly series: readonly TollClaim[];
  readonly rule: string;
}

export interface Party {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly class: string | null;
  readonly claimants: readonly string[];
  readonly denied: boolean;
}

export interface Witness {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly chains: readonly string[];
}

export interface EventAnswer {
  /** E12 */
  readonly id: string;
  readonly family: string;
  readonly type: string | null;
  readonly mode: string | null;
  readonly status: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly precision: string | null;
  readonly place: { readonly key: string; readonly name: string; readonly local: string | null; readonly precision: string | null; readonly lat: number | null; readonly lon: number | null; readonly country: string | null; readonly admin1: string | null; readonly admin2: string | null } | null;
  readonly agents: readonly Party[];
  readonly targets: readonly Party[];
  readonly tolls: readonly Toll[];
  readonly witnesses: readonly Witness[];
  readonly reports: number;
  readonly outlets: number;
  readonly grade: string;
  readonly grade_reason: string;
  readonly disputes: readonly { readonly about: string; readonly reason: string }[];
  readonly judged: string | null;
  readonly passing: boolean;
  readonly tellings: readonly Telling[];
}

export const numberOf = (event: Pick<EventAnswer, "id">): number => Number(event.id.replace(/^E/, ""));

/** From least to greatest, in words where an end is open. */
export function rangeOf({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  if (low === null && high === null) return t("event-range-none");
  if (low === null) return t("event-range-most", { high: number(high!) });
  if (high === null) return t("event-range-least", { low: number(low) });
  return low === high ? number(low) : t("event-range", { low: number(low), high: number(high) });
}

/** The value that one claim gives, with its bound. */
export function valueOf(claim: TollClaim): string {
  const range = rangeOf(claim);
  return claim.bound === "about" ? t("event-about", { value: range }) : claim.bound === "more-than" && claim.low !== null ? t("event-more-than", { low: number(claim.low) }) : range;
}
