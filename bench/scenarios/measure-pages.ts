/**
 * Pages over HTTP against their bare statements. `after a write` changes one record first, so that nothing that is
 * remembered holds: a search is then asked for the first time, a table is counted anew.
 */
import pg from "pg";
import type { HttpClient } from "../measure/http-client.ts";
import { measureInterleaved, timed, type Way } from "../measure/interleaved.ts";
import { type Times, timesOf } from "../measure/quantiles.ts";
import type { Statement } from "./bare-sql.ts";
import { type PageScenario, pageScenarios } from "./pages.ts";

export type PageResult = Readonly<{
  name: string;
  kind: PageScenario["kind"];
  http1: Times;
  http10: Times;
  rows1: Times;
  rows10: Times;
  /** Rows, total and facets in plain SQL. */
  whole1: Times;
  /** Over HTTP, the first time after a write to the registry, and the statement for the rows in turns with it. */
  afterWrite: Times;
  rowsBeside: Times;
}>;

export type PageSettings = Readonly<{ connection: pg.PoolConfig; client: HttpClient; cookie: string; rounds: number }>;

export async function measurePages(settings: PageSettings): Promise<readonly PageResult[]> {
  const pool = new pg.Pool({ ...settings.connection, max: 10 });
  const results: PageResult[] = [];
  try {
    for (const scenario of pageScenarios) {
      await checkSameRows(scenario, settings, pool);
      const result = await measurePage(scenario, settings, pool);
      results.push(result);
      console.error(`measured: ${describe(result)}`);
    }
  } finally {
    await pool.end();
  }
  return results;
}

/** So that an interrupted run leaves its numbers in the terminal. */
function describe({ name, http1, rows1, http10, rows10, whole1, afterWrite }: PageResult): string {
  const ways = { http1, rows1, http10, rows10, whole1, afterWrite };
  const said = Object.entries(ways).map(([way, { p50, p95 }]) => `${way} ${p50.toFixed(1)}/${p95.toFixed(1)}`);
  return `${name}: ${said.join(", ")}`;
}

async function measurePage(scenario: PageScenario, settings: PageSettings, pool: pg.Pool): Promise<PageResult> {
  const { rounds } = settings;
  const http = () => getPage(scenario, settings);
  const rows = () => pool.query(scenario.bare.rows);
  const whole = () => runAll(pool, scenario.bare.whole);
  const one = await measureInterleaved({ http, rows }, { rounds, calls: 20, concurrency: 1 });
  const ten = await measureInterleaved({ http, rows }, { rounds, calls: 50, concurrency: 10 });
  const all = await measureInterleaved({ whole }, { rounds: 1, calls: 2, concurrency: 1 });
  const afterWrite = await measureAfterWrite(scenario, { http, rows }, settings, pool);
  return {
    ...{ name: scenario.name, kind: scenario.kind, ...afterWrite },
    ...{ http1: one.http, http10: ten.http, rows1: one.rows, rows10: ten.rows, whole1: all.whole },
  };
}

async function runAll(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await pool.query(statement);
}

/** A search is measured with the counts of the plain list already there, as a visitor finds them. */
async function measureAfterWrite(
  { kind }: PageScenario,
  { http, rows }: Readonly<{ http: Way; rows: Way }>,
  { client, rounds }: PageSettings,
  pool: pg.Pool,
): Promise<Pick<PageResult, "afterWrite" | "rowsBeside">> {
  const pages: number[] = [];
  const statements: number[] = [];
  for (let call = 0; call < rounds * 4; call += 1) {
    await pool.query("update agreement set title = title where no = 1");
    if (kind === "search") await client.get("/agreements");
    pages.push(await timed(http));
    statements.push(await timed(rows));
  }
  return { afterWrite: timesOf(pages), rowsBeside: timesOf(statements) };
}

function getPage({ path, signedIn }: PageScenario, { client, cookie }: PageSettings) {
  return client.get(path, signedIn ? { cookie } : {});
}

/** A comparison is worth something only when both sides give the same records in the same order. */
async function checkSameRows(scenario: PageScenario, settings: PageSettings, pool: pg.Pool): Promise<void> {
  if (scenario.kind === "table") return;
  const { body } = await getPage(scenario, settings);
  const shown = new Set([...body.toString("utf8").matchAll(/href="\/agreements\/(A\d+)"/g)].map(([, id]) => id));
  const { rows } = await pool.query<{ id: string }>(scenario.bare.rows);
  const expected = rows.slice(0, shown.size).map(({ id }) => id);
  const isSame = shown.size > 0 && [...shown].every((id, at) => id === expected[at]);
  if (isSame) return;
  throw new Error(`${scenario.name}: the page shows ${[...shown].slice(0, 5)}, the statement ${expected.slice(0, 5)}`);
}
