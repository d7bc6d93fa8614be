/**
 * A workbook that came back, set against the records: what would change, and what cannot be taken as it stands. Nothing
 * is saved here; the entries are handed to `enterYears` once a person has confirmed them.
 *
 * What the workbook does not hold (wording of sub-items, places in documents) stays as recorded, and so does every cell that
 * still says what was written into it, every column that was deleted, and every year whose row was.
 */
import { isDeepStrictEqual } from "node:util";
import type { SourceText } from "../../documents/source-text.ts";
import { maskPersonalMailboxes } from "../../kernel/mailbox.ts";
import type { EnteredYear } from "../enter-years.ts";
import { emptyEntry } from "../programme-year.ts";
import { entryOf } from "../recorded-programme.ts";
import { checkChanged } from "./check-changed.ts";
import type { EntryDraft } from "./entry-draft.ts";
import { matchRows } from "./match-rows.ts";
import { workbookWords } from "./messages.ja.ts";
import type { WorkbookProgramme } from "./programmes-to-workbook.ts";
import { readSheet, type SheetReading, type TiedRow } from "./read-sheet.ts";
import { refuseWorkbook, sheetsOfWorkbook } from "./recognise-workbook.ts";
import type { RowFlaw } from "./row-flaws.ts";
import { EVENTS, MONEY, PEOPLE, QUANTITIES, type RowSheet } from "./row-sheets.ts";
import { isNeeded, likeness, nameOf, sameCell, wordsOf } from "./row-words.ts";
import { type Column, plainWord } from "./workbook-cell.ts";
import type { CellChange, FindingsAbout, WorkbookChange, WorkbookComparison } from "./workbook-comparison.ts";
import { findInWorkbook, type WorkbookFinding } from "./workbook-finding.ts";
import { YEAR_SHEET } from "./workbook-sheets.ts";

/** What may be saved after a person has looked at it. */
export function entriesToSave({ changes }: WorkbookComparison): readonly EnteredYear[] {
  return changes.flatMap(({ id, expectedVersion, entry, isBlocked }) =>
    isBlocked ? [] : [{ id, expectedVersion, entry }],
  );
}

type SentWorkbook = Pick<SourceText, "format" | "tables" | "findings">;

export function compareWithRecords(
  source: SentWorkbook,
  programmes: readonly WorkbookProgramme[],
  owner: string,
): WorkbookComparison {
  return compareByProgramme(source, programmes, owner).comparison;
}

export function compareByProgramme(
  source: SentWorkbook,
  programmes: readonly WorkbookProgramme[],
  owner: string,
): Readonly<{ comparison: WorkbookComparison; about: FindingsAbout }> {
  const refused = refuseWorkbook(source, owner);
  if (refused !== null) return { comparison: { changes: [], findings: [refused] }, about: new Map() };
  const reader = new WorkbookReader(source, programmes);
  return { comparison: reader.compare(), about: reader.about };
}

class WorkbookReader {
  private readonly findings: WorkbookFinding[] = [];
  readonly about = new Map<WorkbookFinding, string>();
  private readonly drafts = new Map<string, EntryDraft>();
  private readonly programmes: ReadonlyMap<string, WorkbookProgramme>;
  private readonly told = new Set<string>();
  private isUnsafe = false;

  constructor(
    private readonly source: SentWorkbook,
    programmes: readonly WorkbookProgramme[],
  ) {
    this.programmes = new Map(programmes.map((programme) => [programme.id, programme]));
  }

  compare(): WorkbookComparison {
    this.findings.push(...sheetsOfWorkbook(this.source));
    this.readYears();
    this.readRows(EVENTS);
    this.readRows(QUANTITIES);
    this.readRows(PEOPLE);
    this.readRows(MONEY);
    const changed = [...this.drafts.values()].filter(({ before, entry, cells }) => {
      return cells.length > 0 && !isDeepStrictEqual(before, entry);
    });
    // what could be read in part only is not asked for more
    for (const { draft, finding } of checkChanged(changed.filter(({ isBlocked }) => !isBlocked))) {
      if (finding.severity === "error") this.block(draft, finding);
      else this.tell(draft.programme.id, finding);
    }
    return { findings: this.findings, changes: changed.map((draft) => this.changeOf(draft)) };
  }

  private changeOf({ programme, before, entry, cells, isBlocked }: EntryDraft): WorkbookChange {
    const { id, version, facts } = programme;
    return {
      ...{ id, title: facts.title, expectedVersion: version, before, entry, cells },
      isBlocked: isBlocked || this.isUnsafe,
    };
  }

