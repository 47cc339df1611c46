import { signal } from "@preact/signals";
import { say } from "../ui/Toasts";
import { get, post, Problem, remove, type Page } from "./api";
import { t } from "./i18n";
import { revision } from "./live";
import { me } from "./session";

/** A decision as it is sent: what is decided, on what, and what stood there before. */
export interface Decision {
  readonly kind: "join" | "split" | "grade" | "accept" | "reject" | "unsure" | "edit" | "add";
  readonly events?: readonly number[];
  readonly claims?: readonly string[];
  readonly value?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly note?: string;
}

/** A decision as the ledger keeps it. */
export interface Kept extends Decision {
  readonly number: number;
  readonly person?: string | null;
  readonly made?: string;
  readonly withdrawn?: boolean | null;
}

/** Numbers of this session's decisions that still stand, the last at the end. */
const done = signal<readonly number[]>([]);

/** Takes away the notes that offer to undo a decision, by its number. */
const notes = new Map<number, () => void>();

let line: Promise<unknown> = Promise.resolve();

/** Does one thing after the other: who types fast must find each decision made before the next key takes it back. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = line.then(work, work);
  line = next.catch(() => undefined);
  return next;
}

/** Sends a decision and says that it was taken, with a way back. */
export const decide = (decision: Decision, said: string): Promise<boolean> => inTurn(() => send(decision, said));

async function send(decision: Decision, said: string): Promise<boolean> {
  try {
    const { number } = await post<{ number: number }>("decisions", decision);
    done.value = [...done.peek(), number];
    revision.value++;
    notes.set(number, say(said, { action: { text: t("undo"), run: () => void undo(number) } }));
    return true;
  } catch (error) {
    fail(error);
    return false;
  }
}

/** Takes back one decision. The ledger keeps both. */
export const undo = (number: number): Promise<void> => inTurn(() => withdraw(number));

async function withdraw(number: number): Promise<void> {
  try {
    await remove(`decisions/${number}`);
    notes.get(number)?.();
    done.value = done.peek().filter((other) => other !== number);
    revision.value++;
    say(t("undone", { number }));
  } catch (error) {
    fail(error);
  }
}

/** Takes back the last decision of this session, then of earlier ones, without limit. */
export const undoLast = (): Promise<void> => inTurn(withdrawLast);

async function withdrawLast(): Promise<void> {
  const last = done.peek().at(-1);
  if (last !== undefined) return withdraw(last);
  try {
    for (let cursor: string | null = null; ; ) {
      const page: Page<Kept> = await get<Page<Kept>>("decisions", { cursor, limit: 200 });
      const own = page.items.find((kept) => !kept.withdrawn && (kept.person ?? null) === (me.peek()?.user ?? null));
      if (own) return await withdraw(own.number);
      if (!page.next) break;
      cursor = page.next;
    }
    say(t("nothing-to-undo"));
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  const problem = Problem.of(error);
  say(problem.status === 0 ? t("problem-0") : `${problem.title}${problem.detail ? `: ${problem.detail}` : ""}`, { bad: true });
}
