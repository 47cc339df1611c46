import { signal } from "@preact/signals";
import { address, type Params } from "./router";

/** An answer that is no answer: application/problem+json, or what stands for it when the server could not be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: Record<string, readonly string[]> = {},
  ) {
    super(detail === "" ? title : `${title}: ${detail}`);
  }

  /** What went wrong, as a problem. */
  static of(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(0, "unexpected", String(error));
  }
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}

/** Token that the server wants to see with every change (from /api/me). */
export const antiforgery = signal<string | null>(null);

export const apiAddress = (path: string, params: Params = {}): string => "/api/" + path + address("", "", params).slice(1);

async function call<T>(method: string, url: string, body?: unknown, abort?: AbortSignal, type = "application/json"): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json, application/problem+json" };
  if (method !== "GET" && antiforgery.peek()) headers["X-XSRF-TOKEN"] = antiforgery.peek()!;
  if (body !== undefined) headers["content-type"] = type;
  let answer: Response;
  try {
    answer = await fetch(url, {
      method,
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      ...(abort ? { signal: abort } : {}),
    });
  } catch (error) {
    if (abort?.aborted) throw error;
    throw new Problem(0, "offline", "");
  }
  if (!answer.ok) throw await problemOf(answer);
  if (answer.status === 204) return undefined as T;
  const text = await answer.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function problemOf(answer: Response): Promise<Problem> {
  try {
    const told = (await answer.json()) as { title?: string; detail?: string; errors?: Record<string, string[]> };
    return new Problem(answer.status, told.title ?? answer.statusText, told.detail ?? "", told.errors ?? {});
  } catch {
    return new Problem(answer.status, answer.statusText || String(answer.status), "");
  }
}

/** Asks. The browser keeps the ETag and the answer, and asks again only whether it still holds. */
export const get = <T>(path: string, params: Params = {}, abort?: AbortSignal): Promise<T> =>
  call<T>("GET", apiAddress(path, params), undefined, abort);
export const post = <T>(path: string, body?: unknown): Promise<T> => call<T>("POST", apiAddress(path), body ?? {});
/** Sends a text of another type than JSON. */
export const postText = <T>(path: string, text: string, type: string): Promise<T> => call<T>("POST", apiAddress(path), text, undefined, type);
export const remove = <T>(path: string): Promise<T> => call<T>("DELETE", apiAddress(path));
