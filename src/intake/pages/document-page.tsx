/** One imported document: what it is, what was noticed, the recounted tables, and its sheets. */
import {
  Button,
  ButtonLink,
  Fact,
  Facts,
  Link,
  Notice,
  PageHead,
  pathIn,
  Section,
  Steps,
  TextInput,
} from "../../ui/index.ts";
import type { ImportedDocument } from "../imported-document.ts";
import { AcceptancesSection } from "./acceptances-section.tsx";
import { dayWords } from "./day-words.ts";
import { DoneNotice } from "./document-done.tsx";
import type { DocumentPageProps } from "./document-view.ts";
import { documentWords } from "./draft-words.ts";
import { DraftsSection } from "./drafts-section.tsx";
import { DocumentFindings, FindingCounts } from "./findings-section.tsx";
import { HistorySection } from "./history-section.tsx";
import { IntakeFrame } from "./intake-frame.tsx";
import { lookAlikesPath } from "./look-alikes-page.tsx";
import type { PageContext } from "./page-context.ts";
import { personWords } from "./person-words.ts";
import { TablesSection } from "./tables-section.tsx";
import { WhoseNotice } from "./whose-notice.tsx";
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
      <DoneNotice {...props} />
      {props.whose === null ? null : (
        <WhoseNotice context={context} whose={props.whose} path={`/imports/${document.id}`} />
      )}
      <Progress {...props} />
      <MappingNotice context={context} document={document} />
      <BulkForm {...props} />
      <PairsLink {...props} />
      <FindingCounts
        context={context}
        documentId={document.id}
        counts={props.findingCounts}
        findingWords={props.findingWords}
      />
      <DraftsSection {...props} />
      <AcceptancesSection {...props} />
      <DocumentFindings {...props} documentId={document.id} />
      <TablesSection context={context} tables={document.tables} findings={props.findings} />
      <Summary context={context} document={document} />
      <HistorySection context={context} title={text.history} events={events} />
    </IntakeFrame>
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

/** How many are decided, of how many. */
function Progress({ context: { lang }, counts: { total, pending, blocked }, noun }: DocumentPageProps) {
  const text = documentWords(lang, noun);
  if (total === 0) return null;
  const said = text.progress(total - pending, total, blocked);
  return (
    <p class="mt">
      <progress max={total} value={total - pending} aria-label={said} /> {said}
    </p>
  );
}

/** The one filled button, unless the columns have to be confirmed first. */
function BulkForm({ context: { lang }, document, counts, noun, whose }: DocumentPageProps) {
  const { contributed, whose: whoseWords } = words(lang);
  const text = documentWords(lang, noun);
  if (counts.pending === 0 || !document.mappingConfirmed) return null;
  if (counts.clean === 0) return <p class="sub mt">{text.nothingToConfirm}</p>;
  return (
    <form class="mt-l" method="post" action={pathIn(lang, `/imports/${document.id}/accept-all`)}>
      {whose === null ? null : whose.owner === null ? (
        <div class="narrow">
          <TextInput name="owner" label={contributed.bulkOwner} required />
        </div>
      ) : (
        <>
          <input type="hidden" name="owner" value={whose.owner} />
          <p class="sub">{whoseWords.owner(whose.ownerName)}</p>
        </>
      )}
      <Button look="main">{text.confirmAll(counts.clean)}</Button>
      <p class="sub small mt-s narrow">{text.confirmAllHint}</p>
    </form>
  );
}

/** Beside accepting: what is recorded already is linked, many at once. */
function PairsLink({ context: { lang }, document, counts, whose }: DocumentPageProps) {
  if (counts.pending === 0 || !document.mappingConfirmed) return null;
  return (
    <p class="mt">
      <Link href={pathIn(lang, lookAlikesPath(document.id, whose?.owner ?? ""))}>{words(lang).pairs.open}</Link>
    </p>
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
        <Fact term={text.importedBy}>{personWords(document.importedBy, document.importedByName, lang)}</Fact>
        <Fact term={text.original}>{document.originalKept ? text.originalKept : text.originalNotKept}</Fact>
        {document.otherNames.length === 0 ? null : <Fact term={text.otherNames}>{document.otherNames.join("、")}</Fact>}
        <Fact term="SHA-256">
          <span class="small wording">{document.sha256}</span>
        </Fact>
      </Facts>
    </Section>
  );
}
