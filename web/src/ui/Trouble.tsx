import type { Problem } from "../app/api";
import { hasText, t } from "../app/i18n";

/** What went wrong, in words, and a way to try again. */
export function Trouble({ problem, again, page }: { problem: Problem; again?: () => void; page?: boolean }) {
  const Heading = page ? "h1" : "h2";
  const key = `problem-${problem.status}`;
  return (
    <section class="trouble" role="alert">
      <Heading>{hasText(key) ? t(key) : t("problem")}</Heading>
      {problem.status !== 0 && <p dir="ltr" lang="en"><bdi>{problem.title}</bdi>{problem.detail && <>: <bdi>{problem.detail}</bdi></>}</p>}
      {again && <button class="button" type="button" onClick={again}>{t("again")}</button>}
    </section>
  );
}
