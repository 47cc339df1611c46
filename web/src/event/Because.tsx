import { hasText, number, t, word } from "../app/i18n";
import { reasonOf } from "./reasons";

/** A reason of the ledger in the language of the interface; one without words there stands as the ledger gives it. */
export function reasonText(text: string) {
  const reason = reasonOf(text);
  if (!reason || !hasText(`reason-${reason.key}`)) return text ? <span class="reason" lang="en" dir="ltr">{text}</span> : null;
  const args: Record<string, string | number> = { ...reason.args };
  if (reason.args["measure"]) args["measure"] = word("measure", reason.args["measure"]);
  if (reason.args["class"]) args["class"] = word("class", reason.args["class"]);
  if (reason.args["mode"]) args["mode"] = word("mode", reason.args["mode"]);
  if (reason.key === "kinds") for (const side of ["one", "other"]) args[side] = word("family", reason.args[side]);
  for (const name of ["count", "points", "floor", "mean"]) if (/^-?\d+/.test(reason.args[name] ?? "")) args[name] = Number.parseInt(reason.args[name]!, 10);
  return <>{t(`reason-${reason.key}`, args)}{reason.points !== null && <> <span class={`points-word num ${reason.points < 0 ? "less" : "more"}`} dir="ltr">{reason.points > 0 ? "+" : ""}{number(reason.points)}</span></>}</>;
}

export function Because({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return <ul class="because">{reasons.map((reason) => <li key={reason}>{reasonText(reason)}</li>)}</ul>;
}
