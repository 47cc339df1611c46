import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { postText, Problem } from "../app/api";
import { t } from "../app/i18n";
import { address, navigate } from "../app/router";
import { Icon } from "./Icon";
import { say } from "./Toasts";

/** Takes a file of reports in: JSON, an array of them, NDJSON, or the text of one. The work itself is a job. */
export function TakeIn({ quiet }: { quiet?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const busy = useSignal(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    busy.value = true;
    try {
      const text = await file.text();
      if (/\.(txt|text)$/i.test(file.name)) await postText("reports", text, "text/plain");
      else await postText("reports", linesOf(text), "application/x-ndjson");
      say(t("taken-in", { name: file.name }));
      navigate(address("jobs"));
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem(0, t("file-unreadable", { name: file.name }), String(error));
      say(`${problem.title}${problem.detail ? `: ${problem.detail}` : ""}`, { bad: true });
    } finally {
      busy.value = false;
      if (input.current) input.current.value = "";
    }
  };
  return (
    <>
      <button type="button" class={quiet ? "button" : "button primary"} disabled={busy.value} onClick={() => input.current?.click()}><Icon name="add" />{t("take-in")}</button>
      <input ref={input} type="file" accept=".ndjson,.jsonl,.json,.txt,application/json,text/plain" hidden onChange={(e) => void take(e.currentTarget.files?.[0])} aria-label={t("take-in")} />
    </>
  );
}

/** NDJSON of a text that is NDJSON, one JSON object, or an array of them. */
function linesOf(text: string): string {
  const body = text.replace(/^\ufeff/, "").trim();
  if (!body.startsWith("[")) return body.includes("\n") && isOneObject(body) ? JSON.stringify(JSON.parse(body)) : body;
  return (JSON.parse(body) as unknown[]).map((one) => JSON.stringify(one)).join("\n");
}

function isOneObject(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
