/** `report programmes` as a person calls it: four formats from the sample records, and clear refusals. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSource } from "../../src/documents/read-source.ts";
import { readProgrammeReport } from "../../src/programmes/index.ts";
import { keepDatabaseRunning } from "../support/kept-database.ts";
import { copyOfPreparedData } from "../support/own-application.ts";

let folder: string;
let stopDatabase: () => Promise<void>;
beforeAll(async () => {
  folder = copyOfPreparedData();
  stopDatabase = await keepDatabaseRunning(folder);
});
afterAll(async () => {
  await stopDatabase();
  rmSync(folder, { recursive: true, force: true });
});

function report(out: string, ...more: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: "",
    KAKEHASHI_DATA_DIR: folder,
    INIT_CWD: folder,
  };
  const args = ["report", "programmes", "--government", "46000", "--fiscal-year", "2024", "--out", out, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/server/cli.js", ...args], {
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test.each(["docx", "xlsx", "html", "pdf"])(
  "writes the sample's report as %s, read again as 18 programmes",
  async (format) => {
    const name = `report.${format}`;
    expect(report(name, "--format", format)).toMatchObject({ status: 0, stdout: "" });
    const source = await readSource({ name, bytes: readFileSync(join(folder, name)) });
    if (!source.ok) throw new Error(source.problem.code);
    expect(readProgrammeReport(source.value).drafts).toHaveLength(18);
  },
);

test("a code with its check digit is the same local government", () => {
  expect(report("six.html", "--format", "html", "--government", "460001")).toMatchObject({ status: 0, stdout: "" });
});

test("does not overwrite a file unless it is told to", () => {
  const before = statSync(join(folder, "report.docx")).mtimeMs;
  expect(report("report.docx", "--format", "docx").status).toBe(2);
  expect(statSync(join(folder, "report.docx")).mtimeMs).toBe(before);
  expect(report("report.docx", "--format", "docx", "--force").status).toBe(0);
});

test.each([
  [["--format", "docx", "--government", "460009"], "団体コード「460009」の団体はありません"],
  [["--format", "docx", "--government", "鹿児島"], "団体コード「鹿児島」の団体はありません"],
  [["--format", "docx", "--government", "99999"], "団体コード「99999」の団体はありません"],
  [["--format", "docx", "--government", "01100"], "公開された事業の記録がありません"],
  [["--format", "odt"], "「odt」という形式はありません"],
  [["--format", "docx", "--fiscal-year", "令和6"], "年度「令和6」は読めません"],
  [["--format", "docx", "--out", "missing/refused.docx"], "書くフォルダーがありません"],
  [[], "--format docx|xlsx|pdf|html"],
])("refuses %j and writes nothing", (more, sentence) => {
  const { status, stdout, stderr } = report("refused.docx", ...more);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(existsSync(join(folder, "refused.docx"))).toBe(false);
});
