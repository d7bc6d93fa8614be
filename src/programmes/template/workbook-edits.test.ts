/** Whatever people write into cells, and whatever they do to rows: findings with their cell, or exactly the differences. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { INVENTED } from "../../../test/fixtures/programme-workbook/invented-programmes.ts";
import { defaultReadLimits } from "../../documents/read-problem.ts";
import { readBytes } from "../../documents/readers/read-bytes.ts";
import type { Reading } from "../../documents/readers/reading.ts";
import { columnWords } from "../messages.ja.ts";
import type { YearEntry } from "../programme-year.ts";
import { withEntry } from "../recorded-programme.ts";
import { validateProgrammeFacts } from "../validate-programme-facts.ts";
import { cellAddress } from "./cell-address.ts";
import { compareWithRecords, entriesToSave } from "./compare-with-records.ts";
import { workbookWords } from "./messages.ja.ts";
import { programmesToWorkbook } from "./programmes-to-workbook.ts";

const { sheets, tie, shown } = workbookWords;
const DATA_SHEETS: readonly string[] = [sheets.years, sheets.events, sheets.quantities, sheets.people, sheets.money];
const TIES: readonly string[] = [tie.id, tie.version, tie.row, shown.fiscalYear, shown.column];

let out: Reading;
beforeAll(async () => {
  const bytes = await programmesToWorkbook(INVENTED, { owner: "46000", madeOn: "2025-01-10" });
  const read = await readBytes("xlsx", bytes, defaultReadLimits);
  if (!read.ok) throw new Error(read.problem.code);
  out = read.value;
});

type Grid = { sheet: string; rows: { row: number; cells: string[] }[] };

const gridsOf = (): Grid[] => structuredClone(out.tables) as Grid[];
const compare = (tables: readonly Grid[], programmes = INVENTED) =>
  compareWithRecords({ format: "xlsx", tables, findings: [] }, programmes, "46000");
type Compared = ReturnType<typeof compare>;

type SavedEntry = Readonly<{ id: string; entry: YearEntry }>;

function savedBy(comparison: Compared): readonly SavedEntry[] {
  return entriesToSave(comparison).flatMap((one) => ("entry" in one ? [one] : []));
}

/** What would be saved can be saved, is shown cell by cell, and nothing is kept back without an error. */
function expectSound(comparison: Compared): void {
  for (const { id, facts } of afterSaving(comparison)) expect([id, validateProgrammeFacts(facts)]).toEqual([id, []]);
  for (const { cells } of comparison.changes) expect(cells.length).toBeGreaterThan(0);
  const blocked = comparison.changes.filter(({ isBlocked }) => isBlocked);
  if (blocked.length > 0) expect(comparison.findings.some(({ severity }) => severity === "error")).toBe(true);
}

function afterSaving(comparison: Compared) {
  return INVENTED.map((programme) => {
    const own = savedBy(comparison).filter(({ id }) => id === programme.id);
    return { ...programme, facts: own.reduce((known, { entry }) => withEntry(known, entry, entry), programme.facts) };
  });
}

/** The same workbook differs in nothing from what was saved of it. */
function expectTaken(tables: readonly Grid[], comparison: Compared): void {
  expect(compare(tables, afterSaving(comparison)).changes.filter(({ isBlocked }) => !isBlocked)).toEqual([]);
}

/** As many events, numbers and people are saved as have rows: none is lost, none comes from nowhere. */
function expectCounted(tables: readonly Grid[], comparison: Compared): void {
  for (const { id, entry } of savedBy(comparison)) {
    const rowsOn = (sheet: string) => {
      const [head, ...body] = tables.find((one) => one.sheet === sheet)?.rows ?? [];
      const at = (header: string) => head?.cells.indexOf(header) ?? -1;
      return body.filter(({ cells }) => {
        const isOfYear = cells[at(shown.fiscalYear)]?.normalize("NFKC").trim() === String(entry.fiscalYear);
        return cells[at(tie.id)]?.trim() === id && isOfYear && cells[at(shown.column)] === columnWords[entry.column];
      }).length;
    };
    expect([entry.events.length, entry.quantities.length, entry.people.length]).toEqual(
      [sheets.events, sheets.quantities, sheets.people].map(rowsOn),
    );
  }
}

const words = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      " ",
      "　",
      "0",
      "-1",
      "１２",
      "1.5",
      "1e9",
      "#REF!",
      "TRUE",
      "○",
      "〇",
      "中止",
      "実績",
      "計画",
      "受入",
      "財源",
    ],
    ...["令和6年7月", "2024-07-19", "45618", "7月19日～8月1日", "11月22日（月）", "2月30日", "ブラジル", "1-2", "未定"],
    ...[
      "P000002",
      "P999999",
      "2",
      "2024",
      "2025",
      "令和7年度",
      "一行目\n二行目",
      "x".repeat(60_000),
      "taro.yamada@example.jp",
    ],
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.integer().map(String),
);

