/** Where a finding stands, in words: 「1289行」, 「Sheet1 C12」. */
import type { Place } from "../../kernel/finding.ts";
import type { Lang } from "../../ui/index.ts";
import { words } from "./words.ts";

export function placeWords({ page, line, sheet, cell }: Place, lang: Lang): string | undefined {
  const { place } = words(lang);
  if (cell !== undefined) return sheet === undefined || sheet === "" ? cell : `${sheet} ${cell}`;
  const parts = [page === undefined ? "" : place.page(page), line === undefined ? "" : place.line(line)];
  const text = parts.filter((part) => part !== "").join(" ");
  return text === "" ? sheet : text;
}
