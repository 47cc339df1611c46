import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Empty } from "../ui/Empty";
import { Trouble } from "../ui/Trouble";
import { Waiting } from "../ui/Waiting";
import { Problem } from "./api";
import { t } from "./i18n";
import { screens } from "./screens";
import { startProblem } from "./session";

const fetched = new Map<string, ComponentType>();

/** Shows the screen of a name, and fetches it the first time. */
export function ScreenHost({ name }: { name: string }) {
  const failed = useSignal<string | null>(null);
  const ready = useSignal(0);
  const wanted = useSignal(name);
  useEffect(() => void (wanted.value = name), [name]);
  useSignalEffect(() => {
    const load = screens[wanted.value];
    const asked = wanted.value;
    if (!load || fetched.has(asked)) return;
    failed.value = null;
    load().then(
      (module) => {
        fetched.set(asked, module.default);
        ready.value++;
      },
      () => (failed.value = asked),
    );
  });
  void ready.value;

  if (startProblem.value) return <Trouble page problem={startProblem.value} again={() => location.reload()} />;
  if (!screens[name]) return <Empty page title={t("no-such-page")}><a href="/">{t("go-start")}</a></Empty>;
  if (failed.value === name) return <Trouble page problem={new Problem(0, "offline", "")} again={() => location.reload()} />;
  const Screen = fetched.get(name);
  return Screen ? <Screen /> : <Waiting />;
}
