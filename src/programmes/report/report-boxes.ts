/** The numbered boxes of the annual report, one for each programme, under the heading of their office. */
import type { Block, Box, BoxRow } from "../../documents/document.ts";
import { formatFiscalYear } from "../../kernel/fiscal-year.ts";
import { columnWords } from "../messages.ja.ts";
import { type ProgrammeFacts, type StartYear, shortTitle } from "../programme.ts";
import type { YearColumn, YearEntry } from "../programme-year.ts";
import { readBox } from "../report-layout/programme-of-box.ts";
import { fiscalYearIn } from "../report-layout/start-year.ts";
import { composeRemarks } from "./compose-remarks.ts";
import { composeYear } from "./compose-year.ts";
import { cellWords } from "./messages.ja.ts";
import type { BoxPart, ReportTemplate } from "./report-template.ts";
import type { ReportedProgramme, ReportedSection } from "./reported-programmes.ts";

export function reportBoxes(
  sections: readonly ReportedSection[],
  template: ReportTemplate,
  fiscalYear: number,
): readonly Block[] {
  return sections.flatMap(({ name, programmes }): readonly Block[] => [
    ...(name === null ? [] : [{ kind: "heading", level: 2, text: name, isNumbered: true } as const]),
    ...programmes.map((one) => boxOf(one, template, fiscalYear)),
  ]);
}

/** Boxes may stand below the office or, without one, below the title. */
function boxOf(reported: ReportedProgramme, template: ReportTemplate, fiscalYear: number): Box {
  const { facts, number, previous, current } = reported;
  // Composed once: 備考 asks what they say, too.
  const cells = { previous: cellOf(facts, previous), current: cellOf(facts, current) };
  const rows = template.rows.flatMap(({ part, label }): readonly BoxRow[] => {
    const content = contentOf(part, reported, cells);
    if (part === "remarks" && content === null) return [];
    return [{ label: labelOf(part, label, reported, fiscalYear), content: content ?? cellWords.notStated }];
  });
  return {
    ...{ kind: "box", level: facts.section === null ? 2 : 3, number: String(number) },
    ...{ titleLabel: template.titleLabel, title: titleOf(facts), rows },
  };
}

function titleOf({ title, titleNote }: ProgrammeFacts): string {
  // ※ makes it a note; without it a reader takes it for a part of the title.
  return titleNote === null ? title : `${title}\n（${titleNote.startsWith("※") ? "" : "※"}${titleNote}）`;
}

function labelOf(part: BoxPart, label: string, { previous, current }: ReportedProgramme, fiscalYear: number): string {
  if (part !== "previous" && part !== "current") return label;
  const column: YearColumn =
    part === "previous" ? (previous?.column ?? "result") : (current?.column ?? "plan_including_results");
  return label
    .replaceAll("{年度}", formatFiscalYear(part === "previous" ? fiscalYear - 1 : fiscalYear))
    .replaceAll("{区分}", columnWords[column].replace("（", "\n（"));
}

type Cells = Readonly<Record<"previous" | "current", string | null>>;

function contentOf(part: BoxPart, reported: ReportedProgramme, cells: Cells): string | null {
  const { facts } = reported;
  switch (part) {
    case "start":
      return facts.startFiscalYear === null ? null : startWords(facts.startFiscalYear);
    case "overview":
      return facts.overview;
    case "previous":
      return cells.previous;
    case "current":
      return cells.current;
    case "remarks": {
      const lines = composeRemarks(facts, readWithoutRemarks(reported, cells));
      return lines.length === 0 ? null : lines.join("\n");
    }
  }
}

/** A year entered without 年度 (昭和57年) is printed as the fiscal year it was taken for. */
function startWords({ asPrinted, fiscalYear }: StartYear): string {
  const read = fiscalYearIn(asPrinted);
  return fiscalYear !== null && read !== fiscalYear ? formatFiscalYear(fiscalYear) : asPrinted;
}

function cellOf(facts: ProgrammeFacts, entry: YearEntry | null): string | null {
  if (entry === null) return null;
  return composeYear(entry, { title: shortTitle(facts), partners: facts.partners, words: cellWords }).join("\n");
}

function readWithoutRemarks({ number, facts, previous, current }: ReportedProgramme, cells: Cells): ProgrammeFacts {
  const lines = (text: string | null) => (text ?? "").split("\n").map((line) => ({ text: line, at: {} }));
  const entries = [
    { entry: previous, cell: cells.previous },
    { entry: current, cell: cells.current },
  ];
  const parts = [
    { key: { kind: "title", number } as const, at: {}, lines: lines(titleOf(facts)) },
    { key: { kind: "overview" } as const, at: {}, lines: lines(facts.overview) },
    ...entries.flatMap(({ entry, cell }) => {
      if (entry === null) return [];
      const key = { kind: "year", fiscalYear: entry.fiscalYear, column: entry.column } as const;
      return [{ key, at: {}, lines: lines(cell) }];
    }),
  ];
  return readBox({ number, section: facts.section, parts, unknown: [], at: {}, lines: null }, null).record;
}
