import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/ui.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { Shell } from "./app/Shell";
import { loadLanguage } from "./app/i18n";
import { startKeys } from "./app/keys";
import { startRouter } from "./app/router";
import { start } from "./app/session";
import { language, showSettings } from "./app/settings";

showSettings(document.documentElement);
startRouter();
startKeys();
void Promise.all([loadLanguage(language.peek()), start()]).then(() => render(<Shell />, document.getElementById("app")!));
effect(() => void loadLanguage(language.value));
