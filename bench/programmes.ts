/**
 * Programmes: 47 prefectures × 60 programmes × 20 years. What lists, matrix, calendar and totals cost as the public
 * role, and a thousand entries saved in one transaction. Run: `tsx bench/programmes.ts [--prefectures 47] [--rounds 5]`.
 */
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import pg from "pg";
import { CLI, type Database, openDatabase, PUBLIC, type Tx } from "../src/platform/index.ts";
import * as programmes from "../src/programmes/index.ts";
import { startDatabase, throwAwayFolder } from "./data/embedded-database.ts";
import { fillProgrammes, inventEntry } from "./data/fill-programmes.ts";
import { seededRandom } from "./data/seeded-random.ts";
import { measureInterleaved, timed } from "./measure/interleaved.ts";

const { values } = parseArgs({
  options: { prefectures: { type: "string", default: "47" }, rounds: { type: "string", default: "5" } },
});
const load = { prefectures: Number(values.prefectures), programmes: 60, firstYear: 2005, years: 20 };
const rounds = Number(values.rounds);
const WHOLE = { from: load.firstYear, to: load.firstYear + load.years - 1 };
const ENTRIES = 1_000;

/** Each call another prefecture and year, so that nothing is answered from the last one. */
function readsOf(database: Database) {
  let call = 0;
  const turn = () => {
    call += 1;
    const government = `${String(1 + (call % load.prefectures)).padStart(2, "0")}000`;
    return { government, fiscalYear: load.firstYear + (call % load.years) };
  };
  const read = <T>(work: (tx: Tx) => Promise<T>) => database.read(PUBLIC, work);
  return {
    "matrix, one prefecture": () =>
      read((tx) => programmes.yearMatrix(tx, { criteria: { government: turn().government }, ...WHOLE, limit: 100 })),
    "matrix, everybody, page of 50": () => read((tx) => programmes.yearMatrix(tx, { criteria: {}, ...WHOLE })),
    "list by year and status": () =>
      read((tx) => programmes.listProgrammes(tx, { criteria: { fiscalYear: turn().fiscalYear, status: "cancelled" } })),
    "list by two characters": () => read((tx) => programmes.listProgrammes(tx, { criteria: { q: "港湾" } })),
    "facets, everybody": () => read((tx) => programmes.programmeFacetCounts(tx, { criteria: {} })),
    "facets, one prefecture": () =>
      read((tx) => programmes.programmeFacetCounts(tx, { criteria: { government: turn().government } })),
    "calendar, a month of everybody": () => {
      const { fiscalYear } = turn();
      const days = { firstDay: `${fiscalYear}-07-01`, lastDay: `${fiscalYear}-07-31` };
      return read((tx) => programmes.listEventsBetween(tx, { criteria: {}, ...days }));
    },
    "people by country, 20 years of everybody": () =>
      read((tx) => programmes.peopleTotals(tx, { criteria: {}, ...WHOLE })),
  };
}

/** As a paste from a spreadsheet: the plan of the next years of the programmes of one prefecture. */
async function saveEntries(database: Database, owner: string): Promise<number> {
  const random = seededRandom(7);
  const own = await database.read(CLI, (tx) => programmes.listOwnProgrammes(tx, owner));
  const entered = Array.from({ length: ENTRIES }, (_, at) => {
    const { id, version } = own[at % own.length] ?? { id: "", version: 0 };
    const year = load.firstYear + load.years + Math.floor(at / own.length);
    return {
      id,
      expectedVersion: version,
      entry: inventEntry(random, year, { subject: "貼り付け", country: "CN", number: at + 1 }),
    };
  });
  return timed(async () => {
    const outcome = await database.write(CLI, (tx) => programmes.enterYears(tx, CLI, entered, { reason: "貼り付け" }));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem.refused[0]));
  });
}

/** As autovacuum would within a minute: the planner knows what was filled in. */
async function settle(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

const folder = throwAwayFolder();
const server = await startDatabase(folder);
try {
  const database = openDatabase({ connection: server.connection });
  const fillMs = await timed(() => fillProgrammes(database, load));
  console.log(
    `filled ${load.prefectures * load.programmes} programmes × ${load.years} years in ${Math.round(fillMs)} ms`,
  );
  await settle(server.connection);
  const times = await measureInterleaved(readsOf(database), { rounds, calls: 10, concurrency: 1 });
  for (const [name, { p50, p95 }] of Object.entries(times)) {
    console.log(`${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
  }
  const saves: number[] = [];
  for (const owner of ["01000", "02000", "03000"]) saves.push(await saveEntries(database, owner));
  console.log(`${ENTRIES} entries saved in one transaction: ${saves.map((ms) => `${Math.round(ms)} ms`).join(", ")}`);
  await database.close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
