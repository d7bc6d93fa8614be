/** A report of programmes as intake stores it: each programme a draft, each finding with the draft it stands in. */
import type { SourceText } from "../../documents/source-text.ts";
import type { ContributedRecord, DocumentReading, PlacedFinding } from "../../intake/index.ts";
import type { ProgrammeFacts, ProgrammeRecord } from "../programme.ts";
import { programmeFactsOf } from "../recorded-programme.ts";
import type { ReportFinding } from "../report-layout/findings.ts";
import { PROGRAMME_REPORT, readProgrammeReport } from "../report-layout/programme-report.ts";
import { type StatedOwner, statedOwner } from "./stated-owner.ts";

export function readReport(source: SourceText, kind: ContributedRecord["kind"]): DocumentReading {
  const { drafts, findings } = readProgrammeReport(source);
  const ofReader = source.findings.map((finding): PlacedFinding => ({ finding, draft: null }));
  const placed = findings.map((finding): PlacedFinding => ({ finding, draft: placeOf(finding, drafts) }));
  const owner = statedOwner(source, drafts[0]?.lines?.[0] ?? null);
  return {
    layout: PROGRAMME_REPORT,
    drafts: drafts.map((record, index) => draftOf(record, index, kind, owner)),
    findings: [...ofReader, ...placed],
    ...{ toc: [], tables: [], mapping: null },
    report: {
      document: { name: source.name, sha256: source.sha256, lines: source.lines.length },
      layout: PROGRAMME_REPORT,
      records: drafts,
      findings: [...source.findings, ...findings],
    },
  };
}

function draftOf(
  record: ProgrammeRecord,
  index: number,
  kind: ContributedRecord["kind"],
  owner: StatedOwner | undefined,
): ContributedRecord {
  const { number, lines } = record;
  return {
    ...{ kind, lines, relisted: false, ...headingOf(record) },
    place: `${number ?? index + 1}`,
    ...(owner === undefined ? {} : { statedOwner: owner }),
    facts: programmeFactsOf(record),
  };
}

export function headingOf({ title, partners }: Pick<ProgrammeFacts, "title" | "partners">) {
  return { title, summary: partners.map(({ name }) => name).join("、") };
}

/** The box on whose lines it stands; in a list without lines the programme it names. */
function placeOf({ at, values }: ReportFinding, drafts: readonly ProgrammeRecord[]): number | null {
  const { line } = at;
  const within = drafts.findIndex(
    ({ lines }) => line !== undefined && lines !== null && lines[0] <= line && line <= lines[1],
  );
  if (within >= 0) return within;
  const named: Readonly<{ number?: unknown; title?: unknown }> = values;
  const found = drafts.findIndex(({ number, title }) => title === named.title && number === (named.number ?? null));
  return found >= 0 ? found : null;
}
