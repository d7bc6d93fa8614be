/** The command line as other programs call it: one JSON document on stdout, sentences on stderr, exit codes. */
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepDatabaseRunning } from "../support/kept-database.ts";
import { emptyDataFolder } from "../support/served-application.ts";

const REPORT = resolve("test/fixtures/agreement-survey/invented-report.txt");
let folder: string;
let stopDatabase: () => Promise<void>;
beforeAll(async () => {
  folder = emptyDataFolder();
  stopDatabase = await keepDatabaseRunning(join(folder, "data"));
});
afterAll(async () => {
  await stopDatabase();
  rmSync(folder, { recursive: true, force: true });
});

function kakehashi(...args: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: "",
    KAKEHASHI_DATA_DIR: join(folder, "data"),
    INIT_CWD: folder,
    KAKEHASHI_SAMPLE: "0",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/server/cli.js", ...args], {
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) };
}

test("a dry run prints the whole reading as one JSON document and stores nothing", () => {
  const { status, json, stderr } = kakehashi("import", REPORT, "--dry-run", "--json");
  expect(status).toBe(1); // the invented report holds errors
  expect(json()).toMatchObject({ document: { name: "invented-report.txt" }, layout: "agreement-survey" });
  expect(json().records.length).toBeGreaterThan(0);
  expect(Object.keys(json())).toEqual(expect.arrayContaining(["records", "toc", "tables", "findings"]));
  expect(stderr).toContain("保存していません");
});

test("a programme report is read as programmes, and stored once as drafts for review", () => {
  const report = resolve("test/fixtures/programme-report/invented-report.txt");
  const { json, stderr } = kakehashi("import", report, "--layout", "auto", "--dry-run", "--json");
  expect(json()).toMatchObject({ layout: "programme-report", document: { name: "invented-report.txt" } });
  expect(json().records[0]).toMatchObject({
    kind: "programme",
    number: 1,
    startFiscalYear: { asPrinted: "昭和61年度", fiscalYear: 1986 },
    years: [
      { fiscalYear: 2024, column: "result", status: "none_biennial", reasonAsPrinted: "隔年実施のため計画なし" },
      { fiscalYear: 2025, column: "plan_including_results", events: [{ edition: 20, date: { from: "2025-11-21" } }] },
    ],
  });
  expect(stderr).toContain("保存していません");
  const first = kakehashi("import", report, "--json").json();
  expect(first.imported).toMatchObject({ isNew: true });
  expect(kakehashi("import", report, "--json").json().imported).toEqual({ id: first.imported.id, isNew: false });
});

test("importing stores drafts for review, accepts nothing, and a second time creates nothing", () => {
  const first = kakehashi("import", REPORT, "--json").json();
  expect(first.imported).toMatchObject({ isNew: true });
  const again = kakehashi("import", REPORT, "--json").json();
  expect(again.imported).toEqual({ id: first.imported.id, isNew: false });
  const table = kakehashi("tabulate", "--table", "by-field", "--json").json();
  expect(table.rows.at(-1)?.cells["合計"]?.n ?? 0).toBe(0);
});

test.each([
  [["import", REPORT, "--layout", "nonsense", "--dry-run", "--json"], "「nonsense」という様式はありません"],
  [["import", REPORT, "--dry-run", "--jsno"], "「--jsno」という指定はありません"],
  [["import", "missing.txt", "--dry-run", "--json"], "missing.txt を開けません"],
  [["import", REPORT, REPORT, "--dry-run"], "ファイルを一つ指定してください"],
])("%j is wrong use, said in Japanese, with nothing on stdout", (args, sentence) => {
  const { status, stdout, stderr } = kakehashi(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(sentence);
});

test("drafts without findings are accepted by command, and counted by the tables", () => {
  const { id } = kakehashi("import", REPORT, "--json").json().imported;
  const { status, json } = kakehashi("import", "accept", id, "--all-without-findings", "--json");
  expect(status).toBe(0);
  const { accepted, linked } = json();
  expect(accepted).toBeGreaterThan(0);
  const table = kakehashi("tabulate", "--table", "by-field", "--json").json();
  expect(table).toMatchObject({ table: "by-field", unit: "listing" });
  expect(table.rows.at(-1).cells["合計"].n).toBe(accepted + linked);
});

test("check recounts a report and ends with 1 when anything disagrees", () => {
  const { status, json } = kakehashi("check", REPORT, "--json");
  expect(status).toBe(1);
  const { counts, tables, findings } = json();
  expect(counts.sheets).toBeGreaterThan(0);
  expect(tables.map(({ id }: { id: string }) => id)).toEqual(["by-field", "by-country"]);
  expect(findings.every(({ rule }: { rule: string }) => /^C[1-9]$/.test(rule))).toBe(true);
});

test("check does not call a document without any survey report free of disagreement", () => {
  writeFileSync(join(folder, "手紙.txt"), "拝啓　時下ますますご清祥のこととお喜び申し上げます。\n");
  const { status, json } = kakehashi("check", "手紙.txt", "--json");
  expect(status).toBe(1);
  expect(json()).toMatchObject({ layout: null, counts: { sheets: 0, toc: 0 }, findings: [{ code: "unreadable" }] });
});

test("a file is found from the folder the person stands in", () => {
  writeFileSync(join(folder, "空.txt"), "");
  const { status, json } = kakehashi("import", "空.txt", "--dry-run", "--json");
  expect(status).toBe(1);
  expect(json().findings).toMatchObject([{ code: "unreadable", severity: "error", values: { reason: "empty_file" } }]);
});

test("a wrong command, table, option or file ends with 2 and says how it is called", () => {
  for (const args of [
    ["destroy"],
    ["tabulate", "--table", "by-moon"],
    ["import", "--wrong"],
    ["import", "none.txt"],
    [],
  ]) {
    const { status, stdout, stderr } = kakehashi(...args);
    expect([args, status, stdout]).toEqual([args, 2, ""]);
    expect(stderr).not.toBe("");
  }
  expect(kakehashi("destroy", "--lang", "en").stderr).toContain("There is no command");
});

test("a database that a command finds missing is made and gets the sample, as at the first start", () => {
  const env = { ...process.env, DATABASE_URL: "", KAKEHASHI_DATA_DIR: join(folder, "sample") };
  const words = ["dist/server/cli.js", "tabulate", "--table", "by-field", "--json"];
  const { stdout } = spawnSync(process.execPath, words, { env, encoding: "utf8" });
  expect(JSON.parse(stdout).rows.at(-1).cells["合計"]).toEqual({ n: 175, relisted: 26 });
});

test("csv and markdown tables go to stdout", () => {
  expect(kakehashi("tabulate", "--table", "by-country", "--csv").stdout).toContain("table,as_of,unit,label");
  expect(kakehashi("tabulate", "--table", "by-field", "--markdown").stdout).toContain("| 合計 |");
});
