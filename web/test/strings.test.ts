import { FluentBundle, FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../src/strings/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const files = readdirSync(folder).filter((name) => name.endsWith(".ftl"));
const keysOf = (text: string) => [...text.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map((match) => match[1]!);
const pairs = files.filter((name) => /(^|\.)en\.ftl$/.test(name)).map((en) => [en, en.replace(/en\.ftl$/, "ar.ftl")] as const);

function bundleOf(language: "ar" | "en") {
  const bundle = new FluentBundle(language === "ar" ? ["ar-u-nu-latn", "ar"] : ["en-GB"], { useIsolating: true });
  for (const [en, ar] of pairs) expect(bundle.addResource(new FluentResource(read(language === "ar" ? ar : en)))).toEqual([]);
  return bundle;
}

describe("strings", () => {
  it("have the same keys in both languages, each once", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(2);
    const all: string[] = [];
    for (const [en, ar] of pairs) {
      expect(keysOf(read(ar)).sort(), ar).toEqual(keysOf(read(en)).sort());
      all.push(...keysOf(read(en)));
    }
    expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
  });

  // An argument that only chooses the form is left out: the languages need not choose alike.
  it("name the same arguments in both languages", () => {
    const argumentsOf = (text: string) => new Map([...text.matchAll(/^([a-zA-Z][\w-]*) *=((?:.*)(?:\n[ \t]+.*)*)/gm)].map((m) => [m[1]!, [...new Set([...m[2]!.matchAll(/\$(\w+)(?! ->)\b/g)].map((a) => a[1]!))].sort()]));
    for (const [en, ar] of pairs) {
      const arabic = argumentsOf(read(ar));
      for (const [key, names] of argumentsOf(read(en))) expect(arabic.get(key), key).toEqual(names);
    }
  });

  it("are read by Fluent without fault", () => {
    for (const language of ["ar", "en"] as const) {
      const bundle = bundleOf(language);
      for (const [en, ar] of pairs)
        for (const key of keysOf(read(language === "ar" ? ar : en))) expect(bundle.getMessage(key)?.value, `${language} ${key}`).toBeTruthy();
    }
  });

  it("use the six plurals of Arabic", () => {
    const bundle = bundleOf("ar");
    const say = (count: number) => bundle.formatPattern(bundle.getMessage("claims-count")!.value!, { count }).replace(/[\u2068\u2069]/g, "");
    expect([0, 1, 2, 3, 11, 100].map(say)).toEqual(["لا أقوال", "قول واحد", "قولان", "3 أقوال", "11 قولًا", "100 قول"]);
    for (const [, ar] of pairs)
      for (const [, key, body] of read(ar).matchAll(/^([\w-]+) = \{ \$\w+ ->\n((?: +.*\n)*)/gm)) {
        const forms = [...body!.matchAll(/\[(\w+)\]/g)].map((m) => m[1]);
        // What is never none needs no form for it.
        expect(["one", "two", "few", "many"].filter((form) => !forms.includes(form)), key).toEqual([]);
      }
  });

  it("isolate what is put into them", () => {
    expect(bundleOf("ar").formatPattern(bundleOf("ar").getMessage("assigned-to")!.value!, { name: "Layla" })).toContain("\u2068Layla\u2069");
  });

  it("are there for every key that the sources ask for", () => {
    const bundle = bundleOf("en");
    const sources = new URL("../src/", import.meta.url);
    const visit = (at: URL): string[] => readdirSync(at, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? visit(new URL(`${entry.name}/`, at)) : /\.tsx?$/.test(entry.name) ? [readFileSync(new URL(entry.name, at), "utf8")] : []));
    const asked = visit(sources).flatMap((text) => [...text.matchAll(/\bt\("([\w-]+)"/g), ...text.matchAll(/\btext: "([\w-]+)"/g), ...text.matchAll(/\bnoun="([\w-]+)"/g)].map((m) => m[1]!));
    expect(asked.length).toBeGreaterThan(100);
    expect([...new Set(asked)].filter((key) => !bundle.hasMessage(key))).toEqual([]);
  });
});
