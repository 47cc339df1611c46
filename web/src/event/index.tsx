import { Empty } from "../ui/Empty";
import { t } from "../app/i18n";

/** Placeholder: the screen is built in this folder. */
export default function Screen() {
  return <Empty title={t("nav-events")} />;
}
