/**
 * Character maps (CMap) for Japanese PDFs whose fonts only name a map instead of carrying one: `90ms-RKSJ-H` and its
 * kin, usual in PDFs that Japanese offices made before about 2010. Without them such pages come out empty.
 *
 * pdf.js looks up a character in two steps, code → glyph number (CID) → Unicode. Only the text matters here, so the
 * maps are not Adobe's tables but made from the platform's decoders: characters get a CID of our own beyond those of
 * Adobe-Japan1. Real CIDs are used where widths depend on them (ASCII, half-width kana), and known where they follow
 * from the order of JIS X 0208, for fonts that use CIDs as codes.
 */

type CharacterRun = Readonly<{ from: number; to: number; cid: number }>;
type DataRequest = Readonly<{ kind: string; filename: string }>;

/** Unicode blocks with a CID of our own; together they just fit between Adobe's last CID and 65535. */
const OWN_CIDS: readonly CharacterRun[] = placeRuns(30_000, [
  [0x0020, 0x33ff],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xff00, 0xffef],
]);
/** ASCII of Adobe-Japan1, proportional and half-width, without the few places that are not as in ASCII. */
const PROPORTIONAL: CharacterRun = { from: 0x20, to: 0x7b, cid: 1 };
const HALF_WIDTH: CharacterRun = { from: 0x20, to: 0x7e, cid: 231 };
const HALF_WIDTH_KANA: CharacterRun = { from: 0xff61, to: 0xff9f, cid: 327 };
/** ①–⑳ and Ⅰ–Ⅹ, which Japanese documents number their sections with. */
const NUMBERING: readonly CharacterRun[] = [
  { from: 0x2460, to: 0x2473, cid: 7555 },
  { from: 0x2160, to: 0x2169, cid: 7575 },
];
/** Where Japanese fonts show a yen sign at the place of the backslash, and what stands elsewhere than in ASCII. */
const EXCEPTIONS: readonly (readonly [cid: number, unicode: number])[] = [
  [61, 0xa5],
  [291, 0xa5],
  [94, 0x7d],
  [97, 0x5c],
  [99, 0x7c],
  [100, 0x7e],
];
const LAST_ADOBE_CID = 23_057;
const UNREADABLE = 0xfffd;

/**
 * The factory pdf.js asks for maps. Names it cannot answer are added to `missing`, so that lost text can be reported.
 * To be given with `cMapPacked: false`, since the maps are text.
 */
export function japaneseMapFactory(missing: Set<string>) {
  return class {
    async fetch({ kind, filename }: DataRequest): Promise<Uint8Array> {
      const map = kind === "cMapUrl" ? characterMap(filename) : null;
      if (map !== null) return new TextEncoder().encode(map);
      if (kind === "cMapUrl") missing.add(filename);
      throw new Error(`no data for ${kind} ${filename}`);
    }
  };
}

function characterMap(name: string): string | null {
  if (name === "Adobe-Japan1-UCS2") return unicodeMap();
  const isVertical = name.endsWith("-V");
  if (/(^|-)RKSJ-[HV]$/.test(name)) return codeMap(isVertical, SHIFT_JIS_SPACES, shiftJisCodes(!/msp|pv/.test(name)));
  if (/^EUC-[HV]$/.test(name)) return codeMap(isVertical, EUC_SPACES, jisCodes(0x80, true));
  if (/^(78-|Add-|Ext-)?[HV]$/.test(name)) return codeMap(isVertical, ["<2121> <7e7e>"], jisCodes(0, false));
  if (/^UniJIS(2004)?-(UCS2|UTF16)(-HW)?-[HV]$/.test(name)) {
    return codeMap(isVertical, ["<0000> <ffff>"], unicodeCodes(name.includes("-HW")));
  }
  return null;
}

const SHIFT_JIS_SPACES = ["<00> <80>", "<8140> <9ffc>", "<a0> <df>", "<e040> <fcfc>"];
const EUC_SPACES = ["<00> <80>", "<8ea0> <8edf>", "<a1a1> <fefe>"];

function codeMap(isVertical: boolean, spaces: readonly string[], ranges: readonly string[]): string {
  return `begincmap
/WMode ${isVertical ? 1 : 0} def
${spaces.length} begincodespacerange
${spaces.join("\n")}
endcodespacerange
${ranges.length} begincidrange
${ranges.join("\n")}
endcidrange
endcmap
`;
}

function shiftJisCodes(isHalfWidth: boolean): readonly string[] {
  const decoder = new TextDecoder("shift_jis");
  const ranges = [asciiRange({ ...HALF_WIDTH, cid: ownCid(" ") ?? 0 }, 1)];
  ranges.push(asciiRange(isHalfWidth ? HALF_WIDTH : PROPORTIONAL, 1));
  ranges.push(cidRange(0xa1, 0xdf, HALF_WIDTH_KANA.cid, 1));
  for (let lead = 0x81; lead <= 0xfc; lead += lead === 0x9f ? 0x41 : 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const cid = ownCid(decoder.decode(Uint8Array.of(lead, trail)));
      if (cid !== null) ranges.push(cidRange(lead * 256 + trail, lead * 256 + trail, cid, 2));
    }
  }
  return ranges;
}

