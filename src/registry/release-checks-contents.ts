/**
 * C5, C7, C8: the table of contents against the sheets — marks, titles, parties, order, and which are there. A field
 * that lacks sheets is compared no further: a part of a report says which sheets it lacks, once.
 */
import { FIELDS, type Field } from "./field.ts";
import type { CheckedRelease, ReleaseEntry, ReleaseSheet } from "./release.ts";
import { compareParties, isAbbreviationOf, type NamedParties } from "./release-checks-names.ts";
import type { ReleaseDisagreement } from "./release-disagreements.ts";

export function findContentsDisagreements(checked: CheckedRelease): readonly ReleaseDisagreement[] {
  return [...findDuplicates(checked), ...FIELDS.flatMap((field) => checkField(checked, field))];
}

function findDuplicates({ sheets, firsts }: CheckedRelease): readonly ReleaseDisagreement[] {
  return sheets.flatMap((sheet): ReleaseDisagreement[] => {
    const first = firsts.find(({ field, number }) => field === sheet.field && number === sheet.number);
    if (first === undefined || first === sheet) return [];
    const { field, number, line } = sheet;
    return [{ code: "sheet_duplicated", rule: "C8", line, values: { field, number, firstLine: first.line } }];
  });
}

function checkField(checked: CheckedRelease, field: Field): readonly ReleaseDisagreement[] {
  const entries = checked.entries.filter((entry) => entry.field === field);
  const sheets = checked.firsts.filter((sheet) => sheet.field === field);
  if (entries.length === 0) return [];
  const missing = entries.filter(({ number }) => !sheets.some((sheet) => sheet.number === number));
  const numbers = [...new Set(missing.map(({ number }) => number))];
  const line = missing[0]?.line;
  if (line !== undefined) return [{ code: "sheets_missing", rule: "C8", line, values: { field, numbers } }];
  return sheets.flatMap((sheet) => checkSheet(checked, sheet, sheets, entries));
}

function checkSheet(
  checked: CheckedRelease,
  sheet: ReleaseSheet,
  sheets: readonly ReleaseSheet[],
  entries: readonly ReleaseEntry[],
): readonly ReleaseDisagreement[] {
  const { field, number, line } = sheet;
  const own = entries.find((entry) => entry.number === number);
  const moved =
    own !== undefined && isPair(checked, own, sheet) ? undefined : findMoved(checked, sheet, sheets, entries);
  if (moved !== undefined) {
    const values = { field, number, kind: "entries", contentsNumber: moved.number, sheetLine: line } as const;
    return [
      { code: "toc_order_differs", rule: "C7", line: moved.line, values },
      ...compareMark(moved, sheet),
      ...compareNames(checked, moved, sheet),
    ];
  }
  if (own === undefined) return [{ code: "toc_entry_missing", rule: "C8", line, values: { field, number } }];
  return [...compareMark(own, sheet), ...compareNames(checked, own, sheet)];
}

/** Another entry of the field names this sheet, and does not name the sheet of its own number. */
function findMoved(
  checked: CheckedRelease,
  sheet: ReleaseSheet,
  sheets: readonly ReleaseSheet[],
  entries: readonly ReleaseEntry[],
): ReleaseEntry | undefined {
  return entries.find((entry) => {
    if (entry.number === sheet.number || !isPair(checked, entry, sheet)) return false;
    const other = sheets.find(({ number }) => number === entry.number);
    return other === undefined || !isPair(checked, entry, other);
  });
}

function isPair({ keysOf }: CheckedRelease, entry: ReleaseEntry, sheet: ReleaseSheet): boolean {
  if (compareParties(keysOf(entry), keysOf(sheet)) === "different") return false;
  return entry.title !== "" && isAbbreviationOf(entry.title, sheet.title);
}

function compareMark(entry: ReleaseEntry, sheet: ReleaseSheet): readonly ReleaseDisagreement[] {
  if (entry.marked === sheet.marked) return [];
  const { field, number } = sheet;
  const [line, otherLine] = sheet.marked ? [entry.line, sheet.line] : [sheet.line, entry.line];
  const values = { field, number, onSheet: sheet.marked, inContents: entry.marked, otherLine };
  return [{ code: "relisting_mark_missing", rule: "C5", line, values }];
}

function compareNames(
  { keysOf }: CheckedRelease,
  entry: ReleaseEntry,
  sheet: ReleaseSheet,
): readonly ReleaseDisagreement[] {
  const { field, number } = sheet;
  const place = { field, number, sheetLine: sheet.line };
  const found: ReleaseDisagreement[] = [];
  if (entry.title !== "" && sheet.title !== "" && !isAbbreviationOf(entry.title, sheet.title)) {
    const values = { ...place, contents: entry.title, sheet: sheet.title };
    found.push({ code: "toc_title_differs", rule: "C7", line: entry.line, values });
  }
  if (!hasBothSides(entry) || !hasBothSides(sheet)) return found;
  const order = compareParties(keysOf(entry), keysOf(sheet));
  const names = { contents: listNames(entry), sheet: listNames(sheet) };
  if (order === "different") {
    found.push({ code: "toc_party_differs", rule: "C7", line: entry.line, values: { ...place, ...names } });
  }
  if (order === "order") {
    const values = { ...place, kind: "parties", ...names } as const;
    found.push({ code: "toc_order_differs", rule: "C7", line: entry.line, values });
  }
  return found;
}

export function hasBothSides({ japan, foreign }: NamedParties): boolean {
  return japan.length > 0 && foreign.length > 0;
}

function listNames({ japan, foreign }: NamedParties): readonly string[] {
  return [...japan, ...foreign.map(({ name }) => name)];
}
