import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../ui/Icon";
import { t } from "./i18n";
import { useKeys } from "./keys";
import { me, signOut } from "./session";
import { digits, language, letters, theme } from "./settings";

/** The switch of language, and a small panel with everything else. */
export function Settings() {
  const open = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) open.value = false;
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);
  const other = language.value === "ar" ? "en" : "ar";
  return (
    <>
      <button class="tool" type="button" lang={other} onClick={() => (language.value = other)}>{other === "ar" ? "العربية" : "English"}</button>
      <div class="settings" ref={box}>
        <button class="tool" type="button" aria-label={t("settings")} title={t("settings")} aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
          <Icon name="settings" />
        </button>
        {open.value && <Panel close={() => (open.value = false)} />}
      </div>
    </>
  );
}

function Panel({ close }: { close: () => void }) {
  useKeys("settings", { Escape: { text: "close", run: close } });
  return (
    <div class="panel-menu" role="group" aria-label={t("settings")}>
      <Choice name="theme" value={theme.value} values={["auto", "light", "dark"]} choose={(v) => (theme.value = v)} />
      <Choice name="digits" value={digits.value} values={["latn", "arab"]} choose={(v) => (digits.value = v)} />
      <Choice name="letters" value={letters.value} values={["on", "off"]} choose={(v) => (letters.value = v)} />
      {me.value?.user && (
        <p class="who">
          <Icon name="user" />
          <bdi>{me.value.user}</bdi>
          {me.value.access === "accounts" && <button type="button" class="button quiet" onClick={() => void signOut()}>{t("sign-out")}</button>}
        </p>
      )}
      {me.value && <p class="soft small">{t("version", { version: me.value.version })}</p>}
    </div>
  );
}

function Choice<T extends string>({ name, value, values, choose }: { name: string; value: T; values: readonly T[]; choose: (value: T) => void }) {
  return (
    <fieldset class="choice">
      <legend>{t(`setting-${name}`)}</legend>
      <div class="segments">
        {values.map((one) => (
          <label key={one} class={one === value ? "on" : ""}>
            <input type="radio" name={name} value={one} checked={one === value} onChange={() => choose(one)} />
            <span>{t(`setting-${name}-${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