/** JIS X 0208 by row and cell, with each byte raised by `shift` (0x80 in EUC). */
function jisCodes(shift: number, hasSingleBytes: boolean): readonly string[] {
  const ranges = hasSingleBytes ? [asciiRange(HALF_WIDTH, 1), cidRange(0x8ea1, 0x8edf, HALF_WIDTH_KANA.cid, 2)] : [];
  for (const { code, character } of jisCharacters()) {
    const cid = ownCid(character);
    const shifted = code + shift * 0x101;
    if (cid !== null) ranges.push(cidRange(shifted, shifted, cid, 2));
  }
  return ranges;
}

function unicodeCodes(isHalfWidth: boolean): readonly string[] {
  const ascii = isHalfWidth ? HALF_WIDTH : PROPORTIONAL;
  const backslash = ownCid("\\") ?? 0;
  return [
    ...[...OWN_CIDS, ascii, HALF_WIDTH_KANA].flatMap(splitRun).map(({ from, to, cid }) => cidRange(from, to, cid, 2)),
    cidRange(0x5c, 0x5c, backslash, 2),
  ];
}

/** CIDs that are not known give U+FFFD: without an entry pdf.js would take the number itself for a character. */
function unicodeMap(): string {
  const runs = [PROPORTIONAL, HALF_WIDTH, HALF_WIDTH_KANA, ...NUMBERING];
  const known = new Map<number, number>(jisCids());
  for (const { from, to, cid } of runs) for (let at = from; at <= to; at += 1) known.set(cid + at - from, at);
  for (const [cid, unicode] of EXCEPTIONS) known.set(cid, unicode);
  const single = Array.from({ length: LAST_ADOBE_CID + 1 }, (_, cid) => {
    return `<${hex(cid, 2)}> <${hex(known.get(cid) ?? UNREADABLE, 2)}>`;
  });
  const ranges = OWN_CIDS.flatMap(splitRun).map(
    ({ from, to, cid }) => `<${hex(cid, 2)}> <${hex(cid + to - from, 2)}> <${hex(from, 2)}>`,
  );
  return `begincmap
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join("\n")}
endbfrange
${single.length} beginbfchar
${single.join("\n")}
endbfchar
endcmap
`;
}

/** CIDs 633–7477 of Adobe-Japan1 are the characters of JIS X 0208-1983 in its order, but for row 8 (ruled lines). */
function jisCids(): readonly (readonly [cid: number, unicode: number])[] {
  const inOrder = jisCharacters().filter(({ code }) => code < 0x2821 || (code >= 0x3021 && code <= 0x7424));
  return inOrder.map(({ character }, index) => [633 + index, character.charCodeAt(0)] as const);
}

function jisCharacters(): readonly Readonly<{ code: number; character: string }>[] {
  const decoder = new TextDecoder("euc-jp");
  const characters: { code: number; character: string }[] = [];
  for (let row = 0x21; row <= 0x7e; row += 1) {
    for (let cell = 0x21; cell <= 0x7e; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row + 0x80, cell + 0x80));
      if (character.length === 1 && character !== "\u{FFFD}") characters.push({ code: row * 256 + cell, character });
    }
  }
  return characters;
}

function ownCid(character: string): number | null {
  if (character.length !== 1 || character === "\u{FFFD}") return null;
  const unicode = character.charCodeAt(0);
  const run = OWN_CIDS.find(({ from, to }) => from <= unicode && unicode <= to);
  return run === undefined ? null : run.cid + unicode - run.from;
}

function placeRuns(first: number, blocks: readonly (readonly [from: number, to: number])[]): readonly CharacterRun[] {
  let cid = first;
  return blocks.map(([from, to]) => {
    const run = { from, to, cid };
    cid += to - from + 1;
    return run;
  });
}

/** A range of a map may only count in its last byte, on both sides. */
function splitRun({ from, to, cid }: CharacterRun): readonly CharacterRun[] {
  const runs: CharacterRun[] = [];
  for (let at = from; at <= to; ) {
    const start = cid + at - from;
    const length = Math.min(256 - (at % 256), 256 - (start % 256), to - at + 1);
    runs.push({ from: at, to: at + length - 1, cid: start });
    at += length;
  }
  return runs;
}

function asciiRange({ from, to, cid }: CharacterRun, bytes: number): string {
  return cidRange(from, to, cid, bytes);
}

function cidRange(from: number, to: number, cid: number, bytes: number): string {
  return `<${hex(from, bytes)}> <${hex(to, bytes)}> ${cid}`;
}

function hex(value: number, bytes: number): string {
  return value.toString(16).padStart(bytes * 2, "0");
}
