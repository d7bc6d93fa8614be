/**
 * Findings about personal data (個人情報) in what drafts say: mobile numbers, names of young people taking part.
 *
 * They warn and block nothing by themselves; before the draft is published as a record, somebody settles them with a
 * reason. The finding names the place and not the data.
 */
import type { SourceText } from "../documents/source-text.ts";
import type { Finding, Place } from "../kernel/finding.ts";
import { findPersonalData } from "../kernel/personal-data.ts";
import { type PersonalDataWarning, warnPersonalData } from "../registry/index.ts";
import type { DocumentReading, PlacedFinding } from "./document-reading.ts";
import { type ContributedRecord, isContributed, type StoredRecord } from "./draft-record.ts";
import { factsOfDraft } from "./facts-of-draft.ts";
import { personalFindingMessage } from "./messages.ja.ts";
import { PERSONAL_CODES, type PersonalFindingCode } from "./personal-finding-code.ts";

type Source = Pick<SourceText, "name" | "sha256" | "lines">;

export function withPersonalFindings(reading: DocumentReading, source: Source): DocumentReading {
  const own = reading.drafts.flatMap((record, draft): PlacedFinding[] =>
    (isContributed(record) ? warnContributed(record) : warnPersonalData(factsOfDraft(record, source))).map(
      (warning) => ({
        finding: findingOf(warning, placeOf(record, warning, source)),
        draft,
      }),
    ),
  );
  if (own.length === 0) return reading;
  const report = { ...reading.report, findings: [...reading.report.findings, ...own.map(({ finding }) => finding)] };
  return { ...reading, findings: [...reading.findings, ...own], report };
}

/** Whatever its facts are called: they are texts in a document. A passage is told once, wherever else it stands too. */
function warnContributed({ facts }: Pick<ContributedRecord, "facts">): readonly PersonalDataWarning[] {
  const found = [...new Set(textsIn(facts))].flatMap(findPersonalData);
  return [...Map.groupBy(found, ({ kind, text }) => `${kind} ${text}`).values()].flatMap(([first]) =>
    first === undefined ? [] : [{ fact: "activities" as const, ...first }],
  );
}

/** Of corrected facts: a finding for each passage that none of the earlier versions had. */
export function newPersonalFindings(facts: unknown, earlier: readonly unknown[]): readonly Finding[] {
  const known = new Set(earlier.flatMap((version) => warnContributed({ facts: version }).map(({ text }) => text)));
  return warnContributed({ facts })
    .filter(({ text }) => !known.has(text))
    .map((warning) => findingOf(warning, {}));
}

/** Codes of what looks like personal data in the facts. */
export function personalCodesIn(facts: unknown): ReadonlySet<string> {
  return new Set(warnContributed({ facts }).map(({ kind }) => PERSONAL_CODES[kind]));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(textsIn);
}

function findingOf({ kind, fact }: PersonalDataWarning, at: Place): Finding<PersonalFindingCode> {
  const code = PERSONAL_CODES[kind];
  return { code, severity: "warning", rule: null, at, message: personalFindingMessage(code, fact), values: { fact } };
}

/** The cell of a table, else the line of the sheet that holds the passage; a passage over two lines stands at the first. */
function placeOf(record: StoredRecord, { fact, text }: PersonalDataWarning, { lines }: Source): Place {
  if (record.kind === "agreement-row") {
    const cell = record.cells[fact];
    return cell === undefined ? { sheet: record.sheet } : { sheet: record.sheet, cell };
  }
  if (record.lines === null) return {};
  const [first, last] = record.lines;
  const own = lines.filter(({ line }) => line >= first && line <= last);
  const hit = own.find((line) => line.text.includes(text)) ?? own.find((line) => line.text.includes(text.slice(0, 3)));
  const page = hit?.page ?? own[0]?.page;
  return { line: hit?.line ?? first, ...(page == null ? {} : { page }) };
}
