/**
 * `import FILE --dry-run --json` as a command, and its reading alone in a process that is already warm: a generated
 * report of 175 sheets, the given one where there is one, and a workbook of 10,000 rows.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { readSource, setWorkerFolder } from "../../src/documents/read-source.ts";
import { readDocument } from "../../src/intake/index.ts";
import { ROOT } from "../measure/application.ts";
import { measureInterleaved } from "../measure/interleaved.ts";
import { highestResidentMb } from "../measure/process-memory.ts";
import type { Times } from "../measure/quantiles.ts";
import { inventReport } from "../survey/invented-report.ts";
import { writeInventedWorkbook } from "../survey/invented-workbook.ts";

export type ImportResult = Readonly<{
  name: string;
  bytes: number;
  records: number;
  findings: number;
  /** The whole command, from starting Node to the last byte. */
  command: Times;
  /** Reading and recognising in a running process. */
  reading: Times;
  /** Of the command and the processes it starts. */
  highestMb: number | null;
  /** Target for the command. */
  limitMs: number;
}>;

type Subject = Readonly<{ name: string; file: string; limitMs: number }>;

const SHEETS = 175;
const WORKBOOK_ROWS = 10_000;
const GIVEN = /^clair-agreement-survey.*\.txt$/;

export async function measureImports(folder: string, rounds: number): Promise<readonly ImportResult[]> {
  setWorkerFolder(pathToFileURL(join(ROOT, "dist", "server", "/")));
  const generated = join(folder, "invented-report.txt");
  writeFileSync(generated, inventReport(SHEETS));
  const workbook = join(folder, "invented-table.xlsx");
  await writeInventedWorkbook(workbook, WORKBOOK_ROWS);
  const subjects = [
    { name: `generated, ${SHEETS} sheets`, file: generated, limitMs: 1_000 },
    ...givenReports(),
    { name: `workbook, ${WORKBOOK_ROWS} rows`, file: workbook, limitMs: 10_000 },
  ];
  const results: ImportResult[] = [];
  for (const subject of subjects) results.push(await measureImport(subject, rounds));
  return results;
}

/** In KAKEHASHI_SOURCES, else in a folder of sources beside the project. */
function givenReports(): readonly Subject[] {
  const folder = process.env.KAKEHASHI_SOURCES ?? join(ROOT, "..", "shared", "sources");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => GIVEN.test(name))
    .map((name) => ({ name: "given report", file: join(folder, name), limitMs: 1_000 }));
}

async function measureImport({ name, file, limitMs }: Subject, rounds: number): Promise<ImportResult> {
  const bytes = readFileSync(file);
  let read = { records: 0, findings: 0 };
  const reading = async (): Promise<void> => {
    const source = await readSource({ name: basename(file), bytes });
    if (!source.ok) throw new Error(`${file}: ${source.problem.code}`);
    const { records, findings } = readDocument(source.value);
    read = { records: countOf(records), findings: findings.length };
  };
  const times = await measureInterleaved(
    { command: () => runDryRun(file), reading },
    { rounds, calls: 2, concurrency: 1 },
  );
  const highestMb = await runDryRun(file);
  return { name, bytes: bytes.length, ...read, ...times, highestMb, limitMs };
}

/** What a layout has read has a shape of its own; here only its number matters. */
function countOf(records: unknown): number {
  return Array.isArray(records) ? records.length : 0;
}

/** @returns the most memory it took, in MB. */
function runDryRun(file: string): Promise<number | null> {
  const command = ["dist/server/cli.js", "import", file, "--dry-run", "--json"];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve, reject) => {
    let words = "";
    child.stderr.on("data", (chunk: Buffer) => {
      words += chunk.toString("utf8");
    });
    // 1 says that it is done and that there are error findings
    child.once("exit", (code) => (code === 0 || code === 1 ? resolve() : reject(new Error(`${code}: ${words}`))));
  });
  return highestResidentMb(child.pid ?? 0, () => ended);
}
