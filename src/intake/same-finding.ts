/**
 * Findings that say the same thing at several places: one sentence repeated in thirty sheets, one country nobody knows.
 * They have the same code and the same text; what differs is only where it stands. A person looks at them together and
 * settles them with one reason, each by name.
 *
 * What looks like personal data is never the same: its finding names the place and not the data.
 */
import type { Finding } from "../kernel/finding.ts";
import { PERSONAL_CODES } from "./personal-finding-code.ts";

type Said = Pick<Finding, "code" | "severity" | "values">;

/** Values that only say where: of a sheet, a row, a programme and its year, and of others like it. */
const WHERE: ReadonlySet<string> = new Set([
  ...["field", "number", "section", "line", "firstLine", "otherLine", "sheetLine", "other", "others", "original"],
  ...["row", "firstRow", "firstSheet", "sheet", "title", "fiscalYear", "column"],
]);

const ALWAYS_ALONE: ReadonlySet<string> = new Set([...Object.values(PERSONAL_CODES), "personal_mailbox"]);

/** The same for findings of the same code and text; undefined where each has to be looked at by itself. */
export function sameFindingKey({ code, severity, values }: Said): string | undefined {
  if (ALWAYS_ALONE.has(code)) return undefined;
  const said = Object.entries(values)
    .filter(([name]) => !WHERE.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([code, severity, said]);
}

/** Groups of two and more, in the order of their first finding. */
export function groupSameFindings<One extends Said>(findings: readonly One[]): readonly (readonly One[])[] {
  return [...Map.groupBy(findings, (finding) => sameFindingKey(finding) ?? "")].flatMap(([key, group]) =>
    key === "" || group.length < 2 ? [] : [group],
  );
}
