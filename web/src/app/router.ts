import { computed, signal } from "@preact/signals";

/** Where one is: which screen, of which thing, with which choices. All of it stands in the address. */
export interface Route {
  /** First part of the path: report, event, map, review … */
  readonly screen: string;
  /** The rest of the path, decoded; empty for lists. */
  readonly id: string;
  /** What follows the question mark. */
  readonly params: URLSearchParams;
}

/** Reads an address of this app. What cannot be decoded stays as it is. */
export function parseAddress(path: string, search: string): Route {
  const parts = path.split("/").filter(Boolean).map(decode);
  return { screen: parts[0] ?? "", id: parts.slice(1).join("/"), params: new URLSearchParams(search) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Writes an address: the opposite of parseAddress. Empty choices are left out, so that one state has one address. */
export function address(screen: string, id = "", params: Params = {}): string {
  const path = "/" + [screen, ...(id === "" ? [] : id.split("/"))].map(encodeURIComponent).join("/");
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (Array.isArray(value)) for (const one of value) query.append(key, one);
    else if (value !== undefined && value !== null && value !== "" && value !== false) query.append(key, String(value));
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

export type Params = Record<string, string | number | boolean | readonly string[] | null | undefined>;

const inBrowser = typeof location !== "undefined";
export const route = signal<Route>(inBrowser ? parseAddress(location.pathname, location.search) : parseAddress("/", ""));
export const screen = computed(() => route.value.screen);

const read = () => (route.value = parseAddress(location.pathname, location.search));

/** Goes to an address. With replace the step is not one that "back" returns to. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (to === location.pathname + location.search) return;
  if (options.replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  read();
}

/** One choice in the address, or an empty text. */
export const param = (name: string): string => route.value.params.get(name) ?? "";

/** Changes choices and leaves the others; an empty value takes one away. */
export function setParams(changes: Params, options: { replace?: boolean } = { replace: true }): void {
  const { screen, id, params } = route.peek();
  const next: Record<string, string | readonly string[]> = {};
  for (const key of new Set(params.keys())) next[key] = params.getAll(key);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === null || value === "" || value === false) delete next[key];
    else next[key] = Array.isArray(value) ? value : String(value);
  }
  navigate(address(screen, id, next), options);
}

/** Follows "back" and "forward", and takes over clicks on links of this app. */
export function startRouter(): void {
  addEventListener("popstate", read);
  document.addEventListener("click", (click) => {
    if (click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    const link = (click.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (/^\/(api|openapi|health)\//.test(link.pathname)) return;
    if (link.hash !== "" && link.pathname === location.pathname) return;
    click.preventDefault();
    navigate(link.pathname + link.search);
  });
}
