/** Words in the language of the page, and how sizes and moments are told. */
import type { JobDefinition, JobWords, Language } from "../../platform/index.ts";
import type { JobTexts } from "./job-texts.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export type { JobTexts } from "./job-texts.ts";

export function jobTexts(lang: Language): JobTexts {
  return lang === "en" ? en : ja;
}

type JobName = keyof JobTexts["jobs"];
type ProblemCode = Exclude<keyof JobTexts["problems"], "room">;

/** Words of a job in both languages: its name, and the problems that it may meet. */
export function jobWords(name: JobName, ...codes: readonly ProblemCode[]): JobDefinition["words"] {
  const of = (lang: Language): JobWords => {
    const { jobs, problems } = jobTexts(lang);
    const explained = codes.map((code) => {
      const words = problems[code];
      return [code, typeof words === "string" ? () => words : words] as const;
    });
    return { title: jobs[name], problems: Object.fromEntries(explained) };
  };
  return { ja: of("ja"), en: of("en") };
}

const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** 34.5 MB */
export function sizeWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024))));
  const value = bytes / 1024 ** step;
  return `${value.toFixed(step === 0 || value >= 100 ? 0 : 1)} ${UNITS[step]}`;
}

/** 2026年11月22日 14:30, in Japan's time. */
export function momentWords(at: Date, lang: Language): string {
  const style = lang === "ja" ? "ja-JP" : "en-GB";
  const format = new Intl.DateTimeFormat(style, { timeZone: "Asia/Tokyo", dateStyle: "long", timeStyle: "short" });
  return format.format(at);
}
