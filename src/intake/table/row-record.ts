/** One row of a table as a draft: the facts its cells state, and the cell each stands in. */
import { findCountry, leadingCountry } from "../../kernel/country.ts";
import { readForeignParties, readJapaneseParties } from "../agreement-survey/parties.ts";
import type { CellPlaces, DraftParty, RowRecord } from "../draft-record.ts";
import type { ColumnRole } from "./mapping.ts";
import { isFiller, isNothing, readDateCell, readFieldCell, readUrls, splitEntries } from "./read-cells.ts";

/** What the cells of a row say, by the meaning of their columns. */
export type RowWords = Readonly<Partial<Record<ColumnRole, string>>>;

export type RowPlace = Readonly<{ sheet: string; row: number; cells: CellPlaces; line: number | null }>;

export function recordOfRow(words: RowWords, { sheet, row, cells, line }: RowPlace): RowRecord {
  const { fields } = readFieldCell(words.field ?? "");
  const [field = null, ...furtherFields] = fields;
  return {
    kind: "agreement-row",
    field,
    furtherFields,
    number: readNumber(words.number ?? ""),
    ...readTitle(words),
    japan: readJapan(words),
    foreign: readForeign(words),
    dates: [
      ...readDateCell(words.signed ?? "", "signed"),
      ...readDateCell(words.renewed ?? "", "renewed"),
      ...readDateCell(words.expires ?? "", "expires"),
    ],
    background: readText(words.background),
    activities: readText(words.activities),
    outcomes: readText(words.outcomes),
    urls: readUrls(words.url ?? ""),
    departments: splitEntries(words.department ?? ""),
    phones: splitEntries(words.phone ?? ""),
    sheet,
    row,
    cells,
    lines: line === null ? null : [line, line],
  };
}

function readNumber(text: string): number | null {
  const digits = text.normalize("NFKC").trim();
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

const RELISTING_MARK = /[【［[（(]\s*再掲\s*[】］\])）]/gu;

function readTitle({ title = "", relisted = "" }: RowWords): Readonly<{ title: string; relisted: boolean }> {
  const printed = isFiller(title) ? "" : title.replace(/\s+/gu, " ").trim();
  const bare = printed.replace(RELISTING_MARK, "").trim();
  return { title: bare, relisted: bare !== printed || !isNothing(relisted) };
}

function readJapan({ japan = "", prefecture = "" }: RowWords): readonly string[] {
  const names = isNothing(japan) ? [] : readJapaneseParties(japan);
  const own = isNothing(prefecture) ? "" : prefecture.trim();
  if (names.length === 0) return own === "" ? [] : [own];
  return names.map((name) => (name.startsWith(own) ? name : `${own}${name}`));
}

function readForeign({ foreign = "", foreignRegion = "", country = "" }: RowWords): readonly DraftParty[] {
  const stated = findCountry(country.trim())?.code ?? leadingCountry(country)?.country ?? null;
  const names = isNothing(foreign) ? [] : readForeignParties(foreign);
  const region = isNothing(foreignRegion) ? "" : foreignRegion.trim();
  if (names.length === 0) return region === "" ? [] : [{ name: region, country: stated }];
  return names.map(({ name, country: own }) => ({ name: joinNames(region, name), country: own ?? stated }));
}

/** Names in Latin letters keep a space between region and place. */
function joinNames(region: string, name: string): string {
  if (region === "" || name.includes(region)) return name;
  return /[a-z]$/iu.test(region) && /^[a-z]/iu.test(name) ? `${region} ${name}` : `${region}${name}`;
}

function readText(text = ""): string | null {
  return isFiller(text) ? null : text.trim();
}
