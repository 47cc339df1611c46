import { useSignal } from "@preact/signals";
import { Problem } from "./api";
import { t } from "./i18n";
import { navigate, param } from "./router";
import { me, signIn } from "./session";

/** Signing in, where there are accounts. */
export default function Login() {
  const problem = useSignal<Problem | null>(null);
  const busy = useSignal(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    busy.value = true;
    problem.value = null;
    try {
      await signIn(String(fields.get("user")), String(fields.get("password")));
      if (location.pathname === "/login") navigate(param("to") || "/", { replace: true });
    } catch (error) {
      problem.value = error instanceof Problem ? error : new Problem(0, "", "");
    } finally {
      busy.value = false;
    }
  };
  return (
    <form class="login" onSubmit={(e) => void submit(e as SubmitEvent)}>
      <h1>{t("sign-in")}</h1>
      <p class="soft">{t("sign-in-why")}</p>
      <label class="field"><span>{t("user-name")}</span><input name="user" autocomplete="username" required dir="auto" autofocus /></label>
      <label class="field"><span>{t("password")}</span><input name="password" type="password" autocomplete="current-password" required dir="ltr" /></label>
      {problem.value && <p class="field-problem" role="alert">{t(problem.value.status === 0 ? "problem-0" : problem.value.status === 429 ? "problem-429" : "sign-in-failed")}</p>}
      <button class="button primary" disabled={busy.value}>{t("sign-in")}</button>
      {me.value?.oidc && <a class="button" href="/api/login/oidc">{t("sign-in-provider")}</a>}
    </form>
  );
}
