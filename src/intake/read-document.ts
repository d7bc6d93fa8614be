/**
 * What `import --dry-run --json` prints: the reading of a document without a database. A document that no layout
 * recognises, or in which the layout a person named finds nothing, is no fault; it gets `layout: null` and an error.
 */
import type { SourceText } from "../documents/source-text.ts";
import type { ImportReport } from "./document-reading.ts";
import { agreementLayouts, chooseLayout, findsNothing, type LayoutChoice, type ReadingLayout } from "./layouts.ts";
import { nothingOfLayout, unrecognised } from "./messages.ja.ts";
import { withoutMailboxes } from "./without-mailboxes.ts";

export function readDocument(
  source: SourceText,
  choice: LayoutChoice = "auto",
  layouts: readonly ReadingLayout[] = agreementLayouts,
): ImportReport {
  const layout = chooseLayout(layouts, source, choice);
  const report = layout?.report(source);
  if (report !== undefined && !findsNothing(report)) return withoutMailboxes(report);
  return withoutMailboxes(reportUnrecognised(source, choice === "auto" ? unrecognised : nothingOfLayout(choice)));
}

function reportUnrecognised({ name, sha256, lines, findings }: SourceText, message: string): ImportReport {
  return {
    document: { name, sha256, lines: lines.length },
    layout: null,
    records: [],
    findings: [
      ...findings,
      { code: "unreadable", severity: "error", rule: null, at: { line: 1 }, message, values: {} },
    ],
  };
}
