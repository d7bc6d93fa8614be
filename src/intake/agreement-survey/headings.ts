/**
 * Headings of the survey report: field (①教育交流), sheet (1. 題名), sections (1)–(7) of a sheet, the mark 【再掲】.
 *
 * A section heading is told by its number and its wording together: body lines such as 「(1) 相互交流の促進」 are text.
 * Brackets and digits may be half- or full-width, digits may have spaces between them.
 */

export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type SectionHeading = Readonly<{
  section: SectionNumber;
  /** False when the number is missing or another one: then the order has to confirm it. */
  numbered: boolean;
  label: string;
  /** False when the words are not those of the form. */
  standard: boolean;
  /** What stands behind the heading on the same line. */
  rest: string;
}>;

export type NumberHeading = Readonly<{ number: number; asPrinted: string; damaged: boolean; title: string }>;
export type FieldMark = Readonly<{ mark: string; label: string }>;

type Wording = Readonly<{ section: SectionNumber; standard: string; pattern: RegExp }>;

const WORDINGS: readonly Wording[] = [
  wording(1, "自治体名", "自治体名"),
  wording(2, "提携年月日", "(?:提携|締結)等?年月日"),
  wording(3, "提携に至った経緯", "(?:提携|締結)に至った経緯"),
  wording(4, "提携後の取組内容", "(?:提携|締結)後の取り?組み?の?内容"),
  wording(5, "取組による成果・課題等", "取り?組み?による成果(?:[・･、]課題)?等?"),
  wording(
    6,
    "取組を紹介しているホームページのURL",
    "取り?組み?を紹介している(?:ホームページ|[HＨ][PＰ])(?:の[UＵ][RＲ][LＬ])?",
  ),
  wording(7, "問い合わせ先(担当課)", "問い?合わ?せ先(?:[(（]担当課名?[)）])?"),
];

/** Longer than any heading with a space between all its characters. */
const LONGEST_WORDING = 60;
const SECTION_NUMBER = /^\s*(?:[-*]\s+)?(?:[(（]\s*([1-9１-９])\s*[)）]|([⑴-⑺]))\s*/u;
const NUMBER_WITH_DOT = /^\s*(?:[-*]\s+)?([0-9０-９](?:\s?[0-9０-９]){0,3})(\s*)[.．。､、,，]\s*(\S.*)$/u;
const NUMBER_ALONE = /^\s*([0-9０-９]{1,3})\s+(\S.*)$/u;
const FIELD = /^\s*(?:[-*]\s+)?([①-⑳])\s*([^①-⑳\t]{1,24})\s*$/u;
const RELISTING_MARK = /\s*[【[［〔(（]\s*再\s*掲\s*[】\]］〕)）]\s*|\s+再\s?掲\s*$/gu;

export function readSectionHeading(bare: string): SectionHeading | null {
  const numbered = SECTION_NUMBER.exec(bare);
  const words = numbered === null ? bare.trim() : bare.slice(numbered[0].length);
  if (!/^[自提締取問]/u.test(words)) return null;
  for (const { section, standard, pattern } of WORDINGS) {
    const match = pattern.exec(words) ?? pattern.exec(words.length > LONGEST_WORDING ? "" : words.replace(/\s+/gu, ""));
    if (match === null) continue;
    const label = (match[1] ?? "").trim();
    const rest = (match[2] ?? "").trim();
    const isStandard = plain(label) === plain(standard);
    if (numbered === null && (rest !== "" || !isStandard)) return null;
    const isNumbered = numbered !== null && digitOf(numbered[1] ?? numbered[2] ?? "") === section;
    return { section, numbered: isNumbered, label, standard: isStandard, rest };
  }
  return null;
}

/** As the form prints it: 「(2) 提携年月日」. */
export function standardHeading(section: SectionNumber): string {
  return `(${section}) ${WORDINGS.find((one) => one.section === section)?.standard ?? ""}`;
}

/** @param dotless also accept 「12 題名」; only where the surroundings already say that this is a heading. */
export function readNumberHeading(bare: string, dotless = false): NumberHeading | null {
  const dotted = NUMBER_WITH_DOT.exec(bare);
  if (dotted !== null) {
    const [, digits = "", gap = "", title = ""] = dotted;
    const damaged = gap !== "" || /\s|[０-９]/u.test(digits);
    return { number: numberOf(digits), asPrinted: digits, damaged, title: title.trim() };
  }
  const alone = dotless ? NUMBER_ALONE.exec(bare) : null;
  if (alone === null) return null;
  return { number: numberOf(alone[1] ?? ""), asPrinted: alone[1] ?? "", damaged: true, title: (alone[2] ?? "").trim() };
}

/** A circled number and a short label alone on a line. Whether it is a heading the surroundings decide. */
export function readFieldMark(bare: string): FieldMark | null {
  const match = FIELD.exec(bare.replace(/\s+$/u, ""));
  if (match === null) return null;
  return { mark: match[1] ?? "", label: (match[2] ?? "").trim() };
}

export function takeRelistingMark(title: string): Readonly<{ title: string; relisted: boolean }> {
  const bare = title.replace(RELISTING_MARK, " ").trim();
  return { title: bare, relisted: bare !== title.trim() };
}

/** For comparing labels: width and spaces do not count, characters do (經濟 is not 経済). */
export function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

/** Digits with spaces between them: what extraction does to numbers. */
export function hasSplitDigits(text: string): boolean {
  return /[0-9０-９]\s+[0-9０-９]/u.test(text);
}

function wording(section: SectionNumber, standard: string, source: string): Wording {
  return { section, standard, pattern: new RegExp(`^(${source})(?:$|[\\s:：]+(.*)$)`, "u") };
}

function numberOf(digits: string): number {
  return Number(digits.normalize("NFKC").replace(/\s+/gu, ""));
}

function digitOf(text: string): number {
  return Number(text.normalize("NFKC").replace(/[()]/gu, ""));
}
