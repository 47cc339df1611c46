import { t } from "../app/i18n";

/** Shown where an answer is awaited: nothing for 300 ms, then a moving line. */
export function Waiting({ text }: { text?: string }) {
  return (
    <div class="waiting" role="status">
      <span class="waiting-line" />
      <span class="waiting-text">{text ?? t("waiting")}</span>
    </div>
  );
}
