import { describe, expect, it } from "vitest";
import { findCommand, pressed, type Scope } from "../src/app/keys";

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const run = () => undefined;
const scopes: Scope[] = [
  { name: "everywhere", commands: { "KeyG KeyM": { text: "map", run }, KeyZ: { text: "undo", run }, "Shift+Slash": { text: "help", run } } },
  { name: "report", commands: { KeyJ: { text: "next", run }, KeyA: { text: "accept", run, when: () => false } } },
  { name: "form", commands: { KeyJ: { text: "inner", run } } },
];

describe("keys", () => {
  it("go by their place on the keyboard, whatever letter they type", () => {
    const arabic = { ...plain, code: "KeyJ", key: "ت" };
    expect(findCommand(scopes.slice(0, 2), "", pressed(arabic)!).command?.text).toBe("next");
    expect(pressed({ ...plain, code: "Slash", shiftKey: true })).toBe("Shift+Slash");
  });

  it("leave the keys of the browser and of the system alone", () => {
    expect(pressed({ ...plain, code: "KeyA", ctrlKey: true })).toBeNull();
    expect(pressed({ ...plain, code: "KeyA", metaKey: true })).toBeNull();
    expect(pressed({ ...plain, code: "ShiftLeft", shiftKey: true })).toBeNull();
  });

  it("wait for the second key of a pair", () => {
    expect(findCommand(scopes, "", "KeyG")).toEqual({ command: null, prefix: true });
    expect(findCommand(scopes, "KeyG", "KeyM").command?.text).toBe("map");
    expect(findCommand(scopes, "KeyG", "KeyZ").command?.text).toBe("undo");
  });

  it("belong to the innermost scope first, and to none that can do nothing", () => {
    expect(findCommand(scopes, "", "KeyJ").command?.text).toBe("inner");
    expect(findCommand(scopes, "", "KeyA")).toEqual({ command: null, prefix: false });
  });
});
