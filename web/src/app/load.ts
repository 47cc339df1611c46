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
 * Asks the server, and again when the question (which may read signals) or the ledger changes. Null asks nothing.
 */
export function useLoad<T>(question: () => Question | null): ReadonlySignal<Loaded<T>> & { again: () => void } {
  const state = useSignal<Loaded<T>>({ value: undefined, problem: undefined, waiting: true });
  const tries = useSignal(0);
  const asked = useComputed(() => JSON.stringify(question()));
  const last = useSignal("");
  useSignalEffect(() => {
    const text = asked.value;
    void revision.value;
    void tries.value;
    const next = JSON.parse(text) as Question | null;
    const before = last.peek() === text ? state.peek().value : undefined;
    last.value = text;
    if (!next) {
      state.value = { value: undefined, problem: undefined, waiting: false };
      return;
    }
    const abort = new AbortController();
    state.value = { value: before, problem: undefined, waiting: true };
    get<T>(next.path, next.params, abort.signal).then(
      (value) => (state.value = { value, problem: undefined, waiting: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const problem = error instanceof Problem ? error : new Problem(0, "unexpected", String(error));
        state.value = { value: before, problem, waiting: false };
      },
    );
    return () => abort.abort();
  });
  return Object.assign(state as ReadonlySignal<Loaded<T>>, { again: () => void tries.value++ });
}
