import ExcelJS from "exceljs";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { addBody, addMember } from "../../../../test/support/people.ts";
import { hiddenIn } from "../../../../test/support/sent-form.ts";
import {
  type Actor,
  CLI,
  PUBLIC,
  type RequestEnv,
  routedPath,
  SYSTEM,
  splitLanguage,
} from "../../../platform/index.ts";
import { syncLocalGovernments } from "../../../registry/index.ts";
import { enterYear } from "../../enter-years.ts";
import { findProgramme } from "../../programme-store.ts";
import { recordProgramme } from "../../record-programme.ts";
import type { RecordedProgramme } from "../../recorded-programme.ts";
import { programmeRoutes } from "../../routes.tsx";
import { anEntry, anEvent, aProgramme } from "../../testing/programme-facts.ts";
import { workbookWords } from "../messages.ja.ts";

let db: TestDatabase;
let app: Hono<RequestEnv>;
let visitor: Actor;
let editor: Actor;
let cautious: Actor;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  editor = await addMember(db.owner, await addBody(db.owner, "鹿児島県", "46000"), "佐藤 一", "municipal_editor");
  const city = await addBody(db.owner, "鹿児島市", "46201");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  cautious = await addMember(db.owner, city, "鈴木 二", "municipal_editor");
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", visitor);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.onError((error) => {
    throw error;
  });
  app.route("/", programmeRoutes({ database: db.database }));
});
afterAll(() => db.drop());

let id: string;
beforeEach(async () => {
  visitor = editor;
  id = await recorded("46000");
});

async function recorded(owner: string): Promise<string> {
  const entry = anEntry(2024, { column: "plan", events: [anEvent({ name: "交流会議", place: "香港" })] });
  const facts = aProgramme({ title: "海外交流事業", years: [entry] });
  const outcome = await db.database.write(CLI, (tx) => recordProgramme(tx, CLI, { owner, facts, reason: null }));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.id;
}

async function known(): Promise<RecordedProgramme> {
  const found = await db.database.read(CLI, (tx) => findProgramme(tx, id));
  if (found === undefined) throw new Error(id);
  return found;
}

async function placeOfEvent(): Promise<string | null | undefined> {
  return (await known()).facts.years[0]?.events[0]?.place;
}

type Edit = (cellOf: (sheet: string, header: string) => ExcelJS.Cell) => void;

/** The workbook as it goes out, edited in the first row of the programme. */
async function workbook(edit: Edit = () => {}, government = "46000"): Promise<File> {
  const sent = await app.request(`/programmes/report/workbook.xlsx?government=${government}`);
  expect(sent.status).toBe(200);
  const opened = new ExcelJS.Workbook();
  await opened.xlsx.load(await sent.arrayBuffer());
  edit((name, header) => {
    const sheet = opened.getWorksheet(name)!;
    const row = (sheet.getColumn(1).values as unknown[]).indexOf(id);
    return sheet.getCell(row, (sheet.getRow(1).values as unknown[]).indexOf(header));
  });
  return new File([(await opened.xlsx.writeBuffer()) as ArrayBuffer], "記入表.xlsx");
}

async function post(path: string, fields: Readonly<Record<string, string | File>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const response = await app.request(path, { method: "POST", body });
  return { status: response.status, html: await response.text(), location: response.headers.get("location") ?? "" };
}

const preview = (file: File, government = "46000", path = "/programmes/workbook") => post(path, { government, file });

const { sheets, headers } = workbookWords;
const movedTo =
  (place: string): Edit =>
  (cellOf) => {
    cellOf(sheets.events, headers.place).value = place;
  };

function sentAgain(html: string, rest: Readonly<Record<string, string>> = {}) {
  const { government = "", seal = "", workbook: bytes = "" } = hiddenIn(html);
  return post("/programmes/workbook/save", { government, seal, workbook: bytes, ...rest });
}

test("a workbook that comes back untouched changes nothing and offers nothing to save", async () => {
  const { status, html } = await preview(await workbook());
  expect(status).toBe(200);
  expect(html).toContain("違いはありません");
  expect(html).not.toContain("/programmes/workbook/save");
});

test("changes are shown with before, after and cell, and saved only when confirmed", async () => {
  const file = await workbook((cellOf) => {
    cellOf(sheets.events, headers.place).value = "深圳";
    cellOf(sheets.years, headers.status).value = "中止";
  });
  const shown = await preview(file);
  expect(shown.status).toBe(200);
  for (const words of ["海外交流事業", "令和6年度", "交流会議：場所", "香港", "深圳", "中止"])
    expect(shown.html).toContain(words);
  expect(await placeOfEvent()).toBe("香港");
  const saved = await sentAgain(shown.html, { reason: "会場の変更" });
  expect(saved.status).toBe(303);
  expect(saved.location).toBe("/programmes/workbook?government=46000&saved=1");
  expect(await placeOfEvent()).toBe("深圳");
  expect((await known()).facts.years[0]?.status).toBe("cancelled");
  expect(await (await app.request(saved.location)).text()).toContain("1事業を保存しました");
});

