import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { get, type Page, Problem } from "./api";
import { revision } from "./live";
import type { Question } from "./load";

/** What is known of a list that comes in pages. */
export interface Pages<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next: string | null;
  readonly problem: Problem | undefined;
  /** The first page is awaited. */
  readonly waiting: boolean;
}

const none = { items: [], total: 0, next: null, problem: undefined };

/**
 * Asks for a list page by page. When the ledger changes, what was shown is asked for again, as many rows as before, and stays until the
 * answer is there, so that the place in the list is not lost.
 */
export function usePages<T>(question: () => Question | null, size = 100): { state: ReadonlySignal<Pages<T>>; more: () => void; again: () => void } {
  const state = useSignal<Pages<T>>({ ...none, waiting: true });
  const busy = useSignal(false);
  const tries = useSignal(0);
  const asked = useComputed(() => JSON.stringify(question()));
  const last = useSignal("");
  useSignalEffect(() => {
    const text = asked.value;
    void revision.value;
    void tries.value;
    const next = JSON.parse(text) as Question | null;
    const same = last.peek() === text;
    last.value = text;
    if (!next) {
      state.value = { ...none, waiting: false };
      return;
    }
    const limit = same ? Math.max(size, state.peek().items.length) : size;
    if (!same) state.value = { ...state.peek(), waiting: true, problem: undefined };
    const abort = new AbortController();
    get<Page<T>>(next.path, { ...next.params, limit: Math.min(1000, limit) }, abort.signal).then(
      (page) => (state.value = { items: page.items, total: page.total, next: page.next, problem: undefined, waiting: false }),
      (error: unknown) => {
        if (!abort.signal.aborted) state.value = { ...none, problem: error instanceof Problem ? error : new Problem(0, "unexpected", String(error)), waiting: false };
      },
    );
    return () => abort.abort();
  });
  const more = () => {
    const { next, items } = state.peek();
    const of = JSON.parse(asked.peek()) as Question | null;
    if (!next || !of || busy.peek()) return;
    busy.value = true;
    void get<Page<T>>(of.path, { ...of.params, limit: size, cursor: next })
      .then((page) => {
        if (state.peek().items === items) state.value = { ...state.peek(), items: [...items, ...page.items], next: page.next, total: page.total };
      }, () => undefined)
      .finally(() => (busy.value = false));
  };
  return { state, more, again: () => void tries.value++ };
}
