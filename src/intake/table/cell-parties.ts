/** Several parties in one cell, separated by 、 or line ends. A country said once holds for the next parties. */
import { leadingCountry } from "../../kernel/country.ts";
import type { DraftParty } from "../draft-record.ts";

export function readJapaneseParties(cell: string): readonly string[] {
  return cell
    .split(/[\n、，;；]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

export function readForeignParties(cell: string): readonly DraftParty[] {
  let country: string | null = null;
  return readJapaneseParties(cell).map((name) => {
    country = leadingCountry(name)?.country ?? country;
    return { name, country };
  });
}
