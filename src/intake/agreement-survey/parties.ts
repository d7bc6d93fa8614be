/**
 * Parties of an agreement, from the cells 「日本の自治体」 and 「海外の自治体」 of a sheet and from the contents.
 *
 * A country said once holds for the next parties of the same cell (台湾台北縣、高雄縣; 「大韓民国：釜山広域市、…」); the
 * name stays as printed. An embassy in Japan counts for its country.
 */
import { embeddedCountry, leadingCountry } from "../../kernel/country.ts";
import { governmentsNamed } from "../../registry/index.ts";
import { closeBrokenWords, closeGap } from "./broken-words.ts";
import { continuation, cutAtSeparators, readMemberList, type StartsParty, unitRank } from "./party-words.ts";

export type ForeignName = Readonly<{ name: string; country: string | null }>;

const PREFECTURES =
  "北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|東京都|神奈川県|新潟県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|愛知県|三重県|滋賀県|京都府|大阪府|兵庫県|奈良県|和歌山県|鳥取県|島根県|岡山県|広島県|山口県|徳島県|香川県|愛媛県|高知県|福岡県|佐賀県|長崎県|熊本県|大分県|宮崎県|鹿児島県|沖縄県";
const STARTS_IN_JAPAN = new RegExp(`^(?:日本国?[・\\s]*)?(?:${PREFECTURES})`, "u");
/** Longer text is no list of parties: a heading behind it got lost, and the sheet is reported as unreadable. */
const LONGEST_CELL = 4000;
const OFFICE_OF_COUNTRY = /(?:総領事館|領事館|大使館|公使館|代表部|事務所)$/u;

/** A prefecture at the start; a municipality without its prefecture is looked up by the caller. */
export function startsWithPrefecture(text: string): boolean {
  return STARTS_IN_JAPAN.test(text.trim());
}

export function readJapaneseParties(cell: string): readonly string[] {
  if (cell.length > LONGEST_CELL) return [];
  return joinPieces(closeBrokenWords(cell), startsJapaneseParty).map(closeGap);
}

export function readForeignParties(cell: string): readonly ForeignName[] {
  if (cell.length > LONGEST_CELL) return [];
  const text = closeBrokenWords(cell);
  const list = readMemberList(text.replace(/\s*\n\s*/gu, ""));
  if (list === null) return inheritCountries(joinPieces(text, startsForeignParty).map(closeGap));
  const country = leadingCountry(list.before)?.country ?? null;
  const members = inheritCountries(joinPieces(list.members, startsForeignParty).map(closeGap));
  return members.map((member) => ({ ...member, country: member.country ?? country }));
}

/** A line of its own is a party of its own: 京都府⏎舞鶴市; a space may stand inside a name (青森県 青森市). */
const startsJapaneseParty: StartsParty = ({ text, before }, name) =>
  startsWithPrefecture(text) || (before === "line" && unitRank(name) !== null && unitRank(text) !== null);

/** 「シンガポール共和国駐アモイ シンガポール総領事館」 is one office of one country. */
const startsForeignParty: StartsParty = ({ text }, name) => {
  const country = leadingCountry(text);
  if (country === null) return false;
  const isOffice = OFFICE_OF_COUNTRY.test(text) && leadingCountry(name)?.country === country.country;
  return !(isOffice && /[駐在]/u.test(name));
};

function joinPieces(cell: string, startsParty: StartsParty): readonly string[] {
  const names: string[] = [];
  let amongPeers = false;
  for (const piece of cutAtSeparators(cell)) {
    const last = names.at(-1);
    const between = last === undefined ? null : continuation(last, piece, startsParty, amongPeers);
    if (last === undefined || between === null) {
      amongPeers ||= last !== undefined && piece.before !== "comma" && !startsParty(piece, last);
      names.push(piece.text);
    } else names[names.length - 1] = `${last}${between}${piece.text}`;
  }
  return names;
}

function inheritCountries(names: readonly string[]): readonly ForeignName[] {
  let inherited: string | null = null;
  return names.flatMap((name): ForeignName[] => {
    const leading = leadingCountry(name);
    const own = leading?.country ?? embeddedCountry(name);
    inherited = own ?? inherited;
    const labelled = leading === null ? null : /^\s*[:：]\s*(.*)$/su.exec(leading.rest);
    const printed = labelled?.[1] ?? name;
    return printed === "" ? [] : [{ name: printed, country: inherited }];
  });
}

/** A prefecture, or a municipality said without it (舞鶴市、…), at the start of the Japanese side. */
export function startsInJapan(text: string): boolean {
  const [first = ""] = text.split(/[、，・\s（(「]/u, 1);
  return startsWithPrefecture(text) || governmentsNamed(first).length > 0;
}
