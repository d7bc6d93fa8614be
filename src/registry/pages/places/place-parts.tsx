/** What the pages of a local government, a counterpart and a country share: a list of agreements, counts by field. */
import { BarList, DataTable, Link, pathIn, Section, useLang } from "../../../ui/index.ts";
import { type Criteria, withCriterion } from "../../criteria.ts";
import { listAddress } from "../../criteria-address.ts";
import type { FacetCounts } from "../../facets/facets-query.ts";
import { isField } from "../../field.ts";
import type { AgreementPage } from "../../list-agreements-query.ts";
import { agreementColumns } from "../agreement-columns.tsx";
import { fieldText } from "../place-names.ts";
import { useWords } from "../words.ts";

export type AgreementSectionProps = Readonly<{
  id: string;
  title: string;
  criteria: Criteria;
  agreements: AgreementPage;
  empty: string;
}>;

/** The newest ones; the full list, which can be narrowed and saved, is one link away. */
export function AgreementSection({ id, title, criteria, agreements, empty }: AgreementSectionProps) {
  const { places, agreements: counted, listings } = useWords();
  const lang = useLang();
  const { totals, rows } = agreements;
  return (
    <Section id={id} title={title}>
      {rows.length === 0 ? null : (
        <p class="sub mb">
          {counted(totals.agreements)}　{listings(totals.listings, totals.relisted)}
        </p>
      )}
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        columns={agreementColumns(lang)}
        empty={<p class="sub">{empty}</p>}
      />
      {rows.length === 0 ? null : (
        <p class="mt">
          <Link href={pathIn(lang, listAddress(criteria))}>{places.openAll(totals.agreements)}</Link>
        </p>
      )}
    </Section>
  );
}

export type FieldCountsProps = Readonly<{ criteria: Criteria; counts: FacetCounts }>;

export function FieldCounts({ criteria, counts: { facets } }: FieldCountsProps) {
  const { places, columns } = useWords();
  const lang = useLang();
  const bars = facets.field.flatMap(({ value, n }) =>
    isField(value)
      ? [
          {
            label: fieldText(value, lang),
            value: n,
            href: pathIn(lang, listAddress(withCriterion(criteria, "field", value))),
          },
        ]
      : [],
  );
  if (bars.length === 0) return null;
  return (
    <Section id="by-field" title={places.byField}>
      <BarList id="fields" bars={bars} valueLabel={places.listingCount} itemLabel={columns.fields} />
    </Section>
  );
}
