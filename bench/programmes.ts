/**
 * `npm run bench` measures programmes with everything else; this measures them alone.
 * Run: `tsx bench/programmes.ts [--prefectures 47] [--rounds 5] [--data FOLDER]` after a build.
 */
import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { throwAwayFolder } from "./data/embedded-database.ts";
import { printProgrammes } from "./print-results.ts";
import { measureProgrammes } from "./scenarios/measure-programmes.ts";

const { values } = parseArgs({
  options: {
    prefectures: { type: "string", default: "47" },
    rounds: { type: "string", default: "5" },
    data: { type: "string" },
  },
});
const folder = values.data === undefined ? throwAwayFolder() : resolve(values.data);
if (values.data !== undefined) mkdirSync(folder, { recursive: true, mode: 0o755 });
try {
  const load = { prefectures: Number(values.prefectures), programmes: 60, firstYear: 2005, years: 20 };
  console.log(printProgrammes(await measureProgrammes({ folder, load, rounds: Number(values.rounds) })));
} finally {
  if (values.data === undefined) rmSync(folder, { recursive: true, force: true });
}
