/** The layouts of all slices: what `import --dry-run` can read. */
import { agreementLayouts, type ReadingLayout, readingLayout } from "../intake/index.ts";
import { programmeReportLayout } from "../programmes/index.ts";

export const documentLayouts: readonly ReadingLayout[] = [...agreementLayouts, readingLayout(programmeReportLayout)];
