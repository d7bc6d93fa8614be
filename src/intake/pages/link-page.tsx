/** Before a draft is linked to a record: what both say, and which facts of the draft replace those of the record. */
import {
  type AgreementFacts,
  type FactName,
  factLabel,
  factText,
  fieldName,
  type RecordedAgreement,
} from "../../registry/index.ts";
import { DataTable, type Lang, Link, Notice, PageHead, pathIn } from "../../ui/index.ts";
import type { ImportDraft } from "../imported-document.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { SubmitRow } from "./submit-row.tsx";
import { words } from "./words.ts";

export type LinkPageProps = Readonly<{
  context: PageContext;
  draft: ImportDraft;
  /** What the draft states, as the registry would record it. */
  stated: AgreementFacts;
  record: RecordedAgreement;
  differing: readonly FactName[];
  /** The record changed while the person looked at the differences. */
  stale?: string | undefined;
}>;

export function LinkPage({ context, draft, stated, record, differing, stale }: LinkPageProps) {
  const { lang } = context;
  const { link: text } = words(lang);
  const back = pathIn(lang, `/imports/${draft.documentId}/drafts/${draft.position}`);
  const added = stated.listings.filter((field) => !record.listings.includes(field));
  return (
    <IntakeFrame
      context={context}
      title={text.title}
      crumbs={[{ label: placeOfDraft(draft.record), href: back }, { label: text.title }]}
    >
      <PageHead kicker={`${placeOfDraft(draft.record)}　${draft.record.title}`} title={text.title} lead={text.lead} />
      {stale === undefined ? null : <Notice kind="err" title={stale} announce />}
      <p class="mt">
        <Link href={pathIn(lang, `/agreements/${record.id}`)}>{`${record.id}　${record.title}`}</Link>
      </p>
      <form class="mt-l" method="post" action={`${back}/link`}>
        <input type="hidden" name="version" value={`${draft.version}`} />
        <input type="hidden" name="agreement" value={record.id} />
        <input type="hidden" name="agreementVersion" value={`${record.version}`} />
        <Differences lang={lang} stated={stated} record={record} differing={differing} />
        <ul class="mt">
          <li>{added.length === 0 ? text.addsNothing : text.adds(added.map(fieldName).join("、"))}</li>
          <li>{text.addsSource}</li>
        </ul>
        <SubmitRow label={text.confirm} cancel={text.cancel} back={back} />
      </form>
    </IntakeFrame>
  );
}

type DifferencesProps = Pick<LinkPageProps, "stated" | "record" | "differing"> & Readonly<{ lang: Lang }>;

function Differences({ lang, stated, record, differing }: DifferencesProps) {
  const { link: text } = words(lang);
  if (differing.length === 0) return <p>{text.none}</p>;
  const shown = (facts: AgreementFacts) => (name: FactName) => {
    const fact = factText(facts, name, lang);
    return fact === "" ? <span class="sub">{text.empty}</span> : <span class="printed wording">{fact}</span>;
  };
  return (
    <DataTable<FactName>
      caption={text.title}
      captionHidden
      rows={differing}
      columns={[
        { label: text.item, header: true, cell: (name) => factLabel(name, lang) },
        { label: text.saved, cell: shown(record) },
        { label: text.mine, cell: shown(stated) },
        {
          label: text.take,
          cell: (name) => (
            <label class="check">
              <input type="checkbox" name="take" value={name} aria-label={text.takeOf(factLabel(name, lang))} />
              <span class="nowrap">{text.take}</span>
            </label>
          ),
        },
      ]}
    />
  );
}
