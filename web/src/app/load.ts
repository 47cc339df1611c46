import { type ReadonlySignal, useSignal, useSignalEffect, useComputed } from "@preact/signals";
import { get, Problem } from "./api";
import { revision } from "./live";
import type { Params } from "./router";

/** What is known of a question to the server. The last answer stays while a new one is awaited. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  /** Asked, and not yet answered. */
  readonly waiting: boolean;
}

export interface Question {
  readonly path: string;
  readonly params?: Params;
}

/**
 * Asks a question (which may read signals), and again when it or the ledger changes, or when told to. `ask` gets the question, null if there is
 * none, whether it is the one that was asked before, and the signal that gives it up.
 */
export function useAsked(question: () => Question | null, ask: (question: Question | null, same: boolean, abort: AbortSignal) => void) {
  const tries = useSignal(0);
  const asked = useComputed(() => JSON.stringify(question()));
  const last = useSignal("");
  useSignalEffect(() => {
    const text = asked.value;
    void revision.value;
    void tries.value;
    const same = last.peek() === text;
    last.value = text;
    const abort = new AbortController();
    ask(JSON.parse(text) as Question | null, same, abort.signal);
    return () => abort.abort();
  });
  return { now: () => JSON.parse(asked.peek()) as Question | null, again: () => void tries.value++ };
}

/** Asks the server, and again when the question or the ledger changes. Null asks nothing. */
export function useLoad<T>(question: () => Question | null): ReadonlySignal<Loaded<T>> & { again: () => void } {
  const state = useSignal<Loaded<T>>({ value: undefined, problem: undefined, waiting: true });
  const { again } = useAsked(question, (next, same, abort) => {
    const before = same ? state.peek().value : undefined;
    state.value = { value: next ? before : undefined, problem: undefined, waiting: next !== null };
    if (!next) return;
    get<T>(next.path, next.params, abort).then(
      (value) => (state.value = { value, problem: undefined, waiting: false }),
      (error: unknown) => {
        if (!abort.aborted) state.value = { value: before, problem: Problem.of(error), waiting: false };
      },
    );
  });
  return Object.assign(state as ReadonlySignal<Loaded<T>>, { again });
}
