/** Layout `table`: any spreadsheet or CSV file with a header row, through a mapping that a person confirms. */
import type { SourceText } from "../../documents/source-text.ts";
import type { Finding } from "../../kernel/finding.ts";
import type { DocumentReading, ImportLayout, PlacedFinding } from "../document-reading.ts";
import { guessMapping } from "./guess-mapping.ts";
import { missingRoles, type SheetMapping } from "./mapping.ts";
import { noHeaderRow } from "./messages.ja.ts";
import { type LineOfRow, readRows } from "./read-rows.ts";

export const tableLayout: ImportLayout = {
  name: "table",
  recognise: ({ tables }) => {
    const guessed = guessMapping(tables);
    if (guessed.length === 0) return 0;
    return guessed.some((mapping) => missingRoles(mapping).length === 0) ? 0.9 : 0.6;
  },
  read: (source) => readTables(source, guessMapping(source.tables)),
};

export type TableSource = Pick<SourceText, "name" | "sha256" | "lines" | "tables" | "findings">;

export function readTables(source: TableSource, mapping: readonly SheetMapping[]): DocumentReading {
  const rows = readRows(source.tables, mapping, lineFinder(source));
  const whole = [...source.findings, ...(mapping.length === 0 ? [headerMissing()] : [])];
  const findings = [...whole.map((finding): PlacedFinding => ({ finding, draft: null })), ...rows.findings];
  const { name, sha256, lines } = source;
  return {
    layout: "table",
    drafts: rows.drafts,
    findings,
    toc: [],
    tables: [],
    mapping,
    report: {
      document: { name, sha256, lines: lines.length },
      layout: "table",
      mapping,
      records: rows.drafts,
      findings: findings.map(({ finding }) => finding),
    },
  };
}

function headerMissing(): Finding {
  return { code: "unreadable", severity: "error", rule: null, at: { line: 1 }, message: noHeaderRow, values: {} };
}

/** Readers give one line for each row of a table, in the same order. */
function lineFinder({ tables, lines }: Pick<SourceText, "tables" | "lines">): LineOfRow {
  const rows = tables.flatMap(({ sheet, rows: own }) => own.map(({ row }) => `${sheet}\n${row}`));
  if (rows.length !== lines.length) return () => null;
  const byRow = new Map(rows.map((key, index) => [key, lines[index]?.line ?? null]));
  return (sheet, row) => byRow.get(`${sheet}\n${row}`) ?? null;
}
