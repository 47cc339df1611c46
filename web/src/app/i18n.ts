import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { computed, signal } from "@preact/signals";
import { digits, language, type Language } from "./settings";

/** Strings of each language: Fluent files under strings/, loaded when the language is chosen. */
const sources: Record<Language, () => Promise<{ default: readonly string[] }>> = {
  ar: () => import("../strings/ar"),
  en: () => import("../strings/en"),
};

const loaded = signal<Partial<Record<Language, readonly FluentResource[]>>>({});

export async function loadLanguage(tag: Language): Promise<void> {
  if (loaded.peek()[tag]) return;
  const texts = (await sources[tag]()).default;
  loaded.value = { ...loaded.peek(), [tag]: texts.map((text) => new FluentResource(text)) };
}

/** BCP 47 tag by which numbers and times are written. */
export const locale = computed(() => (language.value === "ar" ? `ar-u-nu-${digits.value}` : "en-GB"));

const bundle = computed(() => {
  const made = new FluentBundle([locale.value, language.value], { useIsolating: true });
  for (const resource of loaded.value[language.value] ?? []) made.addResource(resource);
  return made;
});

/** Whether there are words for a key. */
export const hasText = (key: string): boolean => bundle.value.hasMessage(key);

/**
 * The words for a key in the language of the interface. Numbers in args choose the plural; texts in args are isolated, so that a name
 * in another script does not turn the sentence around it. Reading it in a component follows the language.
 */
export function t(key: string, args?: Record<string, FluentVariable>): string {
  const pattern = bundle.value.getMessage(key)?.value;
  return pattern ? bundle.value.formatPattern(pattern, args ?? null, []) : key;
}

/** The words for a code of the format (a type, a mode, a status), or the code itself if there are none. */
export function word(family: string, code: string | null | undefined): string {
  if (!code) return "";
  const key = `${family}-${code}`;
  return hasText(key) ? t(key) : code;
}

const numbers = computed(() => new Intl.NumberFormat(locale.value));
export const number = (value: number): string => numbers.value.format(value);

const day = computed(() => new Intl.DateTimeFormat(locale.value, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }));
const shortDay = computed(() => new Intl.DateTimeFormat(locale.value, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }));
const month = computed(() => new Intl.DateTimeFormat(locale.value, { month: "long", year: "numeric", timeZone: "UTC" }));
const moment = computed(() => new Intl.DateTimeFormat(locale.value, { dateStyle: "medium", timeStyle: "short" }));

/** A day, month or year of the form 2021-03-10, 2021-03 or 2021, in words. What has another form is given as it is. */
export function dayText(text: string | null | undefined, short = false): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text ?? "");
  if (!parts) return text ?? "";
  const [, y, m, d] = parts;
  const at = new Date(Date.UTC(Number(y), Number(m ?? 1) - 1, Number(d ?? 1)));
  if (Number.isNaN(at.getTime())) return text ?? "";
  if (d) return (short ? shortDay : day).value.format(at);
  return m ? month.value.format(at) : new Intl.NumberFormat(locale.value, { useGrouping: false }).format(Number(y));
}

/** Two days in one phrase, as short as can be: "17–19 November 2020". Both are of the form 2020-11-17, or shorter. */
export function daysText(start: string, end: string, short = false): string {
  const whole = /^\d{4}-\d\d-\d\d$/;
  if (start === end) return dayText(start, short);
  if (!whole.test(start) || !whole.test(end) || start > end) return t("time-range", { start: dayText(start, short), end: dayText(end, short) });
  return (short ? shortDay : day).value.formatRange(new Date(start), new Date(end));
}

/** A moment with its time, in the time zone of the reader. */
export function momentText(text: string | null | undefined): string {
  const at = new Date(text ?? "");
  return Number.isNaN(at.getTime()) ? (text ?? "") : moment.value.format(at);
}
