import { useEffect, useRef } from "preact/hooks";
import { Brand, Icon } from "../ui/Icon";
import { ScreenHost } from "./ScreenHost";
import { Settings } from "./Settings";
import { Help, helpOpen } from "./Help";
import { Toasts } from "../ui/Toasts";
import { t } from "./i18n";
import { useKeys, type Commands } from "./keys";
import { connected } from "./live";
import { address, navigate, route, screen } from "./router";
import { placeAddress, places } from "./screens";
import { undoLast } from "./undo";
import { mayDecide, mustSignIn } from "./session";
import { language } from "./settings";

/** The bar above, the screen below, and what belongs to every screen. */
export function Shell() {
  const main = useRef<HTMLElement>(null);
  const go: Record<string, Commands[string]> = {};
  for (const place of places) go[`KeyG ${place.key}`] = { text: `nav-${place.screen}`, run: () => navigate(placeAddress(place.screen)) };
  useKeys("everywhere", {
    ...go,
    Slash: { text: "key-search", run: () => navigate(address("search")) },
    KeyZ: { text: "key-undo", run: () => void undoLast(), when: () => mayDecide.peek() },
    "Shift+Slash": { text: "key-help", run: () => (helpOpen.value = !helpOpen.peek()) },
    "Shift+KeyL": { text: "key-language", run: () => (language.value = language.peek() === "ar" ? "en" : "ar") },
  });

  // The screen's heading names the page, and a new screen takes the focus, so that a screen reader begins there.
  const current = screen.value;
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [current, route.value.id]);

  if (mustSignIn.value)
    return (
      <div class="shell">
        <header class="bar">
          <BrandLink />
          <div class="tools"><Settings /></div>
        </header>
        <main class="main" ref={main} tabIndex={-1}><ScreenHost name="login" /></main>
      </div>
    );

  return (
    <div class="shell">
      <a class="skip" href="#main">{t("skip")}</a>
      <header class="bar">
        <BrandLink />
        <nav class="nav" aria-label={t("nav")}>
          {places.map((place) => (
            <a key={place.screen} href={placeAddress(place.screen)} aria-current={place.screen === current || place.also.includes(current) ? "page" : undefined}>
              <Icon name={place.icon} />
              <span>{t(`nav-${place.screen}`)}</span>
            </a>
          ))}
        </nav>
        <div class="tools">
          <button class="tool" type="button" onClick={() => (helpOpen.value = true)} aria-label={t("key-help")} title={t("key-help")}>
            <Icon name="help" />
          </button>
          <Settings />
        </div>
      </header>
      {!connected.value && <p class="offline" role="status">{t("offline")}</p>}
      <main class="main" id="main" ref={main} tabIndex={-1}><ScreenHost name={current} /></main>
      <Help />
      <Toasts />
    </div>
  );
}

function BrandLink() {
  return (
    <a class="brand" href="/">
      <Brand />
      <span>{t("brand")}</span>
    </a>
  );
}
