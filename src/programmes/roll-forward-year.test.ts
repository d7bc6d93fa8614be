import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { CLI, SYSTEM, type Tx } from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import * as programmes from "./index.ts";
import { anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => db.drop());

const write = <T>(work: (tx: Tx) => Promise<T>) => db.database.write(CLI, work);

async function recorded(owner: string, own: Partial<programmes.ProgrammeFacts>) {
  const outcome = await write((tx) =>
    programmes.recordProgramme(tx, CLI, { owner, facts: aProgramme(own), reason: null }),
  );
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const every2 = { everyYears: 2, isAlternating: false, asPrinted: "隔年" };

async function rolled(owner: string, fiscalYear: number) {
  const preview = await db.database.read(CLI, (tx) => programmes.previewRollForward(tx, { owner, fiscalYear }));
  const chosen = preview.ready.map(({ programme }) => ({ id: programme.id, expectedVersion: programme.version }));
  const outcome = await write((tx) =>
    programmes.rollForwardYear(tx, CLI, { owner, fiscalYear, programmes: chosen, reason: "年度更新" }),
  );
  return { preview, chosen, outcome };
}

test("all programmes of a body get the next year's plan in one act, as recurrence decides, and it is shown first", async () => {
  await recorded("46000", { number: 1, title: "毎年の会議", recurrence: null, years: [anEntry(2023)] });
  const event = anEvent({ name: "第5回会議", edition: 5, place: "香港" });
  const biennial = { recurrence: every2, years: [anEntry(2023, { events: [event] })] };
  await recorded("46000", { number: 2, title: "隔年の会議", ...biennial });
  await recorded("46000", { number: 3, title: "もう計画がある", years: [anEntry(2024, { column: "plan" })] });
  const { preview, outcome } = await rolled("46000", 2024);
  expect(preview.ready.map(({ programme, entry }) => [programme.facts.title, entry.status])).toEqual([
    ["毎年の会議", "planned"],
    ["隔年の会議", "none_biennial"],
  ]);
  expect(preview.left.map(({ programme, reason }) => [programme.facts.title, reason])).toEqual([
    ["もう計画がある", "year_exists"],
  ]);
  if (!outcome.ok) throw new Error("refused");
  expect(outcome.value.map(({ version }) => version)).toEqual([2, 2]);
  const { rows } = await db.database.read(CLI, (tx) =>
    programmes.listProgrammes(tx, { criteria: { government: "46000", fiscalYear: 2024, status: "none_biennial" } }),
  );
  expect(rows.map(({ title }) => title)).toEqual(["隔年の会議"]);
});

test("it is undone as long as nothing was entered", async () => {
  await recorded("01000", { title: "取り消す事業", years: [anEntry(2023)] });
  await recorded("01000", { title: "入力する事業", years: [anEntry(2023)] });
  const target = { owner: "01000", fiscalYear: 2024, reason: null };
  const undo = () => write((tx) => programmes.undoRollForward(tx, CLI, target));
  expect(await undo()).toMatchObject({ problem: { code: "nothing_rolled_forward" } });
  await rolled("01000", 2024);
  expect(await undo()).toMatchObject({ ok: true });
  expect(await undo()).toMatchObject({ problem: { code: "nothing_rolled_forward" } });
  const { chosen } = await rolled("01000", 2024);
  const [, second] = chosen;
  const entry = anEntry(2024, { column: "plan", status: "planned", text: "書いた" });
  await write((tx) =>
    programmes.enterYear(
      tx,
      CLI,
      { id: second!.id, expectedVersion: second!.expectedVersion + 1, entry },
      { reason: null },
    ),
  );
  expect(await undo()).toMatchObject({ problem: { code: "roll_forward_in_use", ids: [second!.id] } });
});

test("a plan that was taken away again, or got a result, counts as used", async () => {
  const own = await recorded("12000", { title: "消した計画", years: [anEntry(2023)] });
  const undo = () =>
    write((tx) => programmes.undoRollForward(tx, CLI, { owner: "12000", fiscalYear: 2024, reason: null }));
  const enter = (expectedVersion: number, entered: { removed: programmes.YearKey } | { entry: programmes.YearEntry }) =>
    write((tx) => programmes.enterYear(tx, CLI, { id: own.id, expectedVersion, ...entered }, { reason: null }));
  await rolled("12000", 2024);
  await enter(2, { entry: anEntry(2024) });
  expect(await undo()).toMatchObject({ problem: { code: "roll_forward_in_use", ids: [own.id] } });
  await enter(3, { removed: { fiscalYear: 2024, column: "result" } });
  await enter(4, { removed: { fiscalYear: 2024, column: "plan" } });
  expect(await undo()).toMatchObject({ problem: { code: "roll_forward_in_use", ids: [own.id] } });
});

test("what waits for approval or is withdrawn from the public is left out, and why", async () => {
  const waiting = await recorded("13000", { number: 1, title: "承認を待つ事業", years: [anEntry(2023)] });
  const gone = await recorded("13000", { number: 2, title: "公開をやめた事業", years: [anEntry(2023)] });
  await db.owner.query(
    "update programme_work set state = 'in_review', submitted_by = 'U999999', submitted_at = now() where programme_no = $1",
    [waiting.no],
  );
  await write((tx) => programmes.withdrawProgramme(tx, CLI, { id: gone.id, expectedVersion: 1, reason: "取りやめた" }));
  const { preview, outcome } = await rolled("13000", 2024);
  expect(preview.left.map(({ programme, reason }) => [programme.facts.title, reason])).toEqual([
    ["承認を待つ事業", "in_review"],
    ["公開をやめた事業", "withdrawn"],
  ]);
  expect([preview.ready, outcome]).toEqual([[], { ok: true, value: [] }]);
});

test("a programme saved since the preview keeps the whole year from being rolled forward", async () => {
  const first = await recorded("40000", { title: "先に保存された事業", years: [anEntry(2023)] });
  await recorded("40000", { title: "ほかの事業", years: [anEntry(2023)] });
  const target = { owner: "40000", fiscalYear: 2024 };
  const preview = await db.database.read(CLI, (tx) => programmes.previewRollForward(tx, target));
  const facts = { ...first.facts, overview: "直した" };
  await write((tx) =>
    programmes.editProgramme(tx, CLI, { id: first.id, expectedVersion: first.version, facts, reason: null }),
  );
  const chosen = preview.ready.map(({ programme }) => ({ id: programme.id, expectedVersion: programme.version }));
  const late = await write((tx) =>
    programmes.rollForwardYear(tx, CLI, { ...target, programmes: chosen, reason: null }),
  );
  expect(late).toMatchObject({ problem: { refused: [{ id: first.id, problem: { code: "stale_version" } }] } });
  const own = await db.database.read(CLI, (tx) => programmes.listOwnProgrammes(tx, "40000"));
  expect(own.every((one) => one.facts.years.length === 1)).toBe(true);
});
