/**
 * A thousand rows pasted into the table of programmes: what is shown as differences, and what is then saved in one
 * transaction, which looks at all of it once more. One body with a thousand programmes of five years each; entries that
 * are changed, before and after the database has counted the rows, and entries of years that had none.
 */
import { CLI, type Database } from "../../src/platform/index.ts";
import { type GridKey, gridRow } from "../../src/programmes/grid/grid-rows.ts";
import { readPaste } from "../../src/programmes/grid/paste-rows.ts";
import { isReady, reviewGrid } from "../../src/programmes/grid/review-grid.ts";
import { listGridRows, saveGrid } from "../../src/programmes/grid/save-grid.ts";
import { printTsv } from "../../src/programmes/grid/tsv.ts";
import type { TypedRow } from "../../src/programmes/grid/typed-rows.ts";
import { PASTE_HEADERS } from "../../src/programmes/grid/words.ts";
import * as programmes from "../../src/programmes/index.ts";
import { inventProgramme } from "../data/fill-programmes.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { timed } from "../measure/interleaved.ts";
import { type Times, timesOf } from "../measure/quantiles.ts";

export type GridTimes = Readonly<{
  check: Times;
  /** Changed entries, as soon as the thousand programmes are recorded. */
  saveUncounted: Times;
  save: Times;
  saveNew: Times;
}>;

const OWNER = "13104";
const ROWS = 1_000;
const LOAD = { prefectures: 1, programmes: ROWS, firstYear: 2020, years: 5 };
const CHANGED_UNCOUNTED = [2020, 2021];
const CHANGED = [2022, 2023, 2024];
const NEW = [2025, 2026, 2027];

/**
 * Fills the body first; only in a folder of this run.
 * @param settle lets the database count its rows.
 */
export async function measureGrid(database: Database, settle: () => Promise<void>): Promise<GridTimes> {
  await fillBody(database);
  const uncounted = await pasteYears(database, CHANGED_UNCOUNTED);
  await settle();
  const [changed, added] = [await pasteYears(database, CHANGED), await pasteYears(database, NEW)];
  return {
    check: timesOf([...uncounted.checks, ...changed.checks, ...added.checks]),
    saveUncounted: timesOf(uncounted.saves),
    save: timesOf(changed.saves),
    saveNew: timesOf(added.saves),
  };
}

async function fillBody(database: Database): Promise<void> {
  const random = seededRandom(11);
  await database.write(CLI, async (tx) => {
    for (let number = 1; number <= ROWS; number += 1) {
      const facts = inventProgramme(random, number, LOAD);
      const outcome = await programmes.recordProgramme(tx, CLI, { owner: OWNER, facts, reason: null });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    }
  });
}

async function pasteYears(database: Database, years: readonly number[]) {
  const checks: number[] = [];
  const saves: number[] = [];
  for (const fiscalYear of years) {
    const key: GridKey = { fiscalYear, column: "result" };
    let typed: readonly TypedRow[] = [];
    checks.push(
      await timed(async () => {
        typed = await checkPaste(database, key);
      }),
    );
    saves.push(await timed(() => savePaste(database, key, typed)));
  }
  return { checks, saves };
}

function block(): string {
  const rows = Array.from({ length: ROWS }, (_, at) => [
    ...[String(at + 1), "中止", `理由${at + 1}`, "１２", "1,234,567", "相手の都合により\n取りやめた。"],
  ]);
  return printTsv([["番号", "状況", "理由", "派遣（人）", "決算額（円）", "本文"], ...rows]);
}

function checkPaste(database: Database, key: GridKey): Promise<readonly TypedRow[]> {
  return database.read(CLI, async (tx) => {
    const rows = await listGridRows(tx, OWNER, key);
    const { rows: typed, problems } = readPaste(block(), rows, PASTE_HEADERS);
    const open = typed.map((row) => {
      const lock = rows.find(({ programme }) => programme.id === row.id)?.cells.sent?.lock ?? null;
      const { sent: _several, ...texts } = row.texts;
      return lock === null ? row : { ...row, texts };
    });
    const review = await reviewGrid(tx, rows, open, key);
    if (problems.length > 0 || !isReady(review))
      throw new Error(JSON.stringify([problems, review.problems.slice(0, 3)]));
    return open;
  });
}

async function savePaste(database: Database, key: GridKey, typed: readonly TypedRow[]): Promise<void> {
  const asked = { owner: OWNER, key, typed, why: { reason: "貼り付け" } };
  const outcome = await database.write(CLI, (tx) => saveGrid(tx, CLI, asked));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const [first] = outcome.value;
  if (outcome.value.length !== ROWS || first === undefined) throw new Error(`${outcome.value.length} saved`);
  if (gridRow(first, key).entry?.status !== "cancelled") throw new Error("the first row was not saved");
}
