import { number, t, hasText } from "../app/i18n";
import { useLoad } from "../app/load";
import { Empty } from "../ui/Empty";
import { Trouble } from "../ui/Trouble";
import { Waiting } from "../ui/Waiting";

interface AgreementAnswer {
  readonly pairs: readonly { readonly first: string; readonly second: string; readonly claims: number; readonly agreed: number; readonly kappa?: number | null }[];
  readonly fields: readonly { readonly field: string; readonly both: number; readonly agreed: number; readonly kappa?: number | null }[];
}

/** How far coders who did not see each other's work agree, by pair and by field. */
export function Agreement() {
  const loaded = useLoad<AgreementAnswer>(() => ({ path: "review/agreement" }));
  const { value, problem, waiting } = loaded.value;
  if (problem) return <Trouble problem={problem} again={loaded.again} />;
  if (!value) return waiting ? <Waiting /> : null;
  if (value.pairs.length === 0) return <Empty title={t("no-agreement")}><p>{t("no-agreement-next")}</p></Empty>;
  return (
    <div class="agreement">
      <table>
        <caption>{t("agreement-pairs")}</caption>
        <thead><tr><th scope="col">{t("coders")}</th><th scope="col" class="n">{t("both-coded")}</th><th scope="col">{t("agreed")}</th><th scope="col" class="n">{t("kappa")}</th></tr></thead>
        <tbody>
          {value.pairs.map((pair) => (
            <tr key={`${pair.first} ${pair.second}`}>
              <th scope="row"><bdi>{pair.first}</bdi>{t("list-comma")}<bdi>{pair.second}</bdi></th>
              <td class="n num">{number(pair.claims)}</td>
              <td><Share agreed={pair.agreed} of={pair.claims} /></td>
              <td class="n num">{pair.kappa === null || pair.kappa === undefined ? "" : number(Math.round(pair.kappa * 100) / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{t("agreement-fields")}</caption>
        <thead><tr><th scope="col">{t("field")}</th><th scope="col" class="n">{t("both-coded")}</th><th scope="col">{t("agreed")}</th></tr></thead>
        <tbody>
          {value.fields.map((one) => (
            <tr key={one.field}><th scope="row">{hasText(`field-${one.field}`) ? t(`field-${one.field}`) : one.field}</th><td class="n num">{number(one.both)}</td><td><Share agreed={one.agreed} of={one.both} /></td></tr>
          ))}
        </tbody>
      </table>
      <p class="soft small">{t("kappa-is")}</p>
    </div>
  );
}

function Share({ agreed, of }: { agreed: number; of: number }) {
  const share = of === 0 ? 0 : agreed / of;
  return (
    <span class="share"><span class="meter" aria-hidden="true"><span style={{ inlineSize: `${share * 100}%` }} /></span><span class="num">{t("share-of", { agreed: number(agreed), of: number(of) })}</span></span>
  );
}