const anyCell = fc.record({ sheet: fc.constantFrom(...DATA_SHEETS), row: fc.nat(), column: fc.nat(), text: words });
type CellEdit = { sheet: string; row: number; column: number; text: string };

/** @returns where it stands, as a person would name it. */
function write(tables: readonly Grid[], { sheet, row, column, text }: CellEdit) {
  const grid = tables.find((one) => one.sheet === sheet);
  const head = grid?.rows[0];
  const body = grid?.rows.slice(1) ?? [];
  const target = body[row % Math.max(1, body.length)];
  if (head === undefined || target === undefined) return null;
  const at = column % head.cells.length;
  while (target.cells.length <= at) target.cells.push("");
  target.cells[at] = text;
  const isDated = (target.cells[head.cells.indexOf(shown.fiscalYear)] ?? "") !== "";
  return { header: head.cells[at] ?? "", isDated, cell: cellAddress(at, target.row) };
}

test("one changed cell is one difference, or a finding at that cell, or says the same", () => {
  fc.assert(
    fc.property(anyCell, (edit) => {
      const tables = gridsOf();
      const changed = write(tables, edit);
      const comparison = compare(tables);
      expectSound(comparison);
      if (changed === null || TIES.includes(changed.header)) return;
      expectTaken(tables, comparison);
      // the row of a programme without any year asks for its year first
      if (!changed.isDated) return;
      const cells = comparison.changes.flatMap((change) => change.cells);
      const found = comparison.findings.filter(({ severity }) => severity === "error");
      const place = { sheet: edit.sheet, cell: changed.cell };
      for (const { at } of [...cells, ...found]) expect(at).toEqual(place);
      expect(cells.length).toBeLessThan(2);
      if (found.length > 0) expect(entriesToSave(comparison)).toEqual([]);
      if (cells.length > 0) expect(cells[0]).toMatchObject({ what: changed.header });
    }),
    { numRuns: 400 },
  );
});

const anyAct = fc.oneof(
  { weight: 4, arbitrary: anyCell.map((edit) => ({ kind: "write", ...edit }) as const) },
  fc.record({
    kind: fc.constantFrom("delete", "copy", "move", "clear"),
    sheet: fc.constantFrom(...DATA_SHEETS),
    row: fc.nat(),
    to: fc.nat(),
  }),
  fc.record({ kind: fc.constant("drop column"), sheet: fc.constantFrom(...DATA_SHEETS), column: fc.nat(40) }),
  fc.record({ kind: fc.constant("sort"), sheet: fc.constantFrom(...DATA_SHEETS), column: fc.nat(20) }),
);
type Act = typeof anyAct extends fc.Arbitrary<infer One> ? One : never;

function act(tables: readonly Grid[], one: Act): void {
  if (one.kind === "write") {
    write(tables, one as CellEdit);
    return;
  }
  const grid = tables.find(({ sheet }) => sheet === one.sheet);
  const head = grid?.rows[0];
  if (grid === undefined || head === undefined) return;
  const body = grid.rows.slice(1);
  if (one.kind === "drop column" && "column" in one) {
    for (const { cells } of grid.rows) cells.splice(one.column, 1);
  } else if (one.kind === "sort" && "column" in one) {
    body.sort((a, b) => (a.cells[one.column] ?? "").localeCompare(b.cells[one.column] ?? ""));
  } else if ("row" in one && body.length > 0) {
    const at = one.row % body.length;
    const [row] = one.kind === "copy" ? [structuredClone(body[at])] : body.splice(at, 1);
    if (row !== undefined && one.kind !== "delete") {
      if (one.kind === "clear") row.cells.fill("");
      body.splice(one.to % (body.length + 1), 0, row);
    }
  }
  body.forEach((row, at) => {
    row.row = head.row + at + 1;
  });
  grid.rows = [head, ...body];
}

test("whatever is done to rows, columns and cells, it is never a crash, and what is saved is what was shown", () => {
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 1, maxLength: 8 }), (acts) => {
      const tables = gridsOf();
      for (const one of acts) act(tables, one);
      const comparison = compare(tables);
      expectSound(comparison);
      expectCounted(tables, comparison);
      for (const { severity, at } of comparison.findings) if (severity === "error") expect(at.sheet).toBeDefined();
    }),
    { numRuns: 400 },
  );
});
