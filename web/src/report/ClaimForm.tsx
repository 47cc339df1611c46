import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { hasText, t, word } from "../app/i18n";
import { useKeys } from "../app/keys";
import { language } from "../app/settings";
import type { Claim, Span } from "../app/types";
import { Icon } from "../ui/Icon";
import { choices, type Draft, faultsOf, modes, type Ref, type RefField, suited, takeWords } from "./draft";
import type { View } from "./marks";
import { acledKey } from "./phrases";

interface FormProps {
  readonly view: View;
  readonly first: Draft;
  /** The claim that is corrected; null for a new one. */
  readonly claim: Claim | null;
  readonly chosen: Signal<Span | null>;
  readonly save: (draft: Draft, note: string) => Promise<void>;
  readonly cancel: () => void;
}

/** Corrects a claim, or makes a new one. Definitions stand beside the choices; words chosen in the report fill fields. */
export function ClaimForm({ view, first, claim, chosen, save, cancel }: FormProps) {
  const draft = useSignal(first);
  const note = useSignal("");
  const busy = useSignal(false);
  const tried = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const value = draft.value;
  const set = (changed: Partial<Draft>) => (draft.value = { ...draft.value, ...changed });
  const faults = faultsOf(value);
  const id = useId();

  useEffect(() => void form.current?.querySelector<HTMLElement>("select,input")?.focus(), []);
  useKeys("form", { Escape: { text: "cancel", run: cancel } });

  const submit = async (event?: Event) => {
    event?.preventDefault();
    tried.value = true;
    if (Object.keys(faults).length > 0) {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    busy.value = true;
    await save(draft.value, note.value);
    busy.value = false;
  };

  const select = (field: keyof Draft & string, options: readonly string[], family: string, extra?: Partial<Draft>, blank?: string) => (
    <Select label={t(`field-${field}`)} value={String(value[field])} options={options} family={family} blank={blank} set={(v) => set({ [field]: v, ...extra })} />
  );
  const refs = (field: RefField) => <Refs key={field} field={field} view={view} refs={value[field]} chosen={chosen} set={(next) => set({ [field]: next })} take={(words) => (draft.value = takeWords(draft.value, field, words))} />;
  const text = (field: "low" | "high" | "start" | "end", hint?: string) => {
    const fault = tried.value ? faults[field] : undefined;
    return (
      <label class="field">
        <span>{t(`field-${field}`)}</span>
        <input class="num" dir="ltr" inputMode={field === "low" || field === "high" ? "decimal" : undefined} value={value[field]} placeholder={hint} aria-invalid={fault ? "true" : undefined} aria-describedby={fault ? `${id}-${field}` : undefined} onInput={(e) => set({ [field]: e.currentTarget.value })} />
        {fault && <span class="field-problem" id={`${id}-${field}`}>{t(fault)}</span>}
      </label>
    );
  };
  const acled = claim?.acled?.sub_event_type && value.type === claim.type && value.mode === (claim.mode ?? "") ? claim.acled : null;

  return (
    <form class="claim-form" ref={form} onSubmit={(e) => void submit(e)} onKeyDown={(e) => { if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) void submit(e); }} aria-label={claim ? t("edit-claim") : t("add-claim")}>
      <header>
        <h3>{claim ? t("edit-claim") : t(`add-${value.kind}`)}</h3>
        <Words span={value.evidence[0] ?? null} view={view} />
        <TakeButton chosen={chosen} take={(words) => (draft.value = takeWords(draft.value, value.kind === "figure" ? "figure" : "evidence", words))} />
      </header>

      {value.kind === "event" && (
        <>
          <div class="row two">
            {select("type", choices.type, "type", { mode: "" })}
            {modes(value.type).length > 0 && select("mode", modes(value.type), "mode", undefined, t("no-mode"))}
          </div>
          <div class="definitions" aria-live="polite">
            <p><b>PLOVER</b> {word("type", value.type)}: {hasText(`type-${value.type}-is`) && t(`type-${value.type}-is`)}</p>
            {acled
              ? <p><b>ACLED</b> {word("acled", acledKey(acled.sub_event_type!))}: {hasText(`acled-${acledKey(acled.sub_event_type!)}-is`) && t(`acled-${acledKey(acled.sub_event_type!)}-is`)}</p>
              : <AcledDefinitions type={value.type} mode={value.mode} />}
          </div>
          {refs("agents")}
          {refs("targets")}
        </>
      )}
      {value.kind === "figure" && (
        <>
          <div class="row two">{select("measure", choices.measure, "measure")}{select("bound", choices.bound, "bound")}</div>
          <div class="row two">{text("low")}{text("high")}</div>
          {refs("unit")}
        </>
      )}
      {value.kind === "state" && <>{select("predicate", choices.predicate, "predicate")}{refs("subject")}{refs("objects")}</>}

      <div class="row two">
        {select("status", choices.status, "status")}
        {select("stance", choices.stance, "stance")}
      </div>
      <p class="definitions" aria-live="polite">{t(`status-${value.status}-is`)}</p>
      {refs("places")}
      <fieldset class="when-field">
        <legend>{t("field-time")}</legend>
        <div class="row two">{text("start", "2021-03-09")}{text("end", "2021-03-09")}</div>
        <div class="row two">{select("precision", choices.precision, "precision")}{select("relation", choices.relation, "relation")}</div>
        <div class="row"><Words span={value.timeWords} view={view} /><TakeButton chosen={chosen} take={(words) => (draft.value = takeWords(draft.value, "time", words))} /></div>
      </fieldset>
      <SourceField view={view} refs={value.sources} chosen={chosen} set={(sources) => set({ sources })} />
      <label class="field"><span>{t("field-note")}</span><input dir="auto" value={note.value} onInput={(e) => (note.value = e.currentTarget.value)} /></label>
      <footer>
        <button class="button primary" disabled={busy.value}>{t("save")}</button>
        <button class="button" type="button" onClick={cancel}>{t("cancel")}</button>
        <span class="soft small"><kbd dir="ltr">Ctrl</kbd> <kbd dir="ltr">Enter</kbd></span>
      </footer>
    </form>
  );
}

