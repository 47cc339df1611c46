import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { language, letters } from "./settings";

/**
 * Keys by where they lie on the keyboard (KeyboardEvent.code), not by the letter they type: on an Arabic layout the key J types "ت".
 * "KeyG KeyM" is G, then M; "Shift+Slash" is ?.
 */
export interface Command {
  /** Key of the text that explains it. */
  readonly text: string;
  readonly run: (event: KeyboardEvent) => void;
  /** False while it can do nothing. */
  readonly when?: () => boolean;
}
export type Commands = Readonly<Record<string, Command>>;
export interface Scope {
  readonly name: string;
  readonly commands: Commands;
}

/** Scopes that are open now, the innermost last. */
export const scopes = signal<readonly Scope[]>([]);

const always = new Set(["Escape", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Enter", "Home", "End", "PageDown", "PageUp"]);
const fields = "input:not([type=checkbox]):not([type=radio]):not([type=button]),textarea,select,[contenteditable=true],[role=textbox]";

/** The name of a pressed key, or null if it is none of ours. */
export function pressed(event: Pick<KeyboardEvent, "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.code === "" || /^(Shift|Control|Alt|Meta)/.test(event.code)) return null;
  return event.shiftKey ? `Shift+${event.code}` : event.code;
}

/** Finds the command for a key after what was pressed before it. */
export function findCommand(open: readonly Scope[], before: string, key: string): { command: Command | null; prefix: boolean } {
  for (const name of before === "" ? [key] : [`${before} ${key}`, key]) {
    for (const scope of [...open].reverse()) {
      const command = scope.commands[name];
      if (command && (command.when?.() ?? true)) return { command, prefix: false };
    }
    if (open.some((scope) => Object.keys(scope.commands).some((other) => other.startsWith(`${name} `)))) return { command: null, prefix: true };
  }
  return { command: null, prefix: false };
}

let before = "";
let forget: ReturnType<typeof setTimeout> | undefined;

export function startKeys(): void {
  addEventListener("keydown", (event) => {
    const key = pressed(event);
    if (!key || event.defaultPrevented || event.isComposing) return;
    const target = event.target as Element | null;
    const inField = target?.closest?.(fields);
    if (inField && key !== "Escape") return;
    if (letters.peek() === "off" && !always.has(event.code)) return;
    // Enter and the arrows belong to what has the focus.
    if (event.code === "Enter" && target?.closest?.("a,button,summary,[role=option],[role=tab]")) return;
    if (event.code.startsWith("Arrow") && target?.closest?.("[role=tablist],[role=radiogroup],[role=slider],[role=listbox],input")) return;
    const { command, prefix } = findCommand(scopes.peek(), before, key);
    clearTimeout(forget);
    before = prefix ? key : "";
    if (prefix) forget = setTimeout(() => (before = ""), 1500);
    if (!command) return;
    event.preventDefault();
    command.run(event);
  });
}

/** Opens a scope of keys while a component is shown. Commands may change from one drawing to the next. */
export function useKeys(name: string, commands: Commands): void {
  const held = useRef(commands);
  held.current = commands;
  useEffect(() => {
    const scope: Scope = {
      name,
      get commands() {
        return held.current;
      },
    };
    scopes.value = [...scopes.peek(), scope];
    return () => void (scopes.value = scopes.peek().filter((other) => other !== scope));
  }, [name]);
}

// What the standard Arabic keyboard has where a Latin one has these letters.
const arabicKeys: Record<string, string> = {
  A: "ش", B: "لا", C: "ؤ", D: "ي", E: "ث", F: "ب", G: "ل", H: "ا", I: "ه", J: "ت", K: "ن", L: "م", M: "ة",
  N: "ى", O: "خ", P: "ح", Q: "ض", R: "ق", S: "س", T: "ف", U: "ع", V: "ر", W: "ص", X: "ء", Y: "غ", Z: "ئ",
};
const signs: Record<string, string> = {
  Slash: "/", "Shift+Slash": "?", Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Enter: "Enter", Space: "Space",
  BracketLeft: "[", BracketRight: "]", Comma: ",", Period: ".", Home: "Home", End: "End", Minus: "-", Equal: "=",
};

/** How a key is written for people: what stands on its cap, in Arabic with the letter of the Arabic keyboard beside it. */
export function keyCaps(keys: string): string[] {
  return keys.split(" ").map((key) => {
    const sign = signs[key];
    if (sign) return sign;
    const shift = key.startsWith("Shift+");
    const letter = key.replace("Shift+", "").replace(/^Key|^Digit/, "");
    const both = language.value === "ar" && arabicKeys[letter] ? `${letter} ${arabicKeys[letter]}` : letter;
    return shift ? `⇧ ${both}` : both;
  });
}
