import { effect, signal } from "@preact/signals";

/** What a person chose for this browser. It is kept in the browser and never sent. */
export type Theme = "auto" | "light" | "dark";
export type Language = "ar" | "en";
export type Digits = "latn" | "arab";

export const languages: readonly Language[] = ["ar", "en"];

function kept<T extends string>(key: string, allowed: readonly T[], usual: T) {
  const name = `isnad.${key}`;
  let first: string | null = null;
  try {
    first = new URLSearchParams(location.search).get(key) ?? localStorage.getItem(name);
  } catch {
    // Storage can be forbidden; the setting then lasts as long as the page.
  }
  const value = signal<T>(allowed.includes(first as T) ? (first as T) : usual);
  effect(() => {
    try {
      localStorage.setItem(name, value.value);
    } catch {
      // As above.
    }
  });
  return value;
}

const spoken = typeof navigator === "undefined" ? "en" : navigator.language;

export const language = kept<Language>("lang", languages, spoken.startsWith("ar") ? "ar" : "en");
export const theme = kept<Theme>("theme", ["auto", "light", "dark"], "auto");
export const digits = kept<Digits>("digits", ["latn", "arab"], "latn");
/** Whether single letters act (WCAG 2.1.4 asks that they can be switched off). */
export const letters = kept<"on" | "off">("letters", ["on", "off"], "on");

export const isRtl = (tag: string): boolean => /^(ar|fa|he|ur|ckb|ps)\b/.test(tag);

/** Writes language, direction and theme on the root element. */
export function showSettings(root: HTMLElement): void {
  effect(() => {
    root.lang = language.value;
    root.dir = isRtl(language.value) ? "rtl" : "ltr";
  });
  effect(() => {
    if (theme.value === "auto") delete root.dataset["theme"];
    else root.dataset["theme"] = theme.value;
  });
}
