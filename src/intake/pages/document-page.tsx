/** One imported document: what it is, what was noticed, the recounted tables, and its sheets. */
import {
  Button,
  ButtonLink,
  Fact,
  Facts,
  Link,
  Notice,
  operatorTitle,
  PageHead,
  pathIn,
  Section,
  Steps,
  TextInput,
} from "../../ui/index.ts";
import { isContributed } from "../draft-record.ts";
import type { DraftCounts, ImportedDocument } from "../imported-document.ts";
import { LEFT_REASONS } from "../left-reason.ts";
import { dayWords } from "./day-words.ts";
import type { DocumentPageProps } from "./document-view.ts";
import { DraftsSection } from "./drafts-section.tsx";
import { DocumentFindings, FindingCounts } from "./findings-section.tsx";
import { HistorySection } from "./history-section.tsx";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { TablesSection } from "./tables-section.tsx";
import { words } from "./words.ts";

export function DocumentPage(props: DocumentPageProps) {
  const { context, document, counts, events } = props;
  const { document: text, steps } = words(context.lang);
  return (
    <IntakeFrame context={context} title={document.name} crumbs={[{ label: document.name }]}>
      <PageHead
        kicker={document.id}
        title={document.name}
        proper
        actions={<Steps steps={steps} current={counts.total > 0 && counts.pending === 0 ? 3 : 2} />}
      />
      <DoneNotice context={context} counts={counts} />
      <MappingNotice context={context} document={document} />
      <BulkForm {...props} />
      <FindingCounts context={context} counts={props.findingCounts} />
      <DraftsSection {...props} />
      <DocumentFindings context={context} documentId={document.id} findings={props.findings} />
      <TablesSection context={context} tables={document.tables} findings={props.findings} />
      <Summary context={context} document={document} />
      <HistorySection context={context} title={text.history} events={events} />
    </IntakeFrame>
  );
}

function DoneNotice({ context: { lang, query }, counts }: Readonly<{ context: PageContext; counts: DraftCounts }>) {
  const { document: text, draft } = words(lang);
  const done = query.get("done");
  if (done === null) return null;
  const number = (name: string) => Math.trunc(Number(query.get(name) ?? 0)) || 0;
  if (done === "bulk") {
    return (
      <Notice kind="ok" title={text.bulkDone(number("accepted"), number("linked"))} announce>
        {number("left") === 0 ? null : <p>{text.bulkLeft(number("left"))}</p>}
        <ul>
          {LEFT_REASONS.filter((reason) => number(reason) > 0).map((reason) => (
            <li>{text.bulkReason(text.leftReasons[reason], number(reason))}</li>
          ))}
        </ul>
        {number("untouched") === 0 ? null : <p>{text.bulkUntouched(number("untouched"))}</p>}
      </Notice>
    );
  }
  if (done === "imported") return <Notice kind="ok" title={text.isNew(counts.total)} announce />;
  if (done === "known") return <Notice title={text.isKnown} announce />;
  const notice = draft.doneNotices[done];
  if (notice === undefined) return null;
  // The last sheet was decided, so there is no next one to go on to.
  const agreement = /^A\d{6,}$/.exec(query.get("agreement") ?? "")?.[0];
  return (
    <Notice kind="ok" title={notice} announce>
      {agreement === undefined ? null : (
        <p>
          <Link href={pathIn(lang, `/agreements/${agreement}`)}>{`${draft.openRecord} ${agreement}`}</Link>
        </p>
      )}
    </Notice>
  );
}

function MappingNotice({
  context: { lang },
  document,
}: Readonly<{ context: PageContext; document: ImportedDocument }>) {
  const { document: text } = words(lang);
  if (document.mapping === null) return null;
  const link = (
    <ButtonLink
      look={document.mappingConfirmed ? "outline" : "main"}
      href={pathIn(lang, `/imports/${document.id}/mapping`)}
    >
      {text.openMapping}
    </ButtonLink>
  );
  if (document.mappingConfirmed) return <div class="row mt">{link}</div>;
  return (
    <Notice kind="warn" title={text.mappingUnconfirmed}>
      <p>{text.mappingUnconfirmedText}</p>
      <div class="row mt">{link}</div>
    </Notice>
  );
}

/** The one filled button, unless the columns have to be confirmed first. */
function BulkForm({ context: { lang }, document, counts, drafts }: DocumentPageProps) {
  const { document: text, contributed } = words(lang);
  if (counts.pending === 0 || !document.mappingConfirmed) return null;
  if (counts.clean === 0) return <p class="sub mt">{text.nothingToConfirm}</p>;
  return (
    <form class="mt-l" method="post" action={pathIn(lang, `/imports/${document.id}/accept-all`)}>
      {drafts.some(({ record }) => isContributed(record)) ? (
        <div class="narrow">
          <TextInput name="owner" label={contributed.bulkOwner} />
        </div>
      ) : null}
      <Button look="main">{text.confirmAll(counts.clean)}</Button>
      <p class="sub small mt-s narrow">{text.confirmAllHint}</p>
    </form>
  );
}

function Summary({ context: { lang }, document }: Readonly<{ context: PageContext; document: ImportedDocument }>) {
  const { document: text, layoutNames, imports } = words(lang);
  return (
    <Section id="summary" title={text.summary}>
      <Facts>
        <Fact term={text.layout}>{layoutNames[document.layout] ?? document.layout}</Fact>
        <Fact term={text.lines}>{document.lineCount.toLocaleString("ja-JP")}</Fact>
        <Fact term={imports.when}>{dayWords(document.importedAt, lang)}</Fact>
        <Fact term={text.importedBy}>{operatorTitle(document.importedBy, lang)}</Fact>
        <Fact term={text.original}>{document.originalKept ? text.originalKept : text.originalNotKept}</Fact>
        {document.otherNames.length === 0 ? null : <Fact term={text.otherNames}>{document.otherNames.join("、")}</Fact>}
        <Fact term="SHA-256">
          <span class="small wording">{document.sha256}</span>
        </Fact>
      </Facts>
    </Section>
  );
}
