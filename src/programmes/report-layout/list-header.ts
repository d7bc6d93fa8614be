/**
 * The header row of a list of programmes: which column says what. Budget sheets (事業名, 予算額, 決算額, 国, 人数) and the boxes of
 * the report laid out as columns (事業名, 開始年度, 令和５年度実績) are both such lists.
 */
import { type FiscalYear, parseFiscalYear } from "../../kernel/fiscal-year.ts";
import { readPrinted } from "../../kernel/printed-text.ts";
import type { YearColumn } from "../programme-year.ts";
import { readKey } from "./keys.ts";
import type { Row } from "./rows.ts";

const ROLES = {
  number: /^(?:番号|no\.?|№|#|整理番号)$/iu,
  title: /^(?:事業名称?|事業・?取組名|取組名|件名|細事業名?|事業)$/u,
  parent: /^(?:大事業名?|中事業名?|事業区分|施策名?|区分)$/u,
  start: /^(?:事業)?開始(?:年度|年)$/u,
  overview: /^(?:事業の?)?(?:概要|内容|目的)$/u,
  section: /^(?:所管課?|担当課?|担当部署|所属|課名|部局名?)$/u,
  fiscalYear: /^年度$/u,
  planned: /(?:当初|現計|最終|補正後)?予算(?:現?額)?$|^計画額$|^予算額/u,
  settled: /決算(?:見込)?額?$|^(?:実績額|支出済額|執行額)$/u,
  country: /^(?:国名?|国・地域名?|相手国(?:名|・地域)?|対象国|地域)$/u,
  partner: /^(?:相手先?|交流先|相手方|友好提携先|海外側|提携先)$/u,
  date: /^(?:実施|開催)?(?:日|期日|時期|期間|日程|年月日)$/u,
  place: /^(?:開催|実施|訪問)?(?:場所|地|会場|先)$/u,
  people: /(?:人数|人員|者数)$/u,
  status: /^(?:実施状況|状況|実施の有無|実績)$/u,
  source:
    /^(?:国庫(?:支出金|補助金)?|県(?:支出金|補助金)|都道府県支出金|一般財源|特定財源|地方債|その他(?:財源)?|.{2,12}(?:助成金|補助金|交付金|基金))$/u,
} as const;

export type ListRole = keyof typeof ROLES | "yearText" | "unknown";

export type ListColumn = Readonly<{
  index: number;
  /** As printed. */
  header: string;
  role: ListRole;
  /** Named in the header itself: 令和６年度予算額. */
  fiscalYear: FiscalYear | null;
  /** For `yearText`. */
  column: YearColumn | null;
  /** 1000 for （千円）. */
  factor: number;
}>;

const YEAR = /^(?:(?:令和|平成|昭和|[RHS])(?:\d{1,2}|元)|\d{4})年度/u;
const UNIT = /[（(](?:単位[：:]?)?(?<unit>千円|万円|百万円|円|人|名|件)[）)]/u;
const FACTORS: Readonly<Record<string, number>> = { 千円: 1000, 万円: 10_000, 百万円: 1_000_000 };

/** The columns when the row is a header: a title and at least one column that a box would not have beside it. */
export function readHeader({ cells }: Row, sheetFactor: number): readonly ListColumn[] | null {
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  if (filled < 3) return null;
  const columns = cells.map((cell, index) => columnOf(cell, index, sheetFactor));
  const known = columns.filter(({ role }) => role !== "unknown");
  const isHeader = columns.some(({ role }) => role === "title") && known.length >= 3 && known.length * 2 > filled;
  return isHeader ? columns : null;
}

function columnOf(cell: string, index: number, sheetFactor: number): ListColumn {
  const header = cell.replace(/\s+/gu, "");
  const plain = readPrinted(header).plain;
  const unit = UNIT.exec(plain)?.groups?.unit;
  const factor = unit === undefined ? sheetFactor : (FACTORS[unit] ?? 1);
  const base = { index, header: cell.trim(), fiscalYear: null, column: null, factor };
  if (header === "") return { ...base, role: "unknown" };
  const key = readKey(plain);
  if (key?.key.kind === "year" && key.rest === "") {
    return { ...base, role: "yearText", fiscalYear: key.key.fiscalYear, column: key.key.column };
  }
  const year = YEAR.exec(plain)?.[0];
  const fiscalYear = year === undefined ? null : parseFiscalYear(year);
  const words = plain
    .replace(UNIT, "")
    .slice(year?.length ?? 0)
    .replace(/^の/u, "");
  const role = (Object.keys(ROLES) as (keyof typeof ROLES)[]).find((one) => ROLES[one].test(words)); // keys of the table above
  return { ...base, role: role ?? "unknown", fiscalYear: fiscalYear?.ok === true ? fiscalYear.value : null };
}

/** 単位：千円 above the table goes for its money columns. */
export function factorIn(text: string): number {
  const unit = /単位[：:]?\s*(?<unit>千円|万円|百万円)/u.exec(readPrinted(text).plain)?.groups?.unit;
  return unit === undefined ? 1 : (FACTORS[unit] ?? 1);
}

/** The one fiscal year a text names, or null. */
export function fiscalYearIn(text: string): FiscalYear | null {
  const plain = readPrinted(text).plain.replace(/ /gu, "");
  const found = plain.match(/(?:(?:令和|平成|昭和)(?:\d{1,2}|元)|(?<![A-Za-z])[RHS]\d{1,2}|\d{4})年度/gu) ?? [];
  const years = [
    ...new Set(
      found.flatMap((year) => {
        const read = parseFiscalYear(year);
        return read.ok ? [read.value] : [];
      }),
    ),
  ];
  return years.length === 1 ? (years[0] ?? null) : null;
}
