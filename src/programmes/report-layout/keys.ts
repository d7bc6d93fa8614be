/**
 * The printed keys of a programme's box: 事業名, 開始年度, 事業概要, 令和５年度実績, 令和６年度計画（実績を含む） and their kin.
 *
 * A key stands at the beginning of a line or fills a table cell. Its characters may have spaces between them (PDF) and
 * its digits any width; it may be broken over lines, which `boxes` puts together before it asks here.
 */
import { type FiscalYear, parseFiscalYear } from "../../kernel/fiscal-year.ts";
import { readPrinted } from "../../kernel/printed-text.ts";
import type { YearColumn } from "../programme-year.ts";

export type BoxKey =
  | Readonly<{ kind: "title"; number: number | null }>
  | Readonly<{ kind: "start" | "overview" | "remarks" }>
  | Readonly<{ kind: "year"; fiscalYear: FiscalYear; column: YearColumn }>;

/** `rest` is what stands behind the key on the same line. */
export type FoundKey = Readonly<{ key: BoxKey; rest: string }>;

const spaced = (word: string) => [...word].join(" *");
const any = (...words: readonly string[]) => `(?:${words.map(spaced).join("|")})`;
/** What may follow a key: a gap, a colon, or nothing. */
const STOP = "(?: *[::] *| +|$)";
const NUMBER = String.raw`(?:[(【\[]? *(?<number>\d{1,3}) *[)】\].、]? *)?`;
const YEAR = String.raw`(?:(?:令 *和|平 *成|昭 *和|[RHS]) *(?:\d *\d?|元) *(?:\( *\d{4} *\) *)?|\d{4} *(?:\([^()]{2,5}\) *)?)年 *度`;

const TITLE = new RegExp(`^ *${NUMBER}${any("事業名称", "事業名", "事業・取組名", "取組名")}${STOP}`, "u");
const START = new RegExp(
  `^ *${any("事業開始年度", "開始年度", "事業開始年月", "開始年月", "事業開始年", "開始年", "開始時期")}${STOP}`,
  "u",
);
const OVERVIEWS = [
  ...[
    "事業の目的・概要",
    "事業の目的及び概要",
    "事業目的及び概要",
    "事業の目的",
    "事業目的・概要",
    "事業目的",
    "事業趣旨",
  ],
  ...["事業の概要", "事業概要", "概要", "目的及び概要", "目的・概要", "事業の内容", "事業内容"],
];
const OVERVIEW = new RegExp(`^ *${any(...OVERVIEWS)}${STOP}`, "u");
const REMARKS = new RegExp(`^ *${any("備考")}${STOP}`, "u");
const INCLUDING = String.raw`\( *実 *績 *(?:等 *)?(?:を *)?含 *む *\)`;
const RESULT = any("事業実績", "の実績", "実績", "実施結果", "の実施状況", "実施状況", "取組実績");
const PLAN = any("事業計画", "の計画", "計画", "の予定", "予定", "実施予定", "取組計画", "実施計画");
/** 昨年度（令和５年度）実績: the words before the year say nothing more than it. */
const RELATIVE = `(?:(?:昨|前|今|本|当|次|来|翌) *年 *度 *[(]? *)?`;
const SAYS = `(?:(?<result>${RESULT})(?<expected> *[(]? *(?:の *)?見 *込(?: *み)? *[)]?)?|(?<plan>${PLAN}))`;
const YEAR_KEY = new RegExp(
  String.raw`^ *[【\[]? *${RELATIVE}(?<year>${YEAR}) *[)]? *[(【]? *${SAYS} *[)】\]]?(?: *(?<including>${INCLUDING}))?${STOP}`,
  "u",
);
/** 実績（令和５年度） */
const YEAR_BEHIND = new RegExp(`^ *${SAYS} *[(] *(?<year>${YEAR}) *[)](?: *(?<including>${INCLUDING}))?${STOP}`, "u");
const INCLUDING_LINE = new RegExp(`^ *${INCLUDING} *`, "u");
/** A year alone, its 実績 or 計画 on the next line. */
const YEAR_ALONE = new RegExp(`^ *${YEAR}(?= |$)`, "u");
const KIND_ALONE = new RegExp(`^ *(?:${RESULT}|${PLAN})(?= |$|\\()`, "u");

/** Beginnings of keys that a line end may cut off. */
const CUT = new RegExp(
  String.raw`^ *(?:${NUMBER}(?:事|事業)|開|開始|開始年|事業概|(?:令|令和|平|平成)(?:\d{1,2}|元)?|(?:令和|平成)(?:\d{1,2}|元)年|${YEAR}(?:実|計)?|\( *実 *績? *を? *含?)$`,
  "u",
);

export function readKey(line: string): FoundKey | null {
  const { plain, quote } = readPrinted(line);
  const behind = (length: number) => quote(length, plain.length).trim();
  const title = TITLE.exec(plain);
  if (title !== null) {
    const number = title.groups?.number;
    return {
      key: { kind: "title", number: number === undefined ? null : Number(number) },
      rest: behind(title[0].length),
    };
  }
  const start = START.exec(plain);
  if (start !== null) return { key: { kind: "start" }, rest: behind(start[0].length) };
  const overview = OVERVIEW.exec(plain);
  if (overview !== null) return { key: { kind: "overview" }, rest: behind(overview[0].length) };
  const remarks = REMARKS.exec(plain);
  if (remarks !== null) return { key: { kind: "remarks" }, rest: behind(remarks[0].length) };
  return readYearKey(plain, behind);
}

function readYearKey(plain: string, behind: (length: number) => string): FoundKey | null {
  const match = YEAR_KEY.exec(plain) ?? YEAR_BEHIND.exec(plain);
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  const year = parseFiscalYear((groups.year ?? "").replaceAll(" ", ""));
  if (!year.ok) return null;
  const isOpen = groups.including !== undefined || groups.expected !== undefined;
  const column: YearColumn = isOpen ? "plan_including_results" : groups.result !== undefined ? "result" : "plan";
  return { key: { kind: "year", fiscalYear: year.value, column }, rest: behind(match[0].length) };
}

/** A line that begins with （実績を含む）: what stands behind it, or null. */
export function readIncluding(line: string): string | null {
  const { plain, quote } = readPrinted(line);
  const match = INCLUDING_LINE.exec(plain);
  return match === null ? null : quote(match[0].length, plain.length).trim();
}

/** The line ends inside a key: 令和５年 above 度実績. */
export function endsInsideKey(line: string): boolean {
  const { plain } = readPrinted(line.trim());
  return CUT.test(plain);
}

/**
 * A narrow column of keys beside its text: 「令和５年度 第１回の開催」 above 「実績 開催日：…」. Gives the key with both texts.
 */
export function readInterleavedKey(line: string, next: string): FoundKey | null {
  const [upper, lower] = [readPrinted(line), readPrinted(next)];
  const year = YEAR_ALONE.exec(upper.plain);
  const kind = KIND_ALONE.exec(lower.plain);
  if (year === null || kind === null) return null;
  const found = readKey(`${year[0]}${kind[0].trim()}`);
  if (found === null) return null;
  const texts = [upper.quote(year[0].length, upper.plain.length), lower.quote(kind[0].length, lower.plain.length)];
  return {
    key: found.key,
    rest: texts
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .join("\n"),
  };
}
