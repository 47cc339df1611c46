import { computed, signal } from "@preact/signals";
import { antiforgery, get, post, Problem } from "./api";
import { listen } from "./live";
import type { Me } from "./types";

/** Who works here, or null before the server has said so. */
export const me = signal<Me | null>(null);
/** Why nothing could be learned of it. */
export const startProblem = signal<Problem | null>(null);

export const mayDecide = computed(() => has("coder") || has("editor"));
export const mayEdit = computed(() => has("editor"));
/** Whether one must sign in before anything is shown. */
export const mustSignIn = computed(() => me.value !== null && me.value.access === "accounts" && me.value.user === null);

function has(role: Me["roles"][number]): boolean {
  return me.value?.roles.includes(role) ?? false;
}

let stop: (() => void) | null = null;

/** Asks who one is, and begins to listen for changes. */
export async function start(): Promise<void> {
  try {
    const answer = await get<Me>("me");
    antiforgery.value = answer.antiforgery;
    me.value = answer;
    startProblem.value = null;
    if (!mustSignIn.peek()) stop ??= listen();
  } catch (error) {
    startProblem.value = Problem.of(error);
  }
}

export async function signIn(user: string, password: string): Promise<void> {
  await post("login", { user, password });
  await start();
}

export async function signOut(): Promise<void> {
  await post("logout");
  stop?.();
  stop = null;
  await start();
}
