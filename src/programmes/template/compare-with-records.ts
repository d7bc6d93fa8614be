/**
 * A workbook that came back, set against the records: what would change, and what cannot be taken as it stands. Nothing
 * is saved here; the entries are handed to `enterYears` once a person has confirmed them.
 *
 * What the workbook does not hold (sub-items, places in documents) stays as recorded, and so does every cell that
 * still says what was written into it.
 */
import { isDeepStrictEqual } from "node:util";
import type { SourceText } from "../../documents/source-text.ts";
import type { Place } from "../../kernel/finding.ts";
import { checkProgramme } from "../check-programme.ts";
import type { EnteredYear } from "../enter-years.ts";
import { emptyEntry, type PeopleCount, type YearEntry, type YearEvent, type YearQuantity } from "../programme-year.ts";
import { entryOf, withEntry } from "../recorded-programme.ts";
import { messages as sentencesEn } from "../report-layout/messages.en.ts";
import { messages as sentences } from "../report-layout/messages.ja.ts";
import { workbookWords } from "./messages.ja.ts";
import type { WorkbookProgramme } from "./programmes-to-workbook.ts";
import { readSheet, type TiedRow } from "./read-sheet.ts";
import type { Column } from "./workbook-cell.ts";
import { findInWorkbook, type WorkbookFinding } from "./workbook-finding.ts";
import {
  budgetOfRows,
  EVENT_SHEET,
  MONEY_SHEET,
  type MoneyRow,
  moneyRows,
  PEOPLE_SHEET,
  QUANTITY_SHEET,
  YEAR_SHEET,
} from "./workbook-sheets.ts";

export type CellChange = Readonly<{
  at: Place;
  /** The name of the event, number or amount the cell belongs to; null for the entry itself. */
  of: string | null;
  /** The header of the column; of a row that is gone the sheet. */
  what: string;
  before: string;
  after: string;
}>;

export type WorkbookChange = Readonly<{
  id: string;
  title: string;
  expectedVersion: number;
  before: YearEntry | null;
  entry: YearEntry;
  cells: readonly CellChange[];
  /** An error in one of its rows: it is shown, and not saved. */
  isBlocked: boolean;
}>;

export type WorkbookComparison = Readonly<{
  changes: readonly WorkbookChange[];
  findings: readonly WorkbookFinding[];
}>;

/** What may be saved after a person has looked at it. */
export function entriesToSave({ changes }: WorkbookComparison): readonly EnteredYear[] {
  return changes.flatMap(({ id, expectedVersion, entry, isBlocked }) =>
    isBlocked ? [] : [{ id, expectedVersion, entry }],
  );
}

export function compareWithRecords(
  source: Pick<SourceText, "tables" | "findings">,
  programmes: readonly WorkbookProgramme[],
  owner: string,
): WorkbookComparison {
  const refused = refuseWorkbook(source, owner);
  if (refused !== null) return { changes: [], findings: [refused] };
  const reader = new WorkbookReader(source, programmes);
  return reader.compare();
}

function refuseWorkbook({ tables }: Pick<SourceText, "tables">, expected: string): WorkbookFinding | null {
  const { guide, sheets } = workbookWords;
  const table = tables.find(({ sheet }) => sheet === sheets.guide);
  const said = (key: string) => table?.rows.find(({ cells }) => cells[0]?.trim() === key)?.cells[1]?.trim();
  const place = { sheet: sheets.guide, cell: "B2" };
  if (said(guide.form) !== guide.formName) return findInWorkbook("workbook_unknown", place, {});
  const owner = said(guide.owner) ?? "";
  return owner === expected ? null : findInWorkbook("other_body", place, { owner, expected });
}

type Draft = {
  programme: WorkbookProgramme;
  before: YearEntry | null;
  entry: YearEntry;
  cells: CellChange[];
  isBlocked: boolean;
};

const NO_EVENT: YearEvent = {
  ...{ name: "", edition: null, date: null, place: null, status: "planned", direction: null, related: [] },
  ...{ item: null, isEstimate: false },
};
const NO_QUANTITY: YearQuantity = {
  ...{ label: "", value: null, range: null, unit: null, isApproximate: false, asOf: null, period: null },
  ...{ subsetOf: null, plan: null, item: null, asPrinted: "" },
};
const NO_PEOPLE: PeopleCount = {
  direction: null,
  label: "",
  place: null,
  country: null,
  count: 0,
  plan: null,
  asPrinted: "",
};
const NO_MONEY: MoneyRow = { kind: "planned", name: null, amountYen: null };

/** With one of these a row that is gone may only have lost its tie: nothing of the file is saved. */
const OF_WHOLE_FILE: readonly string[] = [
  ...["formula_cell", "row_untied", "programme_unknown", "column_missing", "column_twice"],
];

class WorkbookReader {
  private readonly findings: WorkbookFinding[] = [];
  private readonly drafts = new Map<string, Draft>();
  private readonly told = new Set<string>();

