/**
 * The ways in which offices print one date: 平成20（2010）年11月4日, 平成18年(2006)年3月16日, 2010年, H9.12.12,
 * 1991/7/9（H3）, 令和6年度. Finds them in a text and says what each part reads; judges nothing.
 */
import { type Era, findEra } from "./era.ts";

export type Notation = Readonly<{
  start: number;
  end: number;
  era: Era | null;
  eraYear: number | null;
  western: number | null;
  isFiscalYear: boolean;
  month: number | null;
  day: number | null;
}>;

const digits = String.raw`\d(?: ?\d)*`;
const number = `(?:元|${digits}|[〇一二三四五六七八九十]+)`;
const letter = String.raw`(?<![A-Za-z])[MTSHR](?= ?(?:\d|元))`;
const era = `(?<era>明治|大正|昭和|平成|令和|${letter}) *`;
const eraYear = `(?<eraYear>${number}) *`;
const western = String.raw`(?<western>\d(?: ?\d){3}|[〇一二三四五六七八九]{4}) *`;
const month = `(?<month>${number}) *月`;
const day = `(?<day>${number}) *日`;
/** What may follow the year: 度, or a month, or a month and a day. */
const rest = `(?: *(?<fiscal>度)| *${month}(?: *${day})?)?`;
const separated = String.raw`(?<sep>[./-]) *(?<month>\d{1,2})(?: *\k<sep> *(?<day>\d{1,2}))?(?!\d)`;
const eraBracket = String.raw`\( *${era}${eraYear}年? *\)`;
const westernBracket = String.raw`\( *${western}年? *\)`;

const PATTERNS: readonly RegExp[] = [
  `${era}${eraYear}(?:年 *(?:${westernBracket} *年?)?)${rest}`,
  String.raw`${era}${eraYear}\( *${western}年 *\) *年?${rest}`,
  String.raw`${era}${eraYear}\( *${western}\) *年${rest}`,
  String.raw`(?<!\d)${western}(?:年 *(?:${eraBracket} *年?)?)${rest}`,
  String.raw`(?<!\d)${western}\( *${era}${eraYear}年 *\) *年?${rest}`,
  String.raw`(?<!\d)${western}\( *${era}${eraYear}\) *年${rest}`,
  String.raw`${era}(?<eraYear>\d{1,2}) *${separated}(?: *${westernBracket})?`,
  String.raw`(?<!\d)${western}${separated}(?: *${eraBracket})?`,
  String.raw`(?<era>${letter}) *(?<eraYear>\d{1,2})(?!\d)(?: *${westernBracket})?`,
].map((source) => new RegExp(source, "yu"));

const anchor = /[明大昭平令MTSHR\d〇一二三四五六七八九]/gu;

/**
 * The first date at or after `from`, in text as `readPrinted().plain`; `isShort` when its 年 stands only behind the last
 * year of the period (平成22 in 平成22～24年度). Looks only where a date can begin, so that long texts cost little.
 */
export function findNotation(plain: string, from: number): Readonly<{ notation: Notation; isShort: boolean }> | null {
  anchor.lastIndex = from;
  for (let at = anchor.exec(plain)?.index; at !== undefined; at = anchor.exec(plain)?.index) {
    const short = readShortStart(plain, at);
    if (short !== null) return { notation: short, isShort: true };
    const notation = readNotationAt(plain, at);
    if (notation !== null) return { notation, isShort: false };
  }
  return null;
}

/** The date that begins exactly there; of several readings the longest. */
export function readNotationAt(plain: string, at: number): Notation | null {
  let longest: Notation | null = null;
  for (const pattern of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(plain);
    if (match === null) continue;
    const end = at + match[0].length;
    if (longest === null || end > longest.end) longest = toNotation(match, at, end);
  }
  return longest;
}

const shortStart = new RegExp(`${era}${eraYear}(?=[~〜–—―-] *${number} *年)`, "yu");

function readShortStart(plain: string, at: number): Notation | null {
  shortStart.lastIndex = at;
  const match = shortStart.exec(plain);
  return match === null ? null : toNotation(match, at, at + match[0].trimEnd().length);
}

const elided = new RegExp(
  `(?:${eraYear}年(?:${rest})|${month.replace("month", "month2")}(?: *${day.replace("day", "day2")})?|${day.replace("day", "day3")})(?![間後以目])`,
  "yu",
);

/** The second date of a period with what it shares with the first left out: 12月 in 昭和60年11月～12月. */
export function readElided(plain: string, at: number, start: Notation): Notation | null {
  elided.lastIndex = at;
  const match = elided.exec(plain);
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  if (groups.eraYear !== undefined && start.era === null) return null;
  const own = toNotation(match, at, at + match[0].length);
  const ownMonth = own.month ?? readNumber(groups.month2);
  const isYear = groups.eraYear !== undefined;
  return {
    ...own,
    era: start.era,
    eraYear: isYear ? own.eraYear : start.eraYear,
    western: isYear ? null : start.western,
    month: ownMonth ?? (isYear ? null : start.month),
    day: own.day ?? readNumber(groups.day2) ?? readNumber(groups.day3),
  };
}

function toNotation(match: RegExpExecArray, start: number, end: number): Notation {
  const groups = match.groups ?? {};
  return {
    start,
    end,
    era: groups.era === undefined ? null : (findEra(groups.era) ?? null),
    eraYear: readNumber(groups.eraYear),
    western: readNumber(groups.western),
    isFiscalYear: groups.fiscal !== undefined,
    month: readNumber(groups.month),
    day: readNumber(groups.day),
  };
}

const KANJI_DIGITS = "〇一二三四五六七八九";

function readNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  const compact = text.replaceAll(" ", "");
  if (compact === "元") return 1;
  if (/^\d+$/u.test(compact)) return Number(compact);
  if (!compact.includes("十")) return Number([...compact].map((c) => KANJI_DIGITS.indexOf(c)).join(""));
  const [tens = "", ones = ""] = compact.split("十");
  return (tens === "" ? 1 : KANJI_DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : KANJI_DIGITS.indexOf(ones));
}