/** Which event types of ACLED a type and mode may be, with what they mean. */
function AcledDefinitions({ type, mode }: { type: string; mode: string }) {
  const keys = acledOf[`${type} ${mode}`] ?? acledOf[type] ?? [];
  if (keys.length === 0) return <p class="soft"><b>ACLED</b> {t("acled-none")}</p>;
  return <>{keys.map((key) => <p key={key}><b>ACLED</b> {t(`acled-${key}`)}: {t(`acled-${key}-is`)}</p>)}</>;
}

const acledOf: Record<string, readonly string[]> = {
  ASSAULT: ["armed-clash", "attack"],
  "ASSAULT aerial": ["air-drone-strike"],
  "ASSAULT drone": ["air-drone-strike"],
  "ASSAULT heavy-weapons": ["shelling-artillery-missile-attack"],
  "ASSAULT explosives": ["remote-explosive-landmine-ied", "grenade"],
  "ASSAULT suicide-attack": ["suicide-bomb"],
  "ASSAULT unconventional": ["chemical-weapon"],
  "ASSAULT territory": ["government-regains-territory", "non-state-actor-overtakes-territory"],
  "ASSAULT abduct": ["abduction-forced-disappearance"],
  "ASSAULT sexual": ["sexual-violence"],
  "ASSAULT destroy": ["looting-property-destruction"],
  "ASSAULT crowd-control": ["excessive-force-against-protesters", "protest-with-intervention"],
  PROTEST: ["peaceful-protest", "protest-with-intervention"],
  "PROTEST riot": ["violent-demonstration", "mob-violence"],
  "PROTEST vandalize": ["violent-demonstration"],
  "COERCE arrest": ["arrests"],
  "COERCE seize": ["looting-property-destruction", "disrupted-weapons-use"],
  MOBILIZE: ["change-to-group-activity", "headquarters-or-base-established"],
  "RETREAT withdraw": ["non-violent-transfer-of-territory", "change-to-group-activity"],
  "RETREAT ceasefire": ["agreement"],
  SUPPORT: ["agreement"],
};