  constructor(
    private readonly source: Pick<SourceText, "tables" | "findings">,
    private readonly programmes: readonly WorkbookProgramme[],
  ) {}

  compare(): WorkbookComparison {
    for (const { code, at, values } of this.source.findings) {
      if (code === "formula_cell")
        this.findings.push(findInWorkbook("formula_cell", at, { count: Number(values.count) }));
    }
    this.readYears();
    const { sheets } = workbookWords;
    this.readRows(
      sheets.events,
      EVENT_SHEET,
      NO_EVENT,
      ({ events }) => events,
      (entry, events) => ({ ...entry, events }),
    );
    this.readRows(sheets.quantities, QUANTITY_SHEET, NO_QUANTITY, ({ quantities }) => quantities, withQuantities);
    this.readRows(
      sheets.people,
      PEOPLE_SHEET,
      NO_PEOPLE,
      ({ people }) => people,
      (entry, people) => ({ ...entry, people }),
    );
    this.readRows(sheets.money, MONEY_SHEET, NO_MONEY, moneyRows, (entry, money) => ({
      ...entry,
      budget: budgetOfRows(money, entry.budget),
    }));
    const changed = [...this.drafts.values()].filter(({ before, entry }) => !isDeepStrictEqual(before, entry));
    this.checkChanged(changed);
    const isUnsafe = this.findings.some(({ code, severity }) => severity === "error" && OF_WHOLE_FILE.includes(code));
    return {
      findings: this.findings,
      changes: changed.map(({ programme, before, entry, cells, isBlocked }) => ({
        ...{ id: programme.id, title: programme.facts.title, expectedVersion: programme.version, before, entry, cells },
        isBlocked: isBlocked || isUnsafe,
      })),
    };
  }

  private tableOf(sheet: string) {
    const table = this.source.tables.find((one) => one.sheet === sheet);
    if (table === undefined) this.findings.push(findInWorkbook("sheet_missing", { sheet }, { sheet }));
    return table;
  }

  private readYears(): void {
    const table = this.tableOf(workbookWords.sheets.years);
    if (table === undefined) return;
    const read = readSheet(table, YEAR_SHEET);
    this.findings.push(...read.findings);
    const seen = new Set<string>();
    for (const row of read.rows) {
      const draft = this.draftOf(row);
      if (draft === null) continue;
      if (seen.has(keyOf(row))) {
        const { title } = draft.programme.facts;
        this.block(
          draft,
          findInWorkbook("row_twice", row.placeOf(workbookWords.tie.id), { title, fiscalYear: row.fiscalYear }),
        );
        continue;
      }
      seen.add(keyOf(row));
      draft.entry = this.applyRow(draft, row, YEAR_SHEET, draft.entry, draft.before);
    }
  }

  /** All rows of one entry replace its list. A sheet that lacks an entry's rows takes them away; a missing sheet does not. */
  private readRows<Row>(
    sheet: string,
    columns: readonly Column<Row>[],
    blank: Row,
    rowsOf: (entry: YearEntry) => readonly Row[],
    set: (entry: YearEntry, rows: readonly Row[]) => YearEntry,
  ): void {
    const table = this.tableOf(sheet);
    if (table === undefined) return;
    const read = readSheet(table, columns as readonly Column<never>[]); // only the headers are asked for
    this.findings.push(...read.findings);
    const groups = Map.groupBy(read.rows, keyOf);
    for (const rows of groups.values()) for (const row of rows) this.draftOf(row);
    for (const [key, draft] of this.drafts) {
      const known = draft.before === null ? [] : rowsOf(draft.before);
      const own = groups.get(key) ?? [];
      const used = new Set<number>();
      const next = own.map((row) => {
        const isFirst = row.order !== null && !used.has(row.order);
        const before = isFirst && row.order !== null ? (known[row.order - 1] ?? null) : null;
        if (row.order !== null) used.add(row.order);
        return this.applyRow(draft, row, columns, before ?? blank, before);
      });
      known.forEach((row, index) => {
        if (!used.has(index + 1))
          draft.cells.push({ at: { sheet }, of: null, what: sheet, before: wordsOf(columns, row), after: "" });
      });
      const isSame = next.length === known.length && next.every((row, index) => isDeepStrictEqual(row, known[index]));
      if (!isSame) draft.entry = set(draft.entry, next);
    }
  }

  private applyRow<Row>(
    draft: Draft,
    row: TiedRow,
    columns: readonly Column<Row>[],
    start: Row,
    before: Row | null,
  ): Row {
    let value = start;
    for (const column of columns) {
      const said = row.cellOf(column.header);
      if (said === null) continue;
      const written = before === null ? "" : String(column.write(before) ?? "");
      const isKept = before === null ? said.trim() === "" && !isNeeded(column, value) : sameCell(said, written);
      if (isKept) continue;
      const read = column.apply(value, said, row.fiscalYear);
      const at = row.placeOf(column.header);
      if ("problem" in read) {
        this.block(draft, findInWorkbook(read.problem.code, at, { header: column.header, said: read.problem.said }));
      } else {
        value = read.value;
        draft.cells.push({
          at,
          of: nameOf(columns, row, before),
          what: column.header,
          before: written,
          after: said.trim(),
        });
      }
    }
    return value;
  }

