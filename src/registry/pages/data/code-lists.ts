/** Codes and names the records use, as tables: fields, countries, local governments. */
import { listCountries } from "../../../kernel/country.ts";
import type { Lang } from "../../../ui/index.ts";
import { FIELDS } from "../../field.ts";
import { allGovernments } from "../../reference/local-governments.ts";
import { fieldText } from "../place-names.ts";
import { words } from "../words.ts";
import type { CsvRow } from "./file-answer.ts";

export const CODE_LISTS = ["fields", "countries", "local-governments"] as const;
export type CodeList = (typeof CODE_LISTS)[number];

export function codeList(list: CodeList, lang: Lang): Readonly<{ header: readonly string[]; rows: readonly CsvRow[] }> {
  const { exportColumns: c } = words(lang);
  if (list === "fields") {
    return { header: [c.code, c.name], rows: FIELDS.map((field) => [field, fieldText(field, lang).slice(1).trim()]) };
  }
  if (list === "countries") {
    return {
      header: [c.code, c.name, c.short, c.kana, c.english],
      rows: listCountries().map(({ code, formal, short, kana, english }) => [code, formal, short, kana, english]),
    };
  }
  return {
    header: [c.code, c.name, c.kana, c.kind, c.prefectureCode, c.validFrom, c.validUntil, c.successors],
    rows: allGovernments().map(({ code, fullName, kana, kind, prefectureCode, validFrom, validUntil, successors }) => [
      ...[code, fullName, kana, kind, prefectureCode, validFrom, validUntil, successors.join(" ")],
    ]),
  };
}
