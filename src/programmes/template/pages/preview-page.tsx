/** What a sent workbook would change: before and after of every cell, what was found in it, and the button to save. */
import type { PersonalData } from "../../../kernel/personal-data.ts";
import {
  Button,
  type Column,
  DataTable,
  FindingCard,
  FindingList,
  Link,
  Notice,
  PageHead,
  pathIn,
  Section,
  Steps,
} from "../../../ui/index.ts";
import { columnWords as columnsEn } from "../../messages.en.ts";
import { columnWords as columnsJa } from "../../messages.ja.ts";
import { ProgrammeFrame } from "../../pages/frame.tsx";
import type { PageContext } from "../../pages/page-context.ts";
import { fiscalYearText } from "../../pages/year-words.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { CellChange, WorkbookChange } from "../workbook-comparison.ts";
import type { WorkbookFinding } from "../workbook-finding.ts";
import type { WorkbookReview } from "../workbook-review.ts";
import { CellValue, RefusedNotice, SaveSection } from "./preview-parts.tsx";
import type { WorkbookBody } from "./start-page.tsx";
import { findingText, workbookPageWords } from "./words.ts";
import { WORKBOOK_PATH, workbookAddress } from "./workbook-address.ts";

/** A column filled in wrongly has one in every row; nobody reads more of them at once. */
const MOST_FINDINGS = 100;

export type PreviewPageProps = Readonly<{
  page: PageContext;
  body: WorkbookBody;
  review: WorkbookReview;
  /** The file itself, sent again with the confirmation. */
  bytes: Uint8Array;
  reason?: string;
  confirmation?: string;
  /** Why the confirmation was not followed; nothing was saved then. */
  refused?: "not_as_shown" | readonly string[] | undefined;
  personal?: readonly PersonalData[] | undefined;
}>;

export function PreviewPage(props: PreviewPageProps) {
  const { page, body, review } = props;
  const w = workbookPageWords(page.lang);
  const { changes, findings } = review.comparison;
  const start = pathIn(page.lang, workbookAddress(body.owner));
  const canSave = changes.some(({ isBlocked }) => !isBlocked);
  return (
    <ProgrammeFrame
      page={page}
      title={w.preview.title}
      current="programme-workbook"
      crumbs={[{ label: w.title, href: start }, { label: w.preview.title }]}
    >
      <PageHead
        {...{ title: w.preview.title, lead: w.preview.lead(body.name) }}
        actions={<Steps steps={w.steps} current={1} />}
      />
      <div class="stack">
        <Refusal {...props} />
        <Summary {...props} />
      </div>
      {findings.length === 0 ? null : <Findings page={page} findings={findings} />}
      {changes.length === 0 ? null : <Changes page={page} review={review} />}
      {canSave ? <SaveForm {...props} /> : null}
      <p class="mt-l">
        <Link href={start}>{w.preview.again}</Link>
      </p>
    </ProgrammeFrame>
  );
}

function Refusal({ page, refused }: PreviewPageProps) {
  const { preview: w } = workbookPageWords(page.lang);
  if (refused === undefined) return null;
  if (refused === "not_as_shown") {
    return (
      <Notice kind="err" title={w.notAsShown} announce>
        <p>{w.notAsShownText}</p>
      </Notice>
    );
  }
  return <RefusedNotice title={w.refused} sentences={refused} />;
}

function Summary({ page, review, refused }: PreviewPageProps) {
  const { preview: w } = workbookPageWords(page.lang);
  const { changes, findings } = review.comparison;
  const toSave = changes.filter(({ isBlocked }) => !isBlocked);
  const isBlocked = changes.length > toSave.length || findings.some(({ severity }) => severity === "error");
  const announce = refused === undefined;
  if (toSave.length === 0) {
    const [kind, title, text] = isBlocked
      ? (["err", w.nothingToSave, w.nothingText] as const)
      : (["ok", w.same, w.sameText] as const);
    return (
      <Notice kind={kind} title={title} announce={announce}>
        <p>{text}</p>
      </Notice>
    );
  }
  return (
    <>
      <Notice kind="info" title={w.willSave(programmesIn(toSave), cellsIn(toSave))} announce={announce}>
        <p>{w.willSaveText}</p>
      </Notice>
      {isBlocked ? (
        <Notice kind="warn" title={w.someBlocked}>
          <p>{w.someBlockedText}</p>
        </Notice>
      ) : null}
    </>
  );
}

