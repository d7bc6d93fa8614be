/**
 * How a body wants its annual report: title, the rows of a box with their words and order, and which tables follow.
 *
 * Source of the default: 国際交流事業実績と計画 (boxes 事業名・開始年度・事業概要・前年度実績・当年度計画（実績を含む）).
 */
import { z } from "zod";

export const BOX_PARTS = ["start", "overview", "previous", "current", "remarks"] as const;
export type BoxPart = (typeof BOX_PARTS)[number];

export const REPORT_TABLES = ["statuses", "events", "people", "budget", "differences"] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];

const words = (longest: number) => z.string().trim().min(1).max(longest);

export const reportTemplateSchema = z.strictObject({
  title: words(80),
  titleLabel: words(20),
  /** Each part at most once, in the order printed. `{年度}` stands for the year, `{区分}` for 実績 or 計画（実績を含む）. */
  rows: z
    .array(z.strictObject({ part: z.enum(BOX_PARTS), label: words(30) }))
    .min(1)
    .refine((rows) => new Set(rows.map(({ part }) => part)).size === rows.length, "part_twice")
    .refine((rows) => rows.every(({ part, label }) => !isYear(part) || label.includes("{年度}")), "year_missing"),
  tables: z.array(z.enum(REPORT_TABLES)),
});

export type ReportTemplate = Readonly<z.infer<typeof reportTemplateSchema>>;

function isYear(part: BoxPart): boolean {
  return part === "previous" || part === "current";
}

export const DEFAULT_TEMPLATE: ReportTemplate = {
  title: "国際交流事業実績と計画",
  titleLabel: "事業名",
  rows: [
    { part: "start", label: "開始年度" },
    { part: "overview", label: "事業概要" },
    { part: "previous", label: "{年度}{区分}" },
    { part: "current", label: "{年度}{区分}" },
    { part: "remarks", label: "備考" },
  ],
  tables: [...REPORT_TABLES],
};
