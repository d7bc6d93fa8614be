/** The layouts of all slices, and the drafts of records that intake reviews for them. */
import { agreementLayouts, type ContributedDrafts, type ReadingLayout, readingLayout } from "../intake/index.ts";
import { programmeDrafts, programmeReportLayout } from "../programmes/index.ts";

export const documentLayouts: readonly ReadingLayout[] = [...agreementLayouts, readingLayout(programmeReportLayout)];

export const contributedDrafts: readonly ContributedDrafts[] = [programmeDrafts];
