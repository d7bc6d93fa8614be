/** What is noticed in field headings, in the contents and in the printed tables while reading them. */
import { maskPersonalMailboxes } from "../../kernel/mailbox.ts";
import { mixedScripts } from "../../kernel/mixed-script.ts";
import { FIELD_LABELS, isField } from "../../registry/index.ts";
import type { LabelPlace } from "./codes.ts";
import type { EntryReading } from "./contents.ts";
import { isStandardLabel } from "./field-labels.ts";
import { find, type SurveyFinding } from "./findings.ts";
import type { TableNotice } from "./printed-tables.ts";
import type { FieldHeading, Segments } from "./segments.ts";

export function findInFieldHeadings({ frontFields, sheetFields }: Segments): readonly SurveyFinding[] {
  return [
    ...frontFields.flatMap((heading) => checkLabel(heading, "contents")),
    ...sheetFields.flatMap((heading) => checkLabel(heading, "heading")),
  ];
}

export function findInContents(entries: readonly EntryReading[]): readonly SurveyFinding[] {
  return entries.flatMap(({ entry, damagedNumber, isSplit, hasTitle }) => {
    const { field, number, line } = entry;
    const of = { field, number };
    const findings: SurveyFinding[] = [];
    if (!hasTitle) findings.push(find("unreadable", line, { ...of, part: "contents_title", detail: "" }));
    if (!isSplit) findings.push(find("unreadable", line, { ...of, part: "contents_sides", detail: entry.foreignText }));
    if (damagedNumber !== null) {
      const read = damagedNumber.normalize("NFKC").replace(/\s+/gu, "");
      findings.push(find("number_damaged", line, { ...of, asPrinted: damagedNumber, read }));
    }
    for (const text of [entry.title, entry.foreignText, entry.japanText]) {
      for (const { script, text: found } of mixedScripts(text)) {
        findings.push(find("mixed_script", line, { ...of, text, script, found }));
      }
    }
    return findings;
  });
}

export function findInTables(notices: readonly TableNotice[]): readonly SurveyFinding[] {
  const nobody = { field: null, number: null };
  return notices.map((notice) => {
    const { line } = notice;
    if (notice.code === "unreadable")
      return find("unreadable", line, { ...nobody, part: "table_row", detail: maskPersonalMailboxes(notice.text) });
    if (notice.code === "number_damaged") {
      return find("number_damaged", line, { ...nobody, asPrinted: notice.asPrinted, read: notice.read });
    }
    const { field, label } = notice;
    const values = {
      field,
      number: null,
      where: "table",
      label: `${field}${label}`,
      standard: `${field}${FIELD_LABELS[field]}`,
    } as const;
    return find("label_differs", line, values);
  });
}

function checkLabel({ mark, label, line }: FieldHeading, where: LabelPlace): readonly SurveyFinding[] {
  if (!isField(mark))
    return [find("field_unknown", line, { field: null, number: null, mark, label: maskPersonalMailboxes(label) })];
  if (isStandardLabel(mark, label)) return [];
  const standard = `${mark}${FIELD_LABELS[mark]}`;
  return [find("label_differs", line, { field: mark, number: null, where, label: `${mark}${label}`, standard })];
}
