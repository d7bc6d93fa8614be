/**
 * Where one party ends and the next begins, when 、 ・ spaces and line ends separate parties but also stand in names.
 *
 * A name that ends in an administrative unit (省, 市, 郡 …) is complete; a smaller unit behind it continues it
 * (浙江省 杭州市), an equal or larger one is the next party (黒竜江省 吉林省, 利川市・康津郡). Inside katakana names
 * (セーヌ・エ・マルヌ県) nothing is complete yet, so ・ does not separate.
 */

/** Rank of the unit at the end of a name; larger units have smaller numbers. */
const UNIT_RANKS: readonly (readonly [RegExp, number])[] = [
  [/(?:共同体|行政体|協議会|連合|機構|センター|大使館|領事館|研究所|大学)$/u, 1],
  [/(?:州|省|自治区|特別自治道|道|府|地方|都)$/u, 1],
  [/(?:県|縣|县)$/u, 2],
  [/(?:市|郡)$/u, 3],
  [/(?:区|區|町|村|面|洞)$/u, 4],
];

export type Separator = "comma" | "dot" | "space" | "line";
/** @param name what has been read of the party before. */
export type StartsParty = (piece: Piece, name: string) => boolean;
export type Piece = Readonly<{ text: string; before: Separator }>;

/** Null when the text does not end in a unit: the name goes on. */
export function unitRank(text: string): number | null {
  const name = text.replace(/[\s]*[（(][^（）()]*[)）]\s*$/u, "").trim();
  return UNIT_RANKS.find(([unit]) => unit.test(name))?.[1] ?? null;
}

/** Cuts at every possible separator outside brackets; which cuts hold is decided afterwards. */
export function cutAtSeparators(text: string): readonly Piece[] {
  const pieces: { text: string; before: Separator }[] = [];
  let current = "";
  let before: Separator = "comma";
  let depth = 0;
  const push = (next: Separator): void => {
    if (current.trim() !== "") {
      pieces.push({ text: current.trim(), before });
      before = next;
    } else {
      before = stronger(before, next);
    }
    current = "";
  };
  for (const character of text) {
    if (/[(（]/u.test(character)) depth++;
    if (/[)）]/u.test(character)) depth = Math.max(0, depth - 1);
    const separator = depth === 0 ? separatorOf(character) : null;
    if (separator === null) current += character;
    else push(separator);
  }
  push("comma");
  return pieces;
}

/** A bracket that lists the members of a body, as in 「…を構成する市町村（甲町、乙市）」. */
export function readMemberList(text: string): Readonly<{ before: string; members: string }> | null {
  const bracket = /^([^（(]*)[（(]([^（）()]+)[)）]\s*$/su.exec(text);
  if (bracket === null) return null;
  const [, before = "", members = ""] = bracket;
  if (!/構成(?:する|の|市)|構成.{0,3}市町村/u.test(before) || !/[、，,・\s]/u.test(members.trim())) return null;
  return { before: before.trim(), members };
}

/**
 * Whether a piece continues the name before it, and what stands between them. Null when a new party begins.
 *
 * @param amongPeers a space has already separated parties of this cell, so it does so again.
 */
export function continuation(name: string, piece: Piece, startsParty: StartsParty, amongPeers: boolean): string | null {
  if (piece.before === "comma") return null;
  if (/^[ーァィゥェォッャュョヮ]/u.test(piece.text)) return "";
  if (piece.before !== "dot" && startsParty(piece, name)) return null;
  const rank = unitRank(name);
  if (piece.before === "dot") return rank === null ? "・" : null;
  if (rank === null) return piece.before === "line" ? "" : " ";
  if (/^[（(]/u.test(piece.text)) return " ";
  const next = unitRank(piece.text);
  if (next === null) return piece.before === "line" ? null : " ";
  return next > rank && !amongPeers ? " " : null;
}

function separatorOf(character: string): Separator | null {
  if (/[、,，;；，]/u.test(character)) return "comma";
  if (/[・･]/u.test(character)) return "dot";
  if (character === "\n") return "line";
  return /\s/u.test(character) ? "space" : null;
}

function stronger(a: Separator, b: Separator): Separator {
  const order: readonly Separator[] = ["space", "line", "dot", "comma"];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
