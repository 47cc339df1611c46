/** What the mock answers. */
export interface Answer {
  readonly status: number;
  readonly value?: unknown;
}

type Read = (name: string) => unknown;

export function answer(method: string, url: URL, body: string, read: Read): Answer {
  const path = url.pathname.replace(/^\//, "");
  if (path === "me") return ok({ user: "desk", roles: ["reader", "coder", "editor"], antiforgery: "mock", access: "open", version: "0.1.0" });
  void [method, body, read];
  return { status: 404, value: { title: "Not found", detail: `The mock has no /api/${path}.` } };
}

const ok = (value: unknown): Answer => ({ status: 200, value });