  /** Undefined where the sheet is not there or cannot be read; what is recorded then stays. */
  private sheetOf(sheet: string, columns: readonly Pick<Column<never>, "header">[]): SheetReading | undefined {
    const table = this.source.tables.find((one) => one.sheet === sheet);
    if (table === undefined) {
      this.findings.push(findInWorkbook("sheet_missing", { sheet }, { sheet }));
      return undefined;
    }
    const read = readSheet(table, columns, this.source.findings);
    this.findings.push(...read.findings);
    this.isUnsafe ||= read.isUnsafe;
    return read.isReadable ? read : undefined;
  }

  private readYears(): void {
    const sheet = workbookWords.sheets.years;
    const read = this.sheetOf(sheet, YEAR_SHEET as readonly Column<never>[]); // only the headers are asked for
    if (read === undefined) return;
    const seen = new Set<string>();
    for (const row of read.rows) {
      const draft = this.draftOf(row);
      if (draft === null) continue;
      const { title } = draft.programme.facts;
      if (seen.has(keyOf(row))) {
        const at = row.placeOf(workbookWords.shown.fiscalYear);
        this.block(draft, findInWorkbook("row_twice", at, { title, fiscalYear: row.fiscalYear }));
        continue;
      }
      seen.add(keyOf(row));
      draft.rows.set("entry", row);
      draft.entry = this.applyRow(draft, row, YEAR_SHEET, draft.entry, draft.before);
    }
    const absent = [...this.programmes.values()].flatMap(({ id, facts }) =>
      facts.years.filter((entry) => !seen.has(keyOf({ id, ...entry }))),
    ).length;
    if (absent > 0) this.findings.push(findInWorkbook("year_rows_absent", { sheet }, { count: absent }));
  }

  /** All rows of one entry replace its list. A sheet that lacks an entry's rows takes them away; a missing sheet does not. */
  private readRows<Row>(kind: RowSheet<Row>): void {
    const { sheet, columns, rowsOf, set } = kind;
    const read = this.sheetOf(sheet, columns as readonly Column<never>[]); // only the headers are asked for
    if (read === undefined) return;
    const groups = Map.groupBy(read.rows, keyOf);
    for (const row of read.rows) {
      const draft = this.draftOf(row);
      if (draft !== null) this.checkYearRow(draft, row);
    }
    for (const [key, draft] of this.drafts) {
      const known = draft.before === null ? [] : rowsOf(draft.before);
      const next = this.readList(draft, groups.get(key) ?? [], known, kind);
      const isSame = next.length === known.length && next.every((row, index) => isDeepStrictEqual(row, known[index]));
      if (!isSame) draft.entry = set(draft.entry, next);
    }
  }

  private readList<Row>(
    draft: EntryDraft,
    own: readonly TiedRow[],
    known: readonly Row[],
    { sheet, columns, blank, flawOf }: RowSheet<Row>,
  ): readonly Row[] {
    const alike = (row: TiedRow, index: number) => likeness(row, columns, known[index]);
    const { rows, gone } = matchRows(own, known.length, alike);
    for (const index of gone) {
      const [row] = known.slice(index, index + 1);
      if (row === undefined) continue;
      draft.cells.push({ at: { sheet }, of: null, what: sheet, before: wordsOf(columns, row), after: "" });
    }
    const next: Row[] = [];
    const isNew: boolean[] = [];
    for (const { row, known: index } of rows) {
      const before = index === null ? null : (known[index] ?? null);
      const [changes, found] = [draft.cells.length, this.findings.length];
      const value = this.applyRow(draft, row, columns, before ?? blank, before);
      const isRead = draft.cells.length > changes && this.findings.length === found;
      const flaw = isRead ? (flawOf?.(value, next) ?? null) : null;
      if (flaw !== null) this.blockRow(draft, row, flaw, before === null ? [] : draft.cells.slice(changes));
      draft.rows.set(`${sheet}.${next.length}`, row);
      next.push(value);
      isNew.push(before === null);
    }
    const words = next.map((row) => wordsOf(columns, row));
    rows.forEach(({ row }, at) => {
      const isSame = isNew[at] === true && words.some((other, place) => place !== at && other === words[at]);
      if (isSame) this.block(draft, findInWorkbook("row_same", row.placeOf(columns[0]?.header ?? ""), {}));
    });
    return next;
  }

  /** At the cell the flaw names, unless another one of the row was changed and so brought it about. */
  private blockRow(draft: EntryDraft, row: TiedRow, { code, header }: RowFlaw, changed: readonly CellChange[]): void {
    const at = (changed.find(({ what }) => what === header) ?? changed.at(-1))?.at ?? row.placeOf(header);
    this.block(draft, findInWorkbook(code, at, { header, said: row.cellOf(header) ?? "" }));
  }

