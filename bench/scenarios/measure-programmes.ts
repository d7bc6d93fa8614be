/**
 * Programmes: 47 prefectures × 60 programmes × 20 years. Whole pages over HTTP, signed in, roles and row-level security
 * on; the queries behind them as the public role; and a thousand entries saved in one transaction.
 */
import pg from "pg";
import { CLI, type Database, openDatabase, PUBLIC, type Tx } from "../../src/platform/index.ts";
import * as programmes from "../../src/programmes/index.ts";
import { startDatabase } from "../data/embedded-database.ts";
import { fillProgrammes, inventEntry, type ProgrammeLoad } from "../data/fill-programmes.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { startApplication } from "../measure/application.ts";
import type { HttpClient } from "../measure/http-client.ts";
import { measureInterleaved, timed } from "../measure/interleaved.ts";
import { type Times, timesOf } from "../measure/quantiles.ts";
import { type GridTimes, measureGrid } from "./measure-grid.ts";

export type ProgrammesResult = Readonly<{
  load: ProgrammeLoad;
  /** Null where an earlier run had filled the folder. */
  fillMs: number | null;
  pages: readonly Readonly<{ name: string; times: Times; bytes: number; limitMs: number | null }>[];
  queries: readonly Readonly<{ name: string; times: Times }>[];
  /** A thousand entries, of another prefecture each time; null in a folder that may hold them already. */
  save: Times | null;
  /** A thousand rows pasted into the table: shown, then saved, each in its own transaction; null where `save` is. */
  grid: GridTimes | null;
}>;

const ENTRIES = 1_000;
/** The matrix has a target; the others are measured to be seen. */
const MATRIX_LIMIT_MS = 80;

type Settings = Readonly<{ folder: string; load: ProgrammeLoad; rounds: number }>;

export async function measureProgrammes({ folder, load, rounds }: Settings): Promise<ProgrammesResult> {
  const fillMs = await withDatabase(folder, (database, connection) => fillOnce(database, connection, load));
  const pages = await measurePages(folder, load, rounds);
  return withDatabase(folder, async (database, connection) => {
    const times = await measureInterleaved(readsOf(database, load), { rounds, calls: 10, concurrency: 1 });
    const queries = Object.entries(times).map(([name, one]) => ({ name, times: one }));
    const saves: number[] = [];
    const owners = fillMs === null ? [] : ["01000", "02000", "03000"];
    for (const owner of owners) saves.push(await saveEntries(database, load, owner));
    const grid = fillMs === null ? null : await measureGrid(database, () => settle(connection));
    return { load, fillMs, pages, queries, save: saves.length === 0 ? null : timesOf(saves), grid };
  });
}

async function withDatabase<T>(
  folder: string,
  work: (database: Database, connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  const server = await startDatabase(folder);
  const database = openDatabase({ connection: server.connection });
  try {
    return await work(database, server.connection);
  } finally {
    await database.close();
    await server.stop();
  }
}

async function fillOnce(database: Database, connection: pg.ClientConfig, load: ProgrammeLoad): Promise<number | null> {
  const found = await database.read(CLI, (tx) => programmes.countProgrammes(tx, { criteria: {} }));
  if (found === load.prefectures * load.programmes) return null;
  if (found > 0) throw new Error(`the folder holds ${found} programmes`);
  const fillMs = await timed(() => fillProgrammes(database, load));
  await settle(connection);
  return fillMs;
}

/** As autovacuum would within a minute: the planner knows what was filled in. */
async function settle(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

/** Each call another prefecture and year, so that nothing is answered from the last one. */
function turnsOf({ prefectures, firstYear, years }: ProgrammeLoad) {
  let call = 0;
  return () => {
    call += 1;
    const government = `${String(1 + (call % prefectures)).padStart(2, "0")}000`;
    return { government, fiscalYear: firstYear + (call % years) };
  };
}

async function measurePages(folder: string, load: ProgrammeLoad, rounds: number): Promise<ProgrammesResult["pages"]> {
  const application = await startApplication(folder, { sample: false });
  try {
    const cookie = await application.signIn();
    const addresses = pagesOf(load);
    const bytes = new Map<string, number>();
    const ways = Object.fromEntries(
      Object.entries(addresses).map(([name, addressOf]) => [name, () => open(application.client, addressOf(), cookie)]),
    );
    for (const [name, way] of Object.entries(ways)) bytes.set(name, await way());
    const times = await measureInterleaved(ways, { rounds, calls: 20, concurrency: 1 });
    return Object.entries(times).map(([name, one]) => ({
      ...{ name, times: one, bytes: bytes.get(name) ?? 0 },
      limitMs: name.startsWith("matrix") ? MATRIX_LIMIT_MS : null,
    }));
  } finally {
    await application.stop();
  }
}

async function open(client: HttpClient, path: string, cookie: string): Promise<number> {
  return (await client.get(path, { cookie })).bytes;
}

function pagesOf(load: ProgrammeLoad): Readonly<Record<string, () => string>> {
  const turn = turnsOf(load);
  const span = `from=${load.firstYear}&to=${load.firstYear + load.years - 1}`;
  return {
    "matrix, everybody, all years": () => `/programmes/years?${span}`,
    "matrix, one prefecture, all years": () => `/programmes/years?government=${turn().government}&${span}`,
    "matrix, everybody, as it opens": () => "/programmes/years",
    "list, everybody": () => "/programmes",
    "list by year and status": () => `/programmes?year=${turn().fiscalYear}&status=cancelled`,
    "calendar, a month of everybody": () => `/programmes/calendar?month=${turn().fiscalYear}-07`,
    "not held, a year of everybody": () => `/programmes/not-held?year=${turn().fiscalYear}`,
    "sent and received, everybody": () => "/programmes/reciprocity",
    "annual report of a prefecture": () => {
      const { government, fiscalYear } = turn();
      return `/programmes/report?government=${government}&year=${fiscalYear}`;
    },
  };
}

function readsOf(database: Database, load: ProgrammeLoad) {
  const turn = turnsOf(load);
  const whole = { from: load.firstYear, to: load.firstYear + load.years - 1 };
  const read = <T>(work: (tx: Tx) => Promise<T>) => database.read(PUBLIC, work);
  return {
    "matrix, one prefecture": () =>
      read((tx) => programmes.yearMatrix(tx, { criteria: { government: turn().government }, ...whole, limit: 100 })),
    "matrix, everybody, page of 50": () => read((tx) => programmes.yearMatrix(tx, { criteria: {}, ...whole })),
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
      read((tx) => programmes.peopleTotals(tx, { criteria: {}, ...whole })),
  };
}

/** As a paste from a spreadsheet: the plan of the next years of the programmes of one prefecture. */
async function saveEntries(database: Database, load: ProgrammeLoad, owner: string): Promise<number> {
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