  private block(draft: Draft, finding: WorkbookFinding): void {
    draft.isBlocked = true;
    this.findings.push(finding);
  }

  /** Null where the row belongs to no programme of the body; said once for each. */
  private draftOf(row: TiedRow): Draft | null {
    const known = this.drafts.get(keyOf(row));
    if (known !== undefined) return known;
    const programme = this.programmes.find(({ id }) => id === row.id);
    const at = row.placeOf(workbookWords.tie.id);
    if (programme === undefined) {
      if (!this.told.has(row.id)) this.findings.push(findInWorkbook("programme_unknown", at, { id: row.id }));
      this.told.add(row.id);
      return null;
    }
    const before = entryOf(programme.facts, row) ?? null;
    const entry = before ?? emptyEntry(row.fiscalYear, row.column, "planned");
    const draft: Draft = { programme, before, entry, cells: [], isBlocked: false };
    this.drafts.set(keyOf(row), draft);
    if (row.version !== String(programme.version)) {
      const { title } = programme.facts;
      draft.isBlocked = true;
      const stale = findInWorkbook("version_stale", at, { title, said: row.version, version: programme.version });
      if (!this.told.has(`${row.id} stale`)) this.findings.push(stale);
      this.told.add(`${row.id} stale`);
    }
    return draft;
  }

  /** The rules that every programme meets, over the facts as they would be; only what the change brings in is said. */
  private checkChanged(changed: readonly Draft[]): void {
    for (const [programme, drafts] of Map.groupBy(changed, (draft) => draft.programme)) {
      const facts = drafts.reduce((known, { entry }) => withEntry(known, entry, entry), programme.facts);
      const before = new Set(checkProgramme(programme.facts).map((one) => JSON.stringify(one)));
      for (const one of checkProgramme(facts).filter((found) => !before.has(JSON.stringify(found)))) {
        const draft = drafts.find(({ entry }) => entry.fiscalYear === one.fiscalYear && entry.column === one.column);
        const { title, number } = programme.facts;
        const values = { number, title, fiscalYear: one.fiscalYear, column: one.column, ...one.values };
        // each code has one sentence that takes the values of that code
        const sentence = (sentences[one.code] as (values: unknown) => string)(values);
        const sentenceEn = (sentencesEn[one.code] as (values: unknown) => string)(values);
        const isError =
          one.code === "people_negative" || one.code === "inner_count_larger" || one.code === "result_before_start";
        const at = draft?.cells[0]?.at ?? { sheet: workbookWords.sheets.years };
        const rest = { title, fiscalYear: one.fiscalYear, rule: one.code, sentence, sentenceEn };
        this.findings.push(findInWorkbook("contradiction", at, rest, isError ? "error" : "warning"));
        if (isError && draft !== undefined) draft.isBlocked = true;
      }
    }
  }
}

/** A number that was changed no longer has the wording it was printed with. */
function withQuantities(entry: YearEntry, quantities: readonly YearQuantity[]): YearEntry {
  const known = entry.quantities;
  return {
    ...entry,
    quantities: quantities.map((one) => {
      const before = known.find(({ asPrinted, label }) => asPrinted === one.asPrinted && label === one.label);
      const isSame = before !== undefined && before.value === one.value && isDeepStrictEqual(before.range, one.range);
      return isSame || one.value === null
        ? one
        : { ...one, asPrinted: `${one.value.toLocaleString("en")}${one.unit ?? ""}` };
    }),
  };
}

function isNeeded<Row>(column: Column<Row>, row: Row): boolean {
  return "problem" in column.apply(row, "", 2000);
}

/** What a person calls the row: as it was, or as the new one says. */
function nameOf<Row>(columns: readonly Column<Row>[], { cellOf }: TiedRow, before: Row | null): string | null {
  const { event, label, moneyKind } = workbookWords.headers;
  const naming = columns.find(({ header }) => [event, label, moneyKind].some((one) => one === header));
  if (naming === undefined) return null;
  return before === null ? (cellOf(naming.header)?.trim() ?? null) : String(naming.write(before) ?? "");
}

function sameCell(said: string, written: string): boolean {
  return said.replace(/\r\n/gu, "\n").trim() === written.trim();
}

function wordsOf<Row>(columns: readonly Column<Row>[], row: Row): string {
  return columns
    .map((column) => column.write(row))
    .filter((cell) => cell !== null && cell !== "")
    .join(" ");
}

function keyOf({ id, fiscalYear, column }: Pick<TiedRow, "id" | "fiscalYear" | "column">): string {
  return `${id} ${fiscalYear} ${column}`;
}
