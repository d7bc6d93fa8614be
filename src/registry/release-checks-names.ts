/**
 * When a table of contents and a sheet, or two sheets, name the same title and the same parties.
 *
 * Contents abbreviate titles: party names are left out or stand as 両都市, so a contents title has to be what remains
 * of the sheet's title when words are taken out. Parties are the same when a larger unit is only left out (瀋陽市 and
 * 遼寧省瀋陽市), not when another one is named (浙江省福建省泉州市).
 */
import { leadingCountry } from "../kernel/country.ts";
import { matchKey } from "../kernel/name-key.ts";

export type NamedParties = Readonly<{
  japan: readonly string[];
  foreign: readonly Readonly<{ name: string; country: string | null }>[];
}>;
export type PartyKeys = Readonly<{ japan: readonly string[]; foreign: readonly string[] }>;
export type PartyComparison = "same" | "order" | "different";

const STAND_INS = /両(?:都市|市|町|村|県|州|国|府|省|地域|自治体|者)(?:間)?の?/gu;
/** Words that change when party names are taken out of a title. */
const JOINING_WORDS = /との|とを|及び|および|並びに|による|間の|等|の|と|を|に/gu;
const NOTE_AT_END = /[（(][^（）()]*[)）]\s*$/u;
const LARGER_UNIT = /(?:省|道|県|府|都|州(?!市)|地方|自治区)(?=..)/u;
const ENDS_IN_LARGER_UNIT = /(?:省|道|県|府|都|州|地方|自治区|市)$/u;
const EMBASSY = "大使館";
const MAX_PARTS = 4;
const LONGEST_TITLE = 400;

export function isAbbreviationOf(contentsTitle: string, sheetTitle: string): boolean {
  const short = titleWords(contentsTitle.replace(STAND_INS, ""));
  const full = titleWords(sheetTitle);
  const fullWithoutNote = titleWords(sheetTitle.replace(NOTE_AT_END, ""));
  if (short === "") return true;
  if (short.length > LONGEST_TITLE) return short === full;
  return [full, fullWithoutNote].some((title) =>
    title.includes(short) ? title.endsWith(short) : isRemainder(short, title),
  );
}

export function keyParties({ japan, foreign }: NamedParties): PartyKeys {
  return {
    japan: japan.map((name) => matchKey(withoutGaps(name).replace(/^日本国?・?/u, ""))),
    foreign: foreign.map(({ name, country }) => `${country ?? "?"} ${placeKey(name)}`),
  };
}

export function compareParties(a: PartyKeys, b: PartyKeys): PartyComparison {
  const sides = [compareSide(a.japan, b.japan), compareSide(a.foreign, b.foreign)];
  if (sides.includes("different")) return "different";
  return sides.includes("order") ? "order" : "same";
}

/** The place without its country; an embassy is its country's, however its name is printed. */
function placeKey(name: string): string {
  if (/大使館/u.test(name)) return EMBASSY;
  return matchKey(withoutGaps(leadingCountry(name)?.rest ?? name));
}

function compareSide(a: readonly string[], b: readonly string[]): PartyComparison {
  if (a.length !== b.length) return "different";
  if (a.every((key, at) => isSamePlace(key, b[at] ?? ""))) return "same";
  const rest = [...b];
  for (const key of a) {
    const at = rest.findIndex((other) => isSamePlace(key, other));
    if (at < 0) return "different";
    rest.splice(at, 1);
  }
  return "order";
}

function isSamePlace(a: string, b: string): boolean {
  if (a === b) return true;
  const [countryA = "", placeA] = splitKey(a);
  const [countryB = "", placeB] = splitKey(b);
  if (countryA !== countryB && countryA !== "?" && countryB !== "?") return false;
  const [short, long] = placeA.length <= placeB.length ? [placeA, placeB] : [placeB, placeA];
  if (short === long) return true;
  if (short === "" || !long.endsWith(short) || LARGER_UNIT.test(short)) return false;
  return ENDS_IN_LARGER_UNIT.test(long.slice(0, -short.length));
}

function splitKey(key: string): readonly [string, string] {
  const space = key.indexOf(" ");
  return space < 0 ? ["", key] : [key.slice(0, space), key.slice(space + 1)];
}

function titleWords(title: string): string {
  return matchKey(withoutGaps(title).replace(JOINING_WORDS, ""));
}

/** Extraction leaves spaces inside words; a key would take them for the ends of words. */
function withoutGaps(text: string): string {
  return text.replace(/\s+/gu, "");
}

/**
 * What remains of the full title when at most a few stretches are taken out; its end stays. Reads from the end and
 * takes the longest stretch each time; one of a single character says nothing.
 */
function isRemainder(short: string, full: string): boolean {
  let left = short;
  let room = full;
  for (let part = 0; part < MAX_PARTS && left !== ""; part++) {
    const stretch = longestStretch(left, room, part === 0);
    if (stretch === null) return false;
    left = left.slice(0, -stretch.length);
    room = room.slice(0, stretch.at);
  }
  return left === "";
}

function longestStretch(short: string, full: string, atEnd: boolean): Readonly<{ length: number; at: number }> | null {
  for (let length = short.length; length >= 2; length--) {
    const part = short.slice(-length);
    const at = atEnd ? (full.endsWith(part) ? full.length - length : -1) : full.lastIndexOf(part);
    if (at >= 0) return { length, at };
  }
  return null;
}
