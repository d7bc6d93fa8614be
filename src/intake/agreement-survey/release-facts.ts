/** Sheets and contents entries in the form in which the registry's release checks compare them. */
import type { ReleaseEntry, ReleaseSheet } from "../../registry/index.ts";
import type { ContentsEntry } from "./contents.ts";
import { readForeignParties, readJapaneseParties } from "./parties.ts";
import { readMemberList } from "./party-words.ts";
import type { AgreementSheet } from "./sheet.ts";

/** Null for a sheet whose field or number is not known. */
export function toReleaseSheet(record: AgreementSheet): ReleaseSheet | null {
  const { field, number, title, japan, foreign, relisted } = record;
  if (field === null || number === null) return null;
  const date = record.dates.find((one) => one.date !== null)?.date ?? null;
  return {
    field,
    number,
    line: record.lines[0],
    title,
    japan,
    foreign,
    marked: relisted,
    date,
    facts: listFacts(record),
  };
}

export function toReleaseEntry({ field, number, line, title, relisted, ...sides }: ContentsEntry): ReleaseEntry {
  return { field, number, line, title, marked: relisted, ...readSides(sides) };
}

/** Contents sometimes print the list of members behind the Japanese side; it belongs to the foreign one. */
function readSides({
  foreignText,
  japanText,
}: Pick<ContentsEntry, "foreignText" | "japanText">): Pick<ReleaseEntry, "japan" | "foreign"> {
  const list = /^([^（(]*)([（(][^（）()]*[、，][^（）()]*[)）])\s*$/u.exec(japanText);
  const moved = list === null ? null : `${foreignText}${list[2]}`;
  if (list !== null && moved !== null && readMemberList(moved) !== null) {
    return { japan: readJapaneseParties(list[1] ?? ""), foreign: readForeignParties(moved) };
  }
  return { japan: readJapaneseParties(japanText), foreign: readForeignParties(foreignText) };
}

/** Spaces, widths and list marks make no difference between copies. */
function listFacts(record: AgreementSheet): Readonly<Record<string, string>> {
  return {
    dates: record.dates.map(({ date, role }) => `${role} ${date ?? "-"}`).join(" "),
    departments: normalise(record.departments),
    phones: normalise(record.phones),
    urls: normalise(record.urls),
    background: normalise([record.background ?? ""]),
    activities: normalise([record.activities ?? ""]),
    outcomes: normalise([record.outcomes ?? ""]),
  };
}

function normalise(texts: readonly string[]): string {
  return texts.map((text) => text.normalize("NFKC").replace(/[\s・\-‐–—－]/gu, "")).join("|");
}
