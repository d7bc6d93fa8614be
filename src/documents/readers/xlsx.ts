/**
 * Excel (.xlsx) through exceljs: each sheet as a table, and its rows as tab-joined lines.
 *
 * exceljs sees only the parts that hold values. Drawings, comments, validations, named ranges and merges stay out:
 * none is needed for the text, several make it fail, and a range of a million cells would be built cell by cell.
 * A merged cell gives its value once without them, since the file keeps it in the first cell; its range is named.
 */
import ExcelJS from "exceljs";
import type { Finding } from "../../kernel/finding.ts";
import { refuse, succeed } from "../../kernel/outcome.ts";
import type { ReadLimits, ReadProblem } from "../read-problem.ts";
import type { SourceLine, SourceTable } from "../source-text.ts";
import { readCell } from "./cell-text.ts";
import { notice } from "./notice.ts";
import { attemptParsing, type ContentBudget, contentBudget, joinCells, type ReadingOutcome } from "./reading.ts";
import { mergedRanges, sheetNames } from "./xlsx-parts.ts";
import { openZip, packEntries, type ZipEntries } from "./zip-container.ts";

const VALUE_PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/;

/** Everything on a sheet but its rows. */
const IGNORED_NODES = (
  "sheetPr dimension sheetViews sheetFormatPr cols autoFilter mergeCells rowBreaks hyperlinks pageMargins " +
  "dataValidations pageSetup headerFooter printOptions picture drawing sheetProtection tableParts " +
  "conditionalFormatting extLst"
).split(" ");

const MAX_CELLS_NAMED = 100;

type SheetRow = SourceTable["rows"][number];
type SheetReading = Readonly<{ rows: readonly SheetRow[]; findings: readonly Finding[] }>;

export async function readXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<ReadingOutcome> {
  const opened = openZip(bytes, "xlsx", limits, (name) => VALUE_PARTS.test(name));
  if (!opened.ok) return opened;
  const loaded = await attemptParsing("xlsx", () => loadWorkbook(opened.value));
  if (!loaded.ok) return loaded;
  return readWorkbook(loaded.value, contentBudget(limits));
}

type Workbook = Readonly<{
  worksheets: readonly ExcelJS.Worksheet[];
  /** Sheets that did not come through (charts, unusual part names). */
  unread: readonly string[];
  merged: ReadonlyMap<string, readonly string[]>;
}>;

async function loadWorkbook(entries: ZipEntries): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  const packed = packEntries(withoutDefinedNames(withoutPrefix(entries)));
  // The declared options lack `ignoreNodes` in this place; the library reads it.
  const options = { ignoreNodes: IGNORED_NODES } as Parameters<typeof workbook.xlsx.load>[1];
  // The library declares an ArrayBuffer of its own making and takes any byte array.
  await workbook.xlsx.load(packed as unknown as Parameters<typeof workbook.xlsx.load>[0], options);
  const readNames = new Set(workbook.worksheets.map(({ name }) => name));
  const unread = sheetNames(entries).filter((name) => !readNames.has(name));
  return { worksheets: workbook.worksheets, unread, merged: mergedRanges(entries) };
}

/** A print area of whole columns is a named range; exceljs would make an object for each of its cells. */
function withoutDefinedNames(entries: ZipEntries): ZipEntries {
  const workbook = entries.get("xl/workbook.xml");
  if (workbook === undefined) throw new Error("xl/workbook.xml is missing");
  const xml = new TextDecoder().decode(workbook).replace(/<definedNames>.*?<\/definedNames>/s, "");
  return new Map([...entries, ["xl/workbook.xml", new TextEncoder().encode(xml)]]);
}

/** Some systems write every element as `x:row`; the library knows elements by their bare names only. */
function withoutPrefix(entries: ZipEntries): ZipEntries {
  const root = new TextDecoder().decode(entries.get("xl/workbook.xml")?.subarray(0, 1000));
  const prefix = /<([A-Za-z]\w*):workbook\b/.exec(root)?.[1];
  if (prefix === undefined) return entries;
  const tags = new RegExp(`<(/?)${prefix}:`, "g");
  return new Map(
    [...entries].map(([name, data]) => [
      name,
      new TextEncoder().encode(new TextDecoder().decode(data).replace(tags, "<$1")),
    ]),
  );
}

function readWorkbook({ worksheets, unread, merged }: Workbook, budget: ContentBudget): ReadingOutcome {
  const lines: SourceLine[] = [];
  const tables: SourceTable[] = [];
  const findings: Finding[] = unread.map((sheet) => notice("sheet_unread", { sheet }, { sheet }));
  for (const worksheet of worksheets) {
    const sheet = worksheet.name;
    if (worksheet.state !== "visible") findings.push(notice("sheet_hidden", { sheet }, { sheet }));
    const read = readSheet(worksheet, budget);
    if ("code" in read) return refuse(read);
    const ranges = merged.get(sheet);
    tables.push({ sheet, rows: read.rows, ...(ranges === undefined ? {} : { merged: ranges }) });
    findings.push(...read.findings);
    for (const { cells } of read.rows) lines.push({ line: lines.length + 1, text: joinCells(cells), sheet });
  }
  if (lines.length > 0) return succeed({ lines, tables, findings });
  if (unread.length === 0) return refuse({ code: "empty_file" });
  return refuse({ code: "damaged_file", format: "xlsx", detail: "no sheet of the workbook could be read" });
}

/** Rows that hold text, each as long as its last cell with text. */
function readSheet(worksheet: ExcelJS.Worksheet, budget: ContentBudget): SheetReading | ReadProblem {
  const rows: SheetRow[] = [];
  const formulas: string[] = [];
  const withoutResult: string[] = [];
  let problem: ReadProblem | null = null;
  worksheet.eachRow((row, number) => {
    if (problem !== null) return;
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      const read = readCell(cell.value, cell.numFmt ?? "");
      if (read.isFormula) formulas.push(cell.address);
      if (!read.hasResult) withoutResult.push(cell.address);
      if (read.text !== "") cells[column - 1] = read.text;
    });
    if (cells.length === 0) return;
    const texts = Array.from(cells, (text) => text ?? "");
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    problem = budget.spend("lines", 1) ?? budget.spend("cells", texts.length) ?? budget.spend("characters", characters);
    rows.push({ row: number, cells: texts });
  });
  if (problem !== null) return problem;
  const sheet = worksheet.name;
  return {
    rows,
    findings: [
      ...nameCells("formula_cell", sheet, formulas),
      ...nameCells("formula_without_value", sheet, withoutResult),
    ],
  };
}

/** One finding per sheet: a form with a thousand formulas needs one look, not a thousand. */
function nameCells(
  code: "formula_cell" | "formula_without_value",
  sheet: string,
  cells: readonly string[],
): readonly Finding[] {
  const [cell] = cells;
  if (cell === undefined) return [];
  return [notice(code, { sheet, cell }, { count: cells.length, cells: cells.slice(0, MAX_CELLS_NAMED) })];
}
