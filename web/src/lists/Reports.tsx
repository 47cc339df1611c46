import { Empty } from "../ui/Empty";
import { t } from "../app/i18n";

export default function Screen() {
  return <Empty title={t("nav-reports")} />;
}
