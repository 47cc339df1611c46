import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { dayText, t, word } from "../app/i18n";
import { param, setParams } from "../app/router";
import { wholeDay } from "./days";
import { Icon } from "./Icon";

/** A choice that narrows a list. Its name is that of the parameter in the address and in the API. */
export interface Filter {
  readonly name: string;
  readonly kind: "text" | "day" | "choice" | "switch";
  /** Of a choice: the codes, and the family of their words. */
  readonly options?: readonly string[];
  readonly family?: string;
  /** A text field that stands first and takes the room. */
  readonly main?: boolean;
}

/** What of the filters is set now. */
export const setFilters = (filters: readonly Filter[]): Filter[] => filters.filter((f) => param(f.name) !== "");

/** The parameters of a question from the filters in the address. */
export const filterParams = (filters: readonly Filter[]): Record<string, string> => Object.fromEntries(setFilters(filters).map((f) => [f.name, param(f.name)]));

/** The filters of a list in a row; on a narrow screen all but the first are folded away. */
export function Filters({ filters, total, waiting, noun }: { filters: readonly Filter[]; total: number; waiting: boolean; noun: string }) {
  const open = useSignal(false);
  const set = setFilters(filters).filter((f) => !f.main).length;
  const rest = filters.filter((f) => !f.main);
  return (
    <form class={rest.length > 4 ? "filters many" : "filters"} role="search" onSubmit={(e) => e.preventDefault()}>
      {filters.filter((f) => f.main).map((f) => <Field key={f.name} filter={f} />)}
      {rest.length > 0 && (
        <button type="button" class="button filters-more" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
          <Icon name="filter" />{t("filters")}{set > 0 && <span class="count">{set}</span>}
        </button>
      )}
      <output class="filters-total soft" aria-live="polite">{waiting ? "" : t(noun, { count: total })}</output>
      {rest.length > 0 && <div class={open.value ? "filters-rest open" : "filters-rest"}>{rest.map((f) => <Field key={f.name} filter={f} />)}</div>}
    </form>
  );
}

function Field({ filter }: { filter: Filter }) {
  const { name, kind, options = [], family = name } = filter;
  const label = t(`filter-${name}`);
  const input = useRef<HTMLInputElement>(null);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);
  const value = param(name);
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = value;
  }, [value]);
  if (kind === "switch")
    return (
      <label class="switch"><input type="checkbox" checked={value !== ""} onChange={(e) => setParams({ [name]: e.currentTarget.checked ? "true" : null })} /><span>{label}</span></label>
    );
  if (kind === "choice")
    return (
      <label class={value ? "filter set" : "filter"}>
        <span class="visually-hidden">{label}</span>
        <select value={value} onChange={(e) => setParams({ [name]: e.currentTarget.value })}>
          <option value="">{label}</option>
          {options.map((one) => <option key={one} value={one}>{word(family, one)}</option>)}
        </select>
      </label>
    );
  const write = (text: string, wait: number) => {
    clearTimeout(late.current);
    late.current = setTimeout(() => setParams({ [name]: text.trim() }), wait);
  };
  return (
    <label class={`filter ${kind} ${filter.main ? "main" : ""} ${value ? "set" : ""}`}>
      {kind === "day" ? <span>{label}</span> : <span class="visually-hidden">{label}</span>}
      {filter.main && <Icon name="search" />}
      {kind === "day"
        ? <input ref={input} type="text" class="num" dir="ltr" inputMode="numeric" defaultValue={value} placeholder="2021-03-09" onInput={(e) => { const day = wholeDay(e.currentTarget.value, name === "to"); e.currentTarget.setAttribute("aria-invalid", String(day === null)); if (day !== null) write(day, 300); }} />
        : <input ref={input} type="search" dir="auto" defaultValue={value} placeholder={label} onInput={(e) => write(e.currentTarget.value, 300)} />}
    </label>
  );
}

/** Nothing fits: which filters are set, each to be taken away. */
export function NothingFits({ filters, of }: { filters: readonly Filter[]; of: string }) {
  const set = setFilters(filters);
  return (
    <section class="empty">
      <h2>{of}</h2>
      <div class="empty-next">
        <p>{t("relax")}</p>
        <p class="relax">
          {set.map((f) => {
            const value = param(f.name);
            const shown = f.kind === "choice" ? word(f.family ?? f.name, value) : f.kind === "day" ? dayText(value) : f.kind === "switch" ? "" : value;
            return (
              <button key={f.name} type="button" class="button" onClick={() => setParams({ [f.name]: null })}>
                {t(`filter-${f.name}`)}{shown && <>: <bdi>{shown}</bdi></>}<Icon name="close" />
              </button>
            );
          })}
        </p>
      </div>
    </section>
  );
}
