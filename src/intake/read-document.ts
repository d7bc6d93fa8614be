/**
 * What `import --dry-run --json` prints: the reading of a document without a database. A document that no layout
 * recognises is no fault; it gets `layout: null` and a finding.
 */
import type { SourceText } from "../documents/source-text.ts";
import type { ImportReport } from "./document-reading.ts";
import { agreementLayouts, chooseLayout, type LayoutChoice, type ReadingLayout } from "./layouts.ts";
import { unrecognised } from "./messages.ja.ts";
import { withoutMailboxes } from "./without-mailboxes.ts";

export function readDocument(
  source: SourceText,
  choice: LayoutChoice = "auto",
  layouts: readonly ReadingLayout[] = agreementLayouts,
): ImportReport {
  const layout = chooseLayout(layouts, source, choice);
  return withoutMailboxes(layout?.report(source) ?? reportUnrecognised(source));
}

function reportUnrecognised({ name, sha256, lines, findings }: SourceText): ImportReport {
  return {
    document: { name, sha256, lines: lines.length },
    layout: null,
    records: [],
    findings: [
      ...findings,
      { code: "unreadable", severity: "error", rule: null, at: { line: 1 }, message: unrecognised, values: {} },
    ],
  };
}
