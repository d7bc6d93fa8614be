/**
 * The order of test files. Vitest takes the longest first, but in a fresh clone it knows sizes only, and a short file
 * that opens many pages would come last and keep one processor busy while the others wait.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Parts of file names, the longest first; whatever else there is follows as Vitest would have it. */
const LONGEST = [
  ...["accessible-pages", "backup-and-restore", "start-and-stop", "accessible-programmes", "excel-round-trip"],
  ...["command-line", "office/sign-in", "cli/report", "cli/user", "programmes/grid.test", "programmes/forms.test"],
  ...[
    "permissions/routes",
    "permissions/tables",
    "account/totp",
    "workbook-routes",
    "report/round-trip",
    "grid-routes",
  ],
  ...["write-document", "read-office", "any-request", "security/uploads", "annual-report"],
] as const;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((part) => moduleId.includes(part));
  return place === -1 ? LONGEST.length : place;
}