function Findings({ page, findings }: Readonly<{ page: PageContext; findings: readonly WorkbookFinding[] }>) {
  const { preview: w } = workbookPageWords(page.lang);
  const weight = { error: 0, warning: 1, info: 2 } as const;
  const shown = findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]).slice(0, MOST_FINDINGS);
  return (
    <Section id="findings" title={w.findings(findings.length)}>
      <FindingList>
        {shown.map((one, index) => (
          <FindingCard
            {...{ number: index + 1, severity: one.severity, title: findingText(one, page.lang) }}
            place={placeText(one, page.lang)}
          />
        ))}
      </FindingList>
      {findings.length > shown.length ? <p class="mt">{w.moreFindings(findings.length - shown.length)}</p> : null}
    </Section>
  );
}

function placeText({ at: { sheet, cell } }: Pick<CellChange, "at">, lang: PageContext["lang"]): string {
  return sheet === undefined ? "" : workbookPageWords(lang).preview.placeOf(sheet, cell ?? null);
}

function Changes({ page, review }: Readonly<{ page: PageContext; review: WorkbookReview }>) {
  const { preview: w } = workbookPageWords(page.lang);
  const byProgramme = Map.groupBy(review.comparison.changes, ({ id }) => id);
  return (
    <Section id="changes" title={w.changes}>
      {[...byProgramme].map(([id, changes]) => (
        <section class="mt-l">
          <h3>
            <Link href={pathIn(page.lang, programmeAddress(id))}>{changes[0]?.title}</Link>
          </h3>
          {review.inReview.has(id) ? <p class="mt-s">{w.inReview}</p> : null}
          {changes.map((change) => (
            <div class="mt">
              <EntryChanges page={page} change={change} />
            </div>
          ))}
        </section>
      ))}
    </Section>
  );
}

function EntryChanges({ page, change }: Readonly<{ page: PageContext; change: WorkbookChange }>) {
  const { lang } = page;
  const { preview: w } = workbookPageWords(lang);
  const { entry, before, cells, isBlocked } = change;
  const entryName = w.entry(
    fiscalYearText(entry.fiscalYear, lang),
    (lang === "en" ? columnsEn : columnsJa)[entry.column],
  );
  const columns: readonly Column<CellChange>[] = [
    { label: w.what, header: true, cell: (cell) => itemText(cell, lang) },
    { label: w.before, wide: true, cell: (cell) => <CellValue text={cell.before} empty={w.none} /> },
    {
      ...{ label: w.after, wide: true },
      cell: ({ at, after }) => <CellValue text={after} empty={at.cell === undefined ? w.removed : w.none} />,
    },
    { label: w.place, cell: (cell) => placeText(cell, lang) },
  ];
  return (
    <>
      {before === null ? <p class="sub">{w.newEntry}</p> : null}
      <DataTable caption={isBlocked ? `${entryName}（${w.blocked}）` : entryName} columns={columns} rows={cells} />
    </>
  );
}

function itemText({ at, of, what }: CellChange, lang: PageContext["lang"]): string {
  const { preview: w } = workbookPageWords(lang);
  if (at.cell === undefined) return w.row(what);
  return of === null || of === "" ? what : w.of(of, what);
}

function SaveForm({ page, body, review, bytes, reason, confirmation, personal }: PreviewPageProps) {
  const { preview: w } = workbookPageWords(page.lang);
  const toSave = review.comparison.changes.filter(({ isBlocked }) => !isBlocked);
  return (
    <SaveSection
      {...{ words: w, asksApproval: review.asksApproval, reason, confirmation, personal }}
      action={pathIn(page.lang, `${WORKBOOK_PATH}/save`)}
      carried={
        <>
          <input type="hidden" name="government" value={body.owner} />
          <input type="hidden" name="seal" value={review.seal} />
          <input type="hidden" name="workbook" value={Buffer.from(bytes).toString("base64")} />
        </>
      }
      buttons={<Button look="main">{w.save(programmesIn(toSave))}</Button>}
    />
  );
}

function programmesIn(changes: readonly WorkbookChange[]): number {
  return new Set(changes.map(({ id }) => id)).size;
}

function cellsIn(changes: readonly WorkbookChange[]): number {
  return changes.reduce((sum, { cells }) => sum + cells.length, 0);
}
