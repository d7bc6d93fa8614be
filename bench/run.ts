/**
 * npm run bench: everything that is measured, in one run on throw-away databases. See README.md for what is compared.
 *
 * Options: `--rows 20000` fewer agreements, `--rounds 2` fewer repetitions, `--data FOLDER` keeps the large database in
 * a folder and uses it again when it has as many agreements.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { type RunningDatabase, startDatabase, throwAwayFolder } from "./data/embedded-database.ts";
import { fillRegistry } from "./data/fill-registry.ts";
import { describeMachine } from "./machine.ts";
import { ROOT, startApplication } from "./measure/application.ts";
import { timed } from "./measure/interleaved.ts";
import { residentMb } from "./measure/process-memory.ts";
import { printResults, type Results } from "./print-results.ts";
import { measureAnnualReport } from "./scenarios/measure-annual-report.ts";
import { measureAssets } from "./scenarios/measure-assets.ts";
import { measureExport } from "./scenarios/measure-export.ts";
import { measureImports } from "./scenarios/measure-import.ts";
import { measurePages } from "./scenarios/measure-pages.ts";
import { measureProgrammes } from "./scenarios/measure-programmes.ts";
import { measureStart } from "./scenarios/measure-start.ts";
import { measureWalls } from "./scenarios/measure-walls.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    rounds: { type: "string", default: "5" },
    data: { type: "string" },
  },
});
const agreements = Number(values.rows);
const rounds = Number(values.rounds);
const PROGRAMMES = { prefectures: 47, programmes: 60, firstYear: 2005, years: 20 };
const temporary: string[] = [];

function temporaryFolder(): string {
  const folder = throwAwayFolder();
  temporary.push(folder);
  return folder;
}

function largeFolder(): string {
  if (values.data === undefined) return temporaryFolder();
  const folder = resolve(values.data);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/** @returns how long filling took, or null when the folder already held as many. */
async function fillOnce({ connection }: RunningDatabase, folder: string): Promise<number | null> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ n: string }>("select count(*) as n from agreement");
  await client.end();
  const found = Number(rows[0]?.n ?? 0);
  if (found === agreements) return null;
  if (found > 0) throw new Error(`${folder} holds ${found} agreements, not ${agreements}`);
  return timed(() => fillRegistry(connection, agreements, join(folder, "copy")));
}

async function measureAll(): Promise<Results> {
  const start = await measureStart(temporaryFolder());
  console.error("measured: start", JSON.stringify(start));
  const imports = await measureImports(temporaryFolder(), rounds);
  console.error("measured: import", JSON.stringify(imports));
  const annualReport = await measureAnnualReport(rounds);
  console.error("measured: annual report", JSON.stringify(annualReport));
  const programmes = await measureProgrammes({ folder: temporaryFolder(), load: PROGRAMMES, rounds });
  console.error("measured: programmes", JSON.stringify(programmes));
  const folder = largeFolder();
  const database = await startDatabase(folder);
  try {
    const fillMs = await fillOnce(database, folder);
    console.error(`filled: ${agreements} agreements`);
    const machine = await describeMachine(database.connection);
    const application = await startApplication(folder, { sample: false });
    try {
      const cookie = await application.signIn();
      const { client, pid, firstPageMs } = application;
      const pages = await measurePages({ connection: database.connection, client, cookie, rounds });
      const large = { firstPageMs, mb: residentMb(pid) };
      const csv = await measureExport(application);
      console.error("measured: export", JSON.stringify({ large, csv }));
      const assets = await measureAssets(client, "/agreements");
      const walls = await measureWalls(database.connection, rounds);
      const programmesPart = { annualReport, programmes };
      return {
        machine,
        agreements,
        fillMs,
        start,
        large,
        pages,
        walls,
        export: csv,
        imports,
        assets,
        ...programmesPart,
      };
    } finally {
      await application.stop();
    }
  } finally {
    await database.stop();
  }
}

try {
  const results = await measureAll();
  const folder = join(ROOT, "bench", "results");
  if (!existsSync(folder)) mkdirSync(folder);
  writeFileSync(join(folder, "latest.json"), `${JSON.stringify(results, null, 2)}\n`);
  console.log(printResults(results));
} finally {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
}