function Select({ label, value, options, family, blank, set }: { label: string; value: string; options: readonly string[]; family: string; blank?: string | undefined; set: (value: string) => void }) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(e) => set(e.currentTarget.value)}>
        {blank !== undefined && <option value="">{blank}</option>}
        {(options.includes(value) || value === "" ? options : [value, ...options]).map((one) => <option key={one} value={one}>{word(family, one)}</option>)}
      </select>
    </label>
  );
}

/** Words of the report that stand for a field. */
function Words({ span, view }: { span: Span | null; view: View }) {
  if (!span) return null;
  const { report } = view.reading;
  const text = span.text ?? (span.field === "title" ? (report.title ?? "") : report.text).slice(span.start, span.end);
  return <q class="words" lang={report.language ?? undefined} dir="auto">{text}</q>;
}

function TakeButton({ chosen, take }: { chosen: Signal<Span | null>; take: (words: Span) => void }) {
  const words = chosen.value;
  if (!words) return null;
  return <button type="button" class="button quiet take" onClick={() => take(words)}>{t("take-words", { words: words.text ?? "" })}</button>;
}

function Refs({ field, view, refs, chosen, set, take }: { field: RefField; view: View; refs: readonly Ref[]; chosen: Signal<Span | null>; set: (refs: readonly Ref[]) => void; take: (words: Span) => void }) {
  const one = field === "unit" || field === "subject";
  const label = t(`field-${field}`);
  return (
    <div class="field refs" role="group" aria-label={label}>
      <span>{label}</span>
      <div class="chips">
        {refs.map((ref, i) => (
          <span class="chip" key={typeof ref === "string" ? ref : `${ref.start}-${ref.end}`}>
            <bdi>{typeof ref === "string" ? view.name(ref, language.value) : ref.text}</bdi>
            <button type="button" aria-label={t("remove-name", { name: typeof ref === "string" ? view.name(ref, language.value) : (ref.text ?? "") })} onClick={() => set(refs.filter((_, n) => n !== i))}><Icon name="close" /></button>
          </span>
        ))}
        <select aria-label={t("add-to", { field: label })} value="" onChange={(e) => { const id = e.currentTarget.value; e.currentTarget.value = ""; if (id) set(one ? [id] : [...refs, id]); }}>
          <option value="">{t(one && refs.length > 0 ? "change" : "add")}</option>
          {suited(field, view.reading.entities).filter((e) => !refs.includes(e.id)).map((entity) => <option key={entity.id} value={entity.id}>{view.name(entity.id, language.value)} ({word("entity", entity.kind)})</option>)}
        </select>
        <TakeButton chosen={chosen} take={take} />
      </div>
    </div>
  );
}

function SourceField({ view, refs, chosen, set }: { view: View; refs: readonly Ref[]; chosen: Signal<Span | null>; set: (refs: readonly Ref[]) => void }) {
  const ref = refs[0];
  const name = (id: string) => {
    const chain = view.chain(id).map((s) => view.speaker(s, language.value) || word("source", s.kind));
    return chain.join(` ${t("via")} `);
  };
  return (
    <div class="field">
      <span id="field-sources">{t("field-sources")}</span>
      <div class="chips">
        <select aria-labelledby="field-sources" value={typeof ref === "string" ? ref : "words"} onChange={(e) => { if (e.currentTarget.value !== "words") set([e.currentTarget.value]); }}>
          {typeof ref === "object" && <option value="words">{ref.text}</option>}
          {view.reading.sources.map((source) => <option key={source.id} value={source.id}>{name(source.id)}</option>)}
        </select>
        <TakeButton chosen={chosen} take={(words) => set([words])} />
      </div>
    </div>
  );
}