test("what cannot be read is named with sheet and cell, in both languages, and nothing is saved", async () => {
  const file = await workbook((cellOf) => {
    cellOf(sheets.events, headers.date).value = "令和6年11月22日（月）";
  });
  const shown = await preview(file);
  expect(shown.status).toBe(422);
  expect(shown.html).toMatch(/「行事」シートの[A-Z]+[0-9]+/u);
  expect(shown.html).toContain("曜日が日付と合いません");
  expect(shown.html).not.toContain("/programmes/workbook/save");
  const english = await preview(file, "46000", "/en/programmes/workbook");
  expect(english.html).toContain("the weekday does not fit the date");
  expect((await known()).version).toBe(1);
});

test("formulas, a lost tie column and a file that is no workbook are refused in words", async () => {
  const formula = await workbook((cellOf) => {
    cellOf(sheets.events, headers.place).value = { formula: '"深"&"圳"', result: "深圳" };
  });
  expect((await preview(formula)).html).toContain("「場所」は数式です");
  const untied = await workbook((cellOf) => {
    cellOf(sheets.events, workbookWords.tie.id).value = null;
  });
  const lost = await preview(untied);
  expect(lost.status).toBe(422);
  expect(lost.html).toContain("どの事業・年度のものか分からない行です");
  const broken = await preview(new File(["PK\u0003\u0004 broken"], "a.xlsx"));
  expect(broken.status).toBe(422);
  expect(broken.html).toContain("このファイルは読めませんでした");
  const none = await post("/programmes/workbook", { government: "46000" });
  expect(none.status).toBe(422);
  expect(none.html).toContain("記入表のファイルを選んでください");
  expect(await placeOfEvent()).toBe("香港");
});

test("another body's workbook is refused, and so is another body", async () => {
  const file = await workbook(movedTo("深圳"));
  const shown = await preview(file);
  visitor = cautious;
  expect((await preview(file)).status).toBe(403);
  expect((await sentAgain(shown.html)).status).toBe(403);
  const other = await preview(file, "46201");
  expect(other.status).toBe(422);
  expect(other.html).toContain("この表は団体コード 46000 のものです");
  expect((await sentAgain(shown.html, { government: "46201" })).status).toBe(409);
  visitor = PUBLIC;
  expect((await app.request("/programmes/workbook")).status).toBe(403);
  expect(await placeOfEvent()).toBe("香港");
});

test("a workbook made before somebody else's change is refused, before and after it was shown", async () => {
  const file = await workbook(movedTo("深圳"));
  const shown = await preview(file);
  const entry = (await known()).facts.years[0]!;
  const change = { id, expectedVersion: 1, entry: { ...entry, text: "先に直した文" } };
  await db.database.write(CLI, (tx) => enterYear(tx, CLI, change, { reason: null }));
  const late = await sentAgain(shown.html);
  expect(late.status).toBe(409);
  expect(late.html).toContain("何も保存していません");
  expect(late.html).toContain("新しい表を書き出してください");
  expect((await preview(file)).status).toBe(409);
  expect(await placeOfEvent()).toBe("香港");
});

test("a confirmation of anything but what was shown saves nothing", async () => {
  const shown = await preview(await workbook(movedTo("深圳")));
  const other = await preview(await workbook(movedTo("上海")));
  const { workbook: bytes = "" } = hiddenIn(other.html);
  expect((await sentAgain(shown.html, { workbook: bytes })).status).toBe(409);
  expect((await sentAgain(shown.html, { workbook: "" })).status).toBe(422);
  expect((await sentAgain(shown.html, { workbook: "AAAA" })).status).toBe(422);
  expect(await placeOfEvent()).toBe("香港");
});

test("where a body asks for approval the public goes on reading what was approved", async () => {
  id = await recorded("46201");
  visitor = cautious;
  const shown = await preview(await workbook(movedTo("深圳"), "46201"), "46201");
  expect(shown.html).toContain("この団体では承認が必要です");
  expect((await sentAgain(shown.html)).status).toBe(303);
  const { facts, published, state } = await known();
  expect([facts, published?.facts].map((one) => one?.years[0]?.events[0]?.place)).toEqual(["深圳", "香港"]);
  expect(state).toBe("draft");
});

test("an address that looks personal asks why it may be public before anything is saved", async () => {
  const shown = await preview(
    await workbook((cellOf) => {
      cellOf(sheets.years, headers.text).value = "連絡先は 090-1234-5678";
    }),
  );
  const asked = await sentAgain(shown.html);
  expect(asked.status).toBe(422);
  expect(asked.html).toContain('name="confirmation"');
  expect((await known()).version).toBe(1);
  expect((await sentAgain(asked.html, { confirmation: "窓口の電話" })).status).toBe(303);
});
