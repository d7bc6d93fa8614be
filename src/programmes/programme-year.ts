/**
 * One fiscal year of a programme (事業): plan (計画) and result (実績) side by side, each as printed and as read.
 *
 * An entry is one printed cell: a fiscal year and a column. 「計画（実績を含む）」 is a column of its own, since it says
 * neither plan nor result. Source: annual report of programmes (国際交流事業実績と計画).
 */
import type { FiscalYear } from "../kernel/fiscal-year.ts";
import type { StatedDate } from "./stated-date.ts";
import type { ItemStatus, PostStatus, YearStatus } from "./year-status.ts";

export const YEAR_COLUMNS = ["plan", "plan_including_results", "result"] as const;
export type YearColumn = (typeof YEAR_COLUMNS)[number];

/** 派遣 or 受入, seen from the body that runs the programme. */
export const DIRECTIONS = ["sent", "received"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export type YearEntry = Readonly<{
  fiscalYear: FiscalYear;
  column: YearColumn;
  status: YearStatus;
  /** The sentence that gives the status, as printed: 隔年実施のため計画なし. */
  reasonAsPrinted: string | null;
  items: readonly YearItem[];
  events: readonly YearEvent[];
  quantities: readonly YearQuantity[];
  people: readonly PeopleCount[];
  budget: YearBudget | null;
  /** Notes with ※ that stand apart. */
  notes: readonly string[];
  /** The whole wording, lines that the print broke joined; "" when nothing was written. */
  text: string;
  /** First and last line in the document it was read from. */
  lines: readonly [number, number] | null;
}>;

/** A sub-item: (1), ⑴, ①, ・. */
export type YearItem = Readonly<{
  /** As printed; null when only its place makes it an item. */
  mark: string | null;
  /** 1 for (1) and ・, 2 for ① below it. */
  level: 1 | 2;
  label: string;
  status: ItemStatus;
  reasonAsPrinted: string | null;
  text: string;
  post: Post | null;
}>;

/** A post (国際交流員 and the like), one for each nationality as printed. */
export type Post = Readonly<{
  /** CIR, 国際交流員, ALT. */
  title: string;
  /** As printed: 中国, 英国. */
  nationality: string;
  country: string | null;
  status: PostStatus;
  /** 2 for 2年目; null when not printed. */
  yearOfService: number | null;
  /** When the appointment began. */
  since: StatedDate | null;
  reasonAsPrinted: string | null;
}>;

export type YearEvent = Readonly<{
  /** As printed, 第24回 included. */
  name: string;
  edition: number | null;
  date: StatedDate | null;
  place: string | null;
  status: YearStatus;
  direction: Direction | null;
  /** 関連事業, 内容. */
  related: readonly string[];
  /** Label of the sub-item it stands in. */
  item: string | null;
  /** 見込み: computed from earlier turns, nobody has decided it. */
  isEstimate: boolean;
}>;

export type YearQuantity = Readonly<{
  label: string;
  /** Null for a range. */
  value: number | null;
  range: Readonly<{ from: number | null; to: number | null }> | null;
  unit: string | null;
  isApproximate: boolean;
  asOf: StatedDate | null;
  period: StatedDate | null;
  /** Label of the total in the same entry that contains this number (内数). */
  subsetOf: string | null;
  /** True for a planned figure, false for a reached one, null when the print does not say. */
  plan: boolean | null;
  /** Label of the sub-item it stands in. */
  item: string | null;
  asPrinted: string;
}>;

export type PeopleCount = Readonly<{
  direction: Direction | null;
  /** 受入者, 派遣者 as printed. */
  label: string;
  /** The country or place as printed; null when none is named. */
  place: string | null;
  country: string | null;
  count: number;
  plan: boolean | null;
  asPrinted: string;
}>;

export type FundingSource = Readonly<{ name: string; amountYen: number }>;

export type YearBudget = Readonly<{
  /** 予算額; null when not stated. */
  plannedYen: number | null;
  /** 決算額; null until the year is settled. */
  settledYen: number | null;
  sources: readonly FundingSource[];
  asPrinted: readonly string[];
}>;

export type SideBySide = Readonly<{ fiscalYear: FiscalYear; plan: YearEntry | null; result: YearEntry | null }>;

/** Newest year first. A column 「計画（実績を含む）」 stands on the side of the plan. */
export function sideBySide(years: readonly YearEntry[]): readonly SideBySide[] {
  const fiscalYears = [...new Set(years.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => b - a);
  return fiscalYears.map((fiscalYear) => {
    const own = years.filter((entry) => entry.fiscalYear === fiscalYear);
    const plan = own.find(({ column }) => column === "plan") ?? null;
    const open = own.find(({ column }) => column === "plan_including_results") ?? null;
    return { fiscalYear, plan: open ?? plan, result: own.find(({ column }) => column === "result") ?? null };
  });
}

/** What is known about a year in the end: its result, else the column with results, else the plan. */
export function latestEntry(years: readonly YearEntry[], fiscalYear: FiscalYear): YearEntry | undefined {
  const { result = null, plan = null } = sideBySide(years).find((year) => year.fiscalYear === fiscalYear) ?? {};
  return result ?? plan ?? undefined;
}

export function postsOf({ items }: Pick<YearEntry, "items">): readonly Post[] {
  return items.flatMap(({ post }) => post ?? []);
}

export function emptyEntry(fiscalYear: FiscalYear, column: YearColumn, status: YearStatus): YearEntry {
  return {
    ...{ fiscalYear, column, status, reasonAsPrinted: null, items: [], events: [], quantities: [], people: [] },
    ...{ budget: null, notes: [], text: "", lines: null },
  };
}
