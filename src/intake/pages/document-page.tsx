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
import { LEFT_REASONS } from "../left-reason.ts";
import { AcceptancesSection } from "./acceptances-section.tsx";
import { dayWords } from "./day-words.ts";
import type { DocumentPageProps } from "./document-view.ts";
import { documentWords, draftWords } from "./draft-words.ts";
import { DraftsSection } from "./drafts-section.tsx";
import { DocumentFindings, FindingCounts } from "./findings-section.tsx";
import { HistorySection } from "./history-section.tsx";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { personWords } from "./person-words.ts";
import { TablesSection } from "./tables-section.tsx";
import { UndoLink } from "./undo-link.tsx";
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

function DoneNotice({ context, counts, document, noun }: DocumentPageProps) {
  const { lang, query } = context;
  const text = documentWords(lang, noun);
  const draft = draftWords(lang, noun);
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
        <UndoLink context={context} documentId={document.id} />
      </Notice>
    );
  }
  if (done === "undone") {
    const { undo } = words(lang);
    return (
      <Notice kind="ok" title={undo.done(number("n"))} announce>
        {number("left") === 0 ? null : <p>{undo.doneLeft(number("left"))}</p>}
      </Notice>
    );
  }
  if (done === "imported") return <Notice kind="ok" title={text.isNew(counts.total)} announce />;
  if (done === "known") {
    return (
      <Notice title={text.isKnown} announce>
        <p>
          {text.knownSince(
            dayWords(document.importedAt, lang),
            personWords(document.importedBy, document.importedByName, lang),
          )}
        </p>
      </Notice>
    );
  }
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
      <UndoLink context={context} documentId={document.id} />
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
