import { number, t, hasText } from "../app/i18n";
import { useLoad } from "../app/load";
import type { Page } from "../app/api";
import { Empty } from "../ui/Empty";
import { Trouble } from "../ui/Trouble";
import { Waiting } from "../ui/Waiting";

/** How often coders of the same claims put the same into a field. */
interface FieldAgreement {
  readonly field: string;
  readonly claims: number;
  readonly agreed: number;
  readonly kappa: number | null;
}

/** How far coders who did not see each other's work agree, field by field. */
export function Agreement() {
  const loaded = useLoad<Page<FieldAgreement>>(() => ({ path: "review/agreement" }));
  const { value, problem, waiting } = loaded.value;
  if (problem) return <Trouble problem={problem} again={loaded.again} />;
  if (!value) return waiting ? <Waiting /> : null;
  const fields = value.items.filter((one) => one.claims > 0);
  if (fields.length === 0) return <Empty title={t("no-agreement")}><p>{t("no-agreement-next")}</p></Empty>;
  return (
    <div class="agreement">
      <table>
        <caption>{t("agreement-fields")}</caption>
        <thead><tr><th scope="col">{t("field")}</th><th scope="col" class="n">{t("both-coded")}</th><th scope="col">{t("agreed")}</th><th scope="col" class="n">{t("kappa")}</th></tr></thead>
        <tbody>
          {fields.map((one) => (
            <tr key={one.field}>
              <th scope="row">{hasText(`field-${one.field}`) ? t(`field-${one.field}`) : one.field}</th>
              <td class="n num">{number(one.claims)}</td>
              <td><Share agreed={one.agreed} of={one.claims} /></td>
              <td class="n num">{one.kappa === null ? "" : number(Math.round(one.kappa * 100) / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft small">{t("kappa-is")}</p>
    </div>
  );
}

function Share({ agreed, of }: { agreed: number; of: number }) {
  return (
    <span class="share"><span class="meter" aria-hidden="true"><span style={{ inlineSize: `${(of === 0 ? 0 : agreed / of) * 100}%` }} /></span><span class="num">{t("share-of", { agreed: number(agreed), of: number(of) })}</span></span>
  );
}
