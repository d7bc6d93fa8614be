/**
 * Taking an acceptance back: what goes back to review and what becomes of its records, then the reason. When some
 * cannot be taken back, they are listed with the reason of each, and the rest can be taken back without them.
 */
import type { Child } from "hono/jsx";
import { DataTable, Link, Notice, PageHead, pathIn, Section, TextInput } from "../../ui/index.ts";
import type { ContributedDrafts } from "../contributed-drafts.ts";
import { describeProblem } from "../describe-problem.ts";
import type { ImportedDocument, StoredDraft } from "../imported-document.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import type { StuckDraft } from "../problems.ts";
import { addressOf } from "./draft-address.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { SubmitRow } from "./submit-row.tsx";
import { undoPath } from "./undo-link.tsx";
import { words } from "./words.ts";

export type UndoPageProps = Readonly<{
  context: PageContext;
  document: ImportedDocument;
  acceptance: string;
  /** What would go back to review, the newest decision first. */
  drafts: readonly StoredDraft[];
  /** Of those, what cannot be taken back. */
  stuck?: readonly StuckDraft[];
  contributed: readonly ContributedDrafts[];
  /** What was typed, and why it was refused. */
  typed?: Readonly<{ reason: string; error?: string | undefined }>;
  /** Positions the person chose to leave before. */
  leave?: readonly number[];
}>;

const SHOWN = 50;

export function UndoPage(props: UndoPageProps) {
  const { context, document, acceptance, drafts, stuck = [], typed, leave = [] } = props;
  const { lang } = context;
  const { undo: text } = words(lang);
  const back = pathIn(lang, `/imports/${document.id}`);
  const staying = new Set(stuck.map(({ draft }) => draft.position));
  const going = drafts.filter(({ position }) => !staying.has(position));
  return (
    <IntakeFrame
      context={context}
      title={text.title}
      crumbs={[{ label: document.name, href: back }, { label: text.title }]}
    >
      <PageHead
        kicker={document.name}
        title={text.title}
        lead={going.length === 0 ? text.stuckOnly : text.lead(going.length)}
      />
      <Stuck {...props} stuck={stuck} isAll={going.length === 0} />
      {going.length === 0 ? null : (
        <>
          <Effects lang={lang} going={going} />
          <form class="stack-l mt-l narrow" method="post" action={pathIn(lang, undoPath(document.id, acceptance))}>
            {[...leave, ...staying].map((position) => (
              <input type="hidden" name="leave" value={`${position}`} />
            ))}
            <TextInput
              name="reason"
              label={text.reason}
              hint={text.reasonHint}
              value={typed?.reason}
              error={typed?.error}
              required
            />
            <SubmitRow
              label={stuck.length > 0 ? text.confirmRest(going.length) : text.confirm(going.length)}
              cancel={text.cancel}
              back={back}
            />
          </form>
          <Section id="drafts" title={text.drafts}>
            <Drafts {...props} rows={going.slice(0, SHOWN)} />
            {going.length > SHOWN ? <p class="sub">{text.others(going.length - SHOWN)}</p> : null}
          </Section>
        </>
      )}
    </IntakeFrame>
  );
}

function Effects({ lang, going }: Readonly<{ lang: PageContext["lang"]; going: readonly StoredDraft[] }>) {
  const { undo: text } = words(lang);
  const made = going.filter(({ state }) => state === "accepted").length;
  const joined = going.length - made;
  return (
    <ul class="mt narrow">
      {made === 0 ? null : <li>{text.withdraws(made)}</li>}
      {joined === 0 ? null : <li>{text.restores(joined)}</li>}
    </ul>
  );
}

type StuckProps = UndoPageProps & Readonly<{ stuck: readonly StuckDraft[]; isAll: boolean }>;

function Stuck({ context: { lang }, contributed, stuck, isAll }: StuckProps) {
  const { undo: text } = words(lang);
  if (stuck.length === 0) return null;
  return (
    <Notice kind="warn" title={text.stuckTitle(stuck.length)} announce>
      {isAll ? null : <p>{text.stuckLead}</p>}
      <DataTable<StuckDraft>
        caption={text.stuckRecords}
        captionHidden
        rows={stuck}
        columns={[
          { label: text.becomes, header: true, wide: true, cell: ({ draft }) => recordOf(draft, contributed, lang) },
          { label: text.why, wide: true, cell: ({ problem }) => describeProblem(problem, lang) },
        ]}
      />
    </Notice>
  );
}

function Drafts({
  context: { lang },
  contributed,
  rows,
}: Pick<UndoPageProps, "context" | "contributed"> & Readonly<{ rows: readonly StoredDraft[] }>) {
  const { undo: text } = words(lang);
  return (
    <DataTable<StoredDraft>
      caption={text.drafts}
      captionHidden
      rows={rows}
      columns={[
        {
          label: text.name,
          header: true,
          wide: true,
          cell: (draft) => <Link href={pathIn(lang, addressOf(draft))}>{draft.record.title}</Link>,
        },
        { label: text.place, cell: ({ record }) => placeOfDraft(record) },
        { label: text.becomes, cell: (draft) => numberOf(draft, contributed, lang) },
        {
          label: text.effect,
          cell: (draft) => text.effects[effectOn(draft)],
        },
      ]}
    />
  );
}

/** Where it was not noted how the record stood, it is taken to be public. */
function effectOn({ state, standing }: StoredDraft): "published" | "draft" | "linked" {
  if (state === "linked") return "linked";
  return standing === null || standing.startsWith("published") ? "published" : "draft";
}

function numberOf(draft: StoredDraft, contributed: readonly ContributedDrafts[], lang: PageContext["lang"]): Child {
  const { agreementId, recordId, record } = draft;
  if (agreementId !== null) return <Link href={pathIn(lang, `/agreements/${agreementId}`)}>{agreementId}</Link>;
  const contribution = contributed.find(({ kind }) => kind === record.kind);
  if (recordId === null || contribution === undefined) return recordId;
  return <Link href={pathIn(lang, contribution.addressOf(recordId))}>{recordId}</Link>;
}

function recordOf(draft: StoredDraft, contributed: readonly ContributedDrafts[], lang: PageContext["lang"]): Child {
  return (
    <>
      {numberOf(draft, contributed, lang)} {draft.record.title}
    </>
  );
}
