/**
 * Paragraphs that stand word for word in the sheet of another agreement: the same office reusing a sentence, or a text
 * pasted under the wrong agreement (a Hokkaido town reporting about 大連市). Copies of one agreement do not count.
 *
 * Compared after NFKC without spaces, list marks and labels such as 【成果】; at least 20 characters.
 */
import { matchKey } from "../../kernel/name-key.ts";
import type { Field } from "../../registry/index.ts";
import { find, type SurveyFinding } from "./findings.ts";
import type { SheetReading, TextSection } from "./sheet.ts";

const SHORTEST = 20;
const BEGINNING = 20;
const TEXT_SECTIONS: readonly TextSection[] = ["background", "activities", "outcomes"];

type Placed = SheetReading & Readonly<{ record: { field: Field; number: number } }>;
type Occurrence = Readonly<{ reading: Placed; section: TextSection; line: number; text: string; key: string }>;

/** @param isSameAgreement by the records' grouping; a sheet is the same agreement as itself. */
export function findCopiedText(
  readings: readonly SheetReading[],
  isSameAgreement: (a: SheetReading, b: SheetReading) => boolean,
): readonly SurveyFinding[] {
  const occurrences = readings.filter(isPlaced).flatMap(listParagraphs);
  const byKey = Map.groupBy(occurrences, ({ key }) => key);
  return [...byKey.values()].flatMap((group) => group.flatMap((one) => reportCopy(one, group, isSameAgreement)));
}

function reportCopy(
  one: Occurrence,
  group: readonly Occurrence[],
  isSameAgreement: (a: SheetReading, b: SheetReading) => boolean,
): readonly SurveyFinding[] {
  const isRepeated = group.find(({ reading }) => reading === one.reading) !== one;
  const others = group.filter(({ reading }) => !isSameAgreement(reading, one.reading));
  if (others.length === 0 || isRepeated) return [];
  const governments = new Set(one.reading.record.japan.map(matchKey));
  const sheets = [...new Map(others.map(({ reading }) => [reading, reading.record])).values()];
  const values = {
    field: one.reading.record.field,
    number: one.reading.record.number,
    section: one.section,
    others: sheets.map(({ field, number, lines }) => ({ field, number, line: lines[0] })),
    sameGovernment: sheets.every(({ japan }) => japan.some((name) => governments.has(matchKey(name)))),
    beginning: one.text.slice(0, BEGINNING),
  };
  return [find("text_copied", one.line, values)];
}

function listParagraphs(reading: Placed): readonly Occurrence[] {
  return TEXT_SECTIONS.flatMap((section) =>
    reading.paragraphs[section].flatMap(({ line, text }): Occurrence[] => {
      const words = text.replace(/^[【[［][^】\]］]{1,10}[】\]］]\s*/u, "");
      const key = words.normalize("NFKC").replace(/[\s・]/gu, "");
      return key.length < SHORTEST ? [] : [{ reading, section, line, text: words, key }];
    }),
  );
}

function isPlaced(reading: SheetReading): reading is Placed {
  return reading.record.field !== null && reading.record.number !== null;
}
