/** What the table would change: before and after of every cell, what looks wrong, and the button to save. */
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
import { CellValue, RefusedNotice, SaveSection } from "../../template/pages/preview-parts.tsx";
import type { CellChange } from "../../template/workbook-comparison.ts";
import { shownCell } from "../cell-rules.ts";
import { CELL_KINDS } from "../grid-columns.ts";
import { GRID_PATH, type GridQuery, gridParameters } from "../grid-query.ts";
import type { GridChange, GridReview } from "../review-grid.ts";
import { STATUS_NAMES } from "../status-names.ts";
import { type TypedRow, writeCarried } from "../typed-rows.ts";
import { doubtText, gridWords } from "../words.ts";
import { HiddenQuery } from "./grid-filter.tsx";

export type GridPreviewProps = Readonly<{
  page: PageContext;
  query: GridQuery;
  /** Name of the body. */
  ownerName: string;
  review: GridReview;
  /** What was typed, to be sent again. */
  typed: readonly TypedRow[];
  asksApproval: boolean;
  unread: readonly string[];
  reason?: string;
  confirmation?: string;
  refused?: readonly string[];
  personal?: readonly PersonalData[] | undefined;
}>;

export function GridPreviewPage(props: GridPreviewProps) {
  const { page, query, ownerName, review, unread, refused = [] } = props;
  const { lang } = page;
  const w = gridWords(lang);
  const columns = lang === "en" ? columnsEn : columnsJa;
  const cells = review.changes.reduce((sum, change) => sum + change.cells.length, 0);
  const table = `${pathIn(lang, GRID_PATH)}?${gridParameters(query)}`;
  return (
    <ProgrammeFrame
      {...{ page, title: w.preview.title, current: "programme-grid" }}
      crumbs={[{ label: w.title, href: table }, { label: w.preview.title }]}
    >
      <PageHead
        title={w.preview.title}
        lead={w.preview.lead(ownerName, fiscalYearText(query.fiscalYear, lang), columns[query.column])}
        actions={<Steps steps={w.steps} current={1} />}
      />
      <div class="stack mt">
        <RefusedNotice title={w.preview.refused} sentences={refused} />
        {unread.length === 0 ? null : <Notice kind="warn" title={w.unread(unread.join("、"))} />}
        <Notice kind="info" title={w.preview.willSave(review.changes.length, cells)} announce={refused.length === 0}>
          <p>{w.preview.willSaveText}</p>
        </Notice>
      </div>
      <Doubts {...props} />
      <Section id="changes" title={w.preview.changes}>
        <ChangeTable page={page} changes={review.changes} />
      </Section>
      <SaveForm {...props} />
    </ProgrammeFrame>
  );
}

function Doubts({ page, review }: GridPreviewProps) {
  const { preview: w, columns } = gridWords(page.lang);
  const titles = new Map(review.changes.map(({ row: { programme } }) => [programme.id, programme.facts.title]));
  if (review.doubts.length === 0) return null;
  return (
    <Section id="doubts" title={w.doubts(review.doubts.length)}>
      <FindingList>
        {review.doubts.map((doubt, index) => (
          <FindingCard
            {...{ number: index + 1, severity: doubt.finding.severity, title: doubtText(doubt, page.lang) }}
            place={[titles.get(doubt.id) ?? "", doubt.column === null ? "" : columns[doubt.column]]
              .filter(Boolean)
              .join("　")}
          />
        ))}
      </FindingList>
    </Section>
  );
}

type ShownChange = Readonly<{ change: GridChange; cell: CellChange; isFirst: boolean }>;

function ChangeTable({ page, changes }: Readonly<{ page: PageContext; changes: readonly GridChange[] }>) {
  const { lang } = page;
  const { preview: w, record, none } = gridWords(lang);
  const rows = changes.flatMap((change) =>
    change.cells.map((cell, index): ShownChange => ({ change, cell, isFirst: index === 0 })),
  );
  const columns: readonly Column<ShownChange>[] = [
    {
      ...{ label: record, header: true },
      cell: ({ change: { row }, isFirst }) =>
        isFirst ? (
          <Link href={pathIn(lang, programmeAddress(row.programme.id))}>{row.programme.facts.title}</Link>
        ) : (
          <span class="sub">{row.programme.facts.title}</span>
        ),
    },
    { label: w.what, cell: (shown) => whatOf(shown, lang) },
    {
      label: w.before,
      wide: true,
      cell: (shown) => <CellValue text={shownValue(shown, shown.cell.before)} empty={none} />,
    },
    {
      ...{ label: w.after, wide: true },
      cell: (shown) => (
        <CellValue
          text={shownValue(shown, shown.cell.after)}
          empty={shown.cell.at.cell === undefined ? w.gone : none}
        />
      ),
    },
  ];
  return <DataTable caption={w.changes} captionHidden columns={columns} rows={rows} />;
}

/** Its column in the table; what goes along with it has the name it has in the workbook. */
function whatOf({ change, cell: { at, of, what } }: ShownChange, lang: PageContext["lang"]): string {
  const { columns, preview } = gridWords(lang);
  const column = change.columnAt(at);
  if (column !== undefined) return columns[column];
  const known = of === null || of === "" ? (at.sheet ?? "") : of;
  return what === at.sheet ? what : preview.ofSheet(known, what);
}

function shownValue({ change, cell }: ShownChange, text: string): string {
  const column = change.columnAt(cell.at);
  return column === undefined ? text : shownCell(CELL_KINDS[column], text, STATUS_NAMES);
}

function SaveForm({ page, query, review, typed, asksApproval, reason, confirmation, personal }: GridPreviewProps) {
  const { preview: w } = gridWords(page.lang);
  const path = pathIn(page.lang, GRID_PATH);
  return (
    <SaveSection
      {...{ words: w, asksApproval, reason, confirmation, personal, action: `${path}/save` }}
      carried={
        <>
          <HiddenQuery query={query} />
          <input type="hidden" name="carried" value={writeCarried(typed)} />
        </>
      }
      buttons={
        <>
          <Button look="main">{w.save(review.changes.length)}</Button>
          <Button name="act" value="edit" formAction={path}>
            {w.edit}
          </Button>
        </>
      }
    />
  );
}