  private applyRow<Row>(
    draft: EntryDraft,
    row: TiedRow,
    columns: readonly Column<Row>[],
    start: Row,
    before: Row | null,
  ): Row {
    if (row.isMerged) draft.isBlocked = true;
    this.checkTitle(draft, row);
    let value = start;
    for (const column of columns) value = this.applyCell(draft, row, column, value, { columns, before });
    return value;
  }

  private applyCell<Row>(
    draft: EntryDraft,
    row: TiedRow,
    column: Column<Row>,
    value: Row,
    { columns, before }: Readonly<{ columns: readonly Column<Row>[]; before: Row | null }>,
  ): Row {
    const { header } = column;
    const [said, at] = [row.cellOf(header), row.placeOf(header)];
    const flaw = row.flawOf(header);
    if (flaw !== null) {
      this.block(draft, flaw);
      return value;
    }
    const written = before === null ? "" : String(column.write(before) ?? "");
    // a new row has nothing to keep, so a column that is gone is an empty cell of it
    const isKept = before === null ? (said ?? "").trim() === "" && !isNeeded(column, value) : sameCell(said, written);
    if (isKept) return value;
    const read = column.apply(value, said ?? "", row.fiscalYear);
    if ("problem" in read) {
      const { code, said: text } = read.problem;
      this.block(draft, findInWorkbook(code, at, { header, said: text }));
      return value;
    }
    if (before !== null && isDeepStrictEqual(read.value, value)) return value;
    const after = maskPersonalMailboxes(String(column.write(read.value) ?? ""));
    draft.cells.push({ at, of: nameOf(columns, row, before), what: header, before: written, after });
    return read.value;
  }

  /** The title is shown for reading; another one means another programme, or a wish that cannot be met here. */
  private checkTitle(draft: EntryDraft, row: TiedRow): void {
    const { title } = workbookWords.shown;
    const said = row.cellOf(title);
    if (said === null || plainWord(said) === "" || plainWord(said) === plainWord(draft.programme.facts.title)) return;
    const values = { said: said.trim(), title: draft.programme.facts.title };
    this.block(draft, row.flawOf(title) ?? findInWorkbook("title_differs", row.placeOf(title), values));
  }

  /** A year that is not recorded begins with its own row, which says its status. */
  private checkYearRow(draft: EntryDraft, row: TiedRow): void {
    if (draft.before !== null || draft.rows.has("entry")) return;
    draft.isBlocked = true;
    const values = { title: draft.programme.facts.title, fiscalYear: row.fiscalYear };
    const at = row.placeOf(workbookWords.shown.fiscalYear);
    this.tellOnce(`${keyOf(row)} year`, row.id, findInWorkbook("year_row_missing", at, values));
  }

  private block(draft: EntryDraft, finding: WorkbookFinding): void {
    draft.isBlocked = true;
    this.tell(draft.programme.id, finding);
  }

  /** Null where the row belongs to no programme of the body; said once for each. */
  private draftOf(row: TiedRow): EntryDraft | null {
    const known = this.drafts.get(keyOf(row));
    if (known !== undefined) return known;
    const programme = this.programmes.get(row.id);
    const at = row.placeOf(workbookWords.tie.id);
    if (programme === undefined) {
      this.isUnsafe = true;
      this.tellOnce(row.id, row.id, findInWorkbook("programme_unknown", at, { id: row.id.slice(0, 100) }));
      return null;
    }
    const before = entryOf(programme.facts, row) ?? null;
    const entry = before ?? emptyEntry(row.fiscalYear, row.column, "planned");
    const isStale = row.version !== String(programme.version);
    const draft: EntryDraft = { programme, before, entry, cells: [], rows: new Map(), isBlocked: isStale };
    this.drafts.set(keyOf(row), draft);
    if (isStale) {
      const values = { title: programme.facts.title, said: row.version.slice(0, 20), version: programme.version };
      this.tellOnce(`${row.id} stale`, row.id, findInWorkbook("version_stale", at, values));
    }
    return draft;
  }

  private tellOnce(what: string, id: string, finding: WorkbookFinding): void {
    if (!this.told.has(what)) this.tell(id, finding);
    this.told.add(what);
  }

  private tell(id: string, finding: WorkbookFinding): void {
    this.findings.push(finding);
    this.about.set(finding, id);
  }
}

function keyOf({ id, fiscalYear, column }: Pick<TiedRow, "id" | "fiscalYear" | "column">): string {
  return `${id} ${fiscalYear} ${column}`;
}
