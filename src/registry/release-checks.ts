/**
 * Release checks C4–C9 of the survey specification: contents, sheets and printed tables of one report against each
 * other. Pure rules, for imported reports and for releases made here.
 *
 * A field is complete when every number of its contents entries has a sheet; what needs sheets is checked for
 * complete fields only. Sheets of one agreement: the same parties and title and, without the mark 再掲, the same date.
 */
import { FIELDS, type Field } from "./field.ts";
import { findOneToOneDifferences, findSumDisagreements, type SumDisagreement } from "./printed-table.ts";
import type { CheckedRelease, Release, ReleaseEntry, ReleaseSheet } from "./release.ts";
import { findContentsDisagreements } from "./release-checks-contents.ts";
import { keyParties, type NamedParties, type PartyKeys } from "./release-checks-names.ts";
import { findRelistingDisagreements, groupListings, listingKey } from "./release-checks-relistings.ts";
import { findCellDisagreements } from "./release-checks-tables.ts";
import type { ReleaseDisagreement } from "./release-disagreements.ts";

export function prepareRelease(release: Release): CheckedRelease {
  const keys = new Map<NamedParties, PartyKeys>();
  for (const named of [...release.sheets, ...release.entries]) keys.set(named, keyParties(named));
  const keysOf = (named: ReleaseSheet | ReleaseEntry): PartyKeys => keys.get(named) ?? keyParties(named);
  const firsts = [...new Map(release.sheets.toReversed().map((sheet) => [listingKey(sheet), sheet])).values()];
  firsts.sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) || a.number - b.number);
  const completeFields = findCompleteFields(release);
  const groups = groupListings(firsts, keysOf, completeFields);
  return { ...release, firsts, completeFields, keysOf, groups };
}

export function checkRelease(checked: CheckedRelease): readonly ReleaseDisagreement[] {
  const sums: readonly SumDisagreement[] = checked.tables.flatMap(findSumDisagreements);
  const oneToOne = findOneToOneDifferences(checked.tables).map(
    ({ column, byField, byCountry, line, row }): ReleaseDisagreement => ({
      code: "table_cell_differs",
      rule: "C3",
      line,
      values: { table: "by-country", row, column, printed: byCountry, recounted: byField },
    }),
  );
  return [
    ...sums,
    ...oneToOne,
    ...findCellDisagreements(checked),
    ...findContentsDisagreements(checked),
    ...findRelistingDisagreements(checked),
  ];
}

function findCompleteFields(release: Release): ReadonlySet<Field> {
  const present = new Set(release.sheets.map(listingKey));
  return new Set(
    FIELDS.filter((field) => {
      const own = release.entries.filter((entry) => entry.field === field);
      if (own.length === 0) return isEmptyField(release, field);
      return own.every((entry) => present.has(listingKey(entry)));
    }),
  );
}

/** Contents without an entry say nothing about a field; together with a table that prints none they do. */
function isEmptyField({ sheets, entries, tables }: Release, field: Field): boolean {
  if (entries.length === 0 || sheets.some((sheet) => sheet.field === field)) return false;
  const total = tables.find(({ id }) => id === "by-field")?.rows.find(({ kind }) => kind === "total");
  return total !== undefined && (total.cells[field]?.n ?? 0) === 0;
}
