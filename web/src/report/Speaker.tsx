import { t, word } from "../app/i18n";
import { language } from "../app/settings";
import type { View } from "./marks";

/** Who says so, and through whom it came: the speaker first, the outlet last. */
export function Speaker({ view, sources, plain }: { view: View; sources: readonly string[]; plain?: boolean }) {
  return (
    <span class="speaker">
      {sources.map((id, i) => {
        const [first, ...rest] = view.chain(id);
        if (!first) return null;
        const name = view.speaker(first, language.value);
        return (
          <span key={id}>
            {i > 0 && <span class="soft">{t("and")} </span>}
            {name ? <b><bdi>{name}</bdi></b> : <b>{word("source", first.kind)}</b>}
            {!plain && first.kind === "anonymous" && name && <span class="tag">{t("unnamed")}</span>}
            {rest.length > 0 && (
              <span class="via">
                {" "}{t("via")}{" "}
                {rest.map((link, n) => (
                  <span key={link.id}>{n > 0 && ` ${t("via")} `}<bdi>{view.speaker(link, language.value) || word("source", link.kind)}</bdi></span>
                ))}
              </span>
            )}
            {rest.length === 0 && !plain && <span class="via"> {t("own-voice")}</span>}
          </span>
        );
      })}
    </span>
  );
}
