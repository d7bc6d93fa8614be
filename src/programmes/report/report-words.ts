/** The words of the report by language. */
import { reportWords as en } from "./messages.en.ts";
import { reportWords as ja, type ReportWords } from "./messages.ja.ts";

export type ReportLanguage = "ja" | "en";
export const reportWords: Readonly<Record<ReportLanguage, ReportWords>> = { ja, en };
