/**
 * Builds kanji-variants.json from the dictionaries of OpenCC and our own pairs. See SOURCE.md for how to run it.
 *
 * Old forms become new ones (經 → 経), simplified ones become what Japanese writes (济 → 済). A simplified character that
 * Japanese itself uses every day (level 1 of JIS X 0208: 里, 后, 机) keeps its own meaning and is left alone, unless our
 * own pairs say otherwise (云 → 雲, as in 云南).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , packageFolder] = process.argv;
if (packageFolder === undefined) throw new Error("usage: build-kanji-variants.mjs FOLDER_OF_OPENCC_JS");

const level1 = readLevel1();
const oldToNew = readPairs("JPShinjitaiCharactersRev");
const simplified = readPairs("STCharacters");
const variants = new Map([...readPairs("TWVariantsRev"), ...readPairs("HKVariantsRev")]);
const byHand = Object.entries(
  JSON.parse(readFileSync(join(import.meta.dirname, "kanji-variants-by-hand.json"), "utf8")),
);

const folded = new Map();
for (const [from, to] of [...variants, ...simplified]) {
  if (!level1.has(from)) folded.set(from, oldToNew.get(to) ?? to);
}
for (const [from, to] of oldToNew) if (!level1.has(from)) folded.set(from, to);
for (const [, to] of byHand) folded.delete(to);
for (const [from, to] of byHand) folded.set(from, to);

const settled = [...folded.keys()].map((from) => [from, settle(from)]).filter(([from, to]) => from !== to);
const sources = new Set(settled.map(([from]) => from));
const unsettled = settled.filter(([, to]) => sources.has(to));
if (unsettled.length > 0) throw new Error(`pairs that run in a circle, decide by hand: ${unsettled.join(" ")}`);
settled.sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0));
const lines = settled.map((pair) => `${JSON.stringify(pair[0])}:${JSON.stringify(pair[1])}`);
const rows = Array.from({ length: Math.ceil(lines.length / 12) }, (_, row) =>
  lines.slice(row * 12, row * 12 + 12).join(","),
);
writeFileSync(join(import.meta.dirname, "kanji-variants.json"), `{\n${rows.join(",\n")}\n}\n`);
process.stderr.write(`${settled.length} pairs\n`);

/** Follows chains (团 → 團 → 団) to their end. */
function settle(from) {
  const seen = new Set([from]);
  let to = from;
  while (folded.has(to) && !seen.has(folded.get(to))) {
    to = folded.get(to);
    seen.add(to);
  }
  return to;
}

function readPairs(name) {
  const source = readFileSync(join(packageFolder, "dist/esm-lib/dict", `${name}.js`), "utf8");
  const text = source.slice(source.indexOf('"') + 1, source.lastIndexOf('"'));
  return new Map(text.split("|").map((pair) => pair.split(" ").slice(0, 2)));
}

/** Kanji of level 1 stand in rows 16–47 of JIS X 0208. */
function readLevel1() {
  const decoder = new TextDecoder("euc-jp");
  const kanji = new Set();
  for (let row = 16; row <= 47; row += 1) {
    for (let cell = 1; cell <= 94; cell += 1) kanji.add(decoder.decode(Uint8Array.of(row + 160, cell + 160)));
  }
  return kanji;
}
