import { type ReadonlySignal, useSignal } from "@preact/signals";
import { get, type Page, Problem } from "./api";
import { type Question, useAsked } from "./load";

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
  const { now, again } = useAsked(question, (next, same, abort) => {
    if (!next) {
      state.value = { ...none, waiting: false };
      return;
    }
    const limit = same ? Math.max(size, state.peek().items.length) : size;
    if (!same) state.value = { ...state.peek(), waiting: true, problem: undefined };
    get<Page<T>>(next.path, { ...next.params, limit: Math.min(1000, limit) }, abort).then(
      (page) => (state.value = { items: page.items, total: page.total, next: page.next, problem: undefined, waiting: false }),
      (error: unknown) => {
        if (!abort.aborted) state.value = { ...none, problem: Problem.of(error), waiting: false };
      },
    );
  });
  const more = () => {
    const { next, items } = state.peek();
    const of = now();
    if (!next || !of || busy.peek()) return;
    busy.value = true;
    void get<Page<T>>(of.path, { ...of.params, limit: size, cursor: next })
      .then((page) => {
        if (state.peek().items === items) state.value = { ...state.peek(), items: [...items, ...page.items], next: page.next, total: page.total };
      }, () => undefined)
      .finally(() => (busy.value = false));
  };
  return { state, more, again };
}
