import { signal } from "@preact/signals";
import { Dialog } from "../ui/Dialog";
import { t } from "./i18n";
import { keyCaps, scopes, useKeys } from "./keys";
import { letters } from "./settings";

export const helpOpen = signal(false);

/** All keys that act here, the nearest first. */
export function Help() {
  return helpOpen.value ? <HelpDialog /> : null;
}

function HelpDialog() {
  useKeys("help", { Escape: { text: "close", run: () => (helpOpen.value = false) } });
  return (
    <Dialog title={t("help-title")} close={() => (helpOpen.value = false)} wide>
      {letters.value === "off" && <p class="note">{t("letters-are-off")}</p>}
      <div class="help">
        {[...scopes.value].reverse().filter((scope) => scope.name !== "help").map((scope) => (
          <section key={scope.name}>
            <h3>{t(`keys-${scope.name}`)}</h3>
            <dl>
              {Object.entries(scope.commands).map(([keys, command]) => (
                <div key={keys}>
                  <dt>{keyCaps(keys).map((cap, i) => <>{i > 0 && <span class="soft"> {t("then")} </span>}<kbd dir="ltr">{cap}</kbd></>)}</dt>
                  <dd>{t(command.text)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="soft small">{t("help-layout")}</p>
    </Dialog>
  );
}
