/** Sentences of the command `report`. */
import type { CommandLanguage } from "./words.ts";

type Sentences = Readonly<{
  use: string;
  exists: (path: string) => string;
  noFolder: (path: string) => string;
  noGovernment: (code: string) => string;
  noRecords: (code: string, fiscalYear: number) => string;
  yearUnreadable: (text: string) => string;
  unknownFormat: (text: string) => string;
  undisplayed: (characters: string) => string;
  written: (path: string, name: string, programmes: number) => string;
}>;

export const reportSentences: Readonly<Record<CommandLanguage, Sentences>> = {
  ja: {
    use: "report programmes --government 団体コード --fiscal-year 年度（西暦） --format docx|xlsx|pdf|html --out ファイル [--lang en] [--force] の形で指定してください。",
    exists: (path) => `${path} はすでにあります。置き換えるときは --force を付けてください。何も書いていません。`,
    noFolder: (path) => `${path} を書くフォルダーがありません。何も書いていません。`,
    noGovernment: (code) => `団体コード「${code}」の団体はありません。5桁の全国地方公共団体コードを指定してください。`,
    noRecords: (code, year) =>
      `団体コード ${code} には、${year - 1}年度と${year}年度の公開された事業の記録がありません。何も書いていません。`,
    yearUnreadable: (text) => `年度「${text}」は読めません。2024 のように西暦4桁で指定してください。`,
    unknownFormat: (text) => `「${text}」という形式はありません。docx、xlsx、pdf、html のどれかを指定してください。`,
    undisplayed: (characters) => `書体にない文字があり、〓で表しました: ${characters}`,
    written: (path, name, programmes) => `${path} に${name}の年次報告（記録 ${programmes}事業）を書きました。`,
  },
  en: {
    use: "Use: report programmes --government CODE --fiscal-year 2024 --format docx|xlsx|pdf|html --out FILE [--lang en] [--force]",
    exists: (path) => `${path} exists. Add --force to replace it. Nothing was written.`,
    noFolder: (path) => `There is no folder to write ${path} in. Nothing was written.`,
    noGovernment: (code) => `There is no body with the code "${code}". Give the five digits of a local government.`,
    noRecords: (code, year) =>
      `There are no published programmes of ${code} in fiscal years ${year - 1} and ${year}. Nothing was written.`,
    yearUnreadable: (text) => `"${text}" is no fiscal year. Give four digits, such as 2024.`,
    unknownFormat: (text) => `There is no format "${text}". Use docx, xlsx, pdf or html.`,
    undisplayed: (characters) => `Some characters are missing in the font and are printed as 〓: ${characters}`,
    written: (path, name, programmes) => `Wrote the annual report of ${name} (${programmes} programmes) to ${path}.`,
  },
};
