// What the server answers: JSON as the command line prints it (docs/reading.md, docs/ledger.md).

export interface Me {
  readonly user: string | null;
  readonly roles: readonly ("reader" | "coder" | "editor")[];
  readonly antiforgery: string | null;
  readonly access: "open" | "accounts";
  /** Whether one can sign in through an identity provider. */
  readonly oidc?: boolean;
  readonly version: string;
}

export interface Job {
  readonly id: string | number;
  readonly kind: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  readonly done?: number;
  readonly total?: number | null;
  readonly started?: string | null;
  readonly ended?: string | null;
  readonly message?: string | null;
  readonly errors?: readonly string[];
}

/** A half-open piece of the report's text, or of its title, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
  readonly field?: "title" | null;
}

export interface Mention extends Span {
  readonly by?: string;
}

export interface Entity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly refs?: readonly { readonly ref: string; readonly score?: number }[];
  readonly class?: string | null;
  readonly of?: string | null;
  readonly office?: string | null;
  readonly affiliation?: string | null;
  readonly precision?: string | null;
  readonly country?: string | null;
  readonly labels?: readonly { readonly text: string; readonly source?: string; readonly start?: number; readonly end?: number }[];
  readonly mentions: readonly Mention[];
}

export interface Source {
  readonly id: string;
  readonly kind: string;
  readonly entity?: string | null;
  readonly name?: string | null;
  readonly via?: string | null;
  readonly cue?: Span | null;
}

export interface Time {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: string;
  readonly relation: string;
  readonly basis?: string;
  readonly span?: Span | null;
}

export interface Claim {
  readonly id: string;
  readonly key: string;
  readonly kind: "event" | "figure" | "state" | "statement";
  readonly sources: readonly string[];
  readonly stance: string;
  readonly evidence: readonly Span[];
  readonly status: string;
  readonly polarity: string;
  readonly assertion: string;
  readonly time: Time | null;
  readonly places: readonly string[];
  readonly happening: string | null;
  readonly rule?: string;
  readonly type?: string;
  readonly mode?: string | null;
  readonly agents?: readonly string[];
  readonly targets?: readonly string[];
  readonly instruments?: readonly string[];
  readonly from?: readonly string[] | string | null;
  readonly toward?: readonly string[] | null;
  readonly contexts?: readonly string[];
  readonly acled?: { readonly event_type?: string; readonly sub_event_type?: string } | null;
  readonly measure?: string;
  readonly unit?: string | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly bound?: string;
  readonly words?: string | null;
  readonly scope?: string;
  readonly flow?: string | null;
  readonly per?: string | null;
  readonly predicate?: string;
  readonly subject?: string | null;
  readonly objects?: readonly string[];
  readonly holder?: string | null;
  readonly under?: string | null;
  readonly office?: string | null;
  readonly count?: Count | number | null;
  readonly content?: Span | null;
  readonly quoted?: boolean;
  readonly about?: readonly string[];
}

export interface Count {
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: string;
}

export interface Relation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

export interface ReportText {
  readonly id: string;
  readonly outlet: string | null;
  readonly url?: string | null;
  readonly language?: string | null;
  readonly published?: string | null;
  readonly title?: string | null;
  readonly text: string;
  readonly sections?: readonly (Span & { readonly kind: string })[];
}

export interface Reading {
  readonly report: ReportText;
  readonly entities: readonly Entity[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly diagnostics: readonly { readonly code: string; readonly span?: Span | null; readonly message: string }[];
}

export interface ReportRow {
  readonly id: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly events: number;
  readonly claims: number;
  readonly reviewed: number;
}
