/** The results as the Markdown tables that bench/README.md carries: milliseconds, p50 / p95, targets beside. */
import type { Machine } from "./machine.ts";
import type { Times } from "./measure/quantiles.ts";
import type { AnnualReportResult } from "./scenarios/measure-annual-report.ts";
import type { AssetsResult } from "./scenarios/measure-assets.ts";
import type { ExportResult } from "./scenarios/measure-export.ts";
import type { GridTimes } from "./scenarios/measure-grid.ts";
import type { ImportResult } from "./scenarios/measure-import.ts";
import type { PageResult } from "./scenarios/measure-pages.ts";
import type { ProgrammesResult } from "./scenarios/measure-programmes.ts";
import type { StartResult } from "./scenarios/measure-start.ts";
import type { WallsResult } from "./scenarios/measure-walls.ts";

export type Results = Readonly<{
  machine: Machine;
  agreements: number;
  fillMs: number | null;
  start: StartResult;
  /** Start to the home page on the large registry, and memory after the pages were measured. */
  large: Readonly<{ firstPageMs: number; mb: number | null }>;
  pages: readonly PageResult[];
  walls: WallsResult;
  export: ExportResult;
  imports: readonly ImportResult[];
  annualReport: readonly AnnualReportResult[];
  programmes: ProgrammesResult;
  assets: AssetsResult;
}>;

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const both = ({ p50, p95 }: Times): string => `${ms(p50)} / ${ms(p95)}`;
const mb = (value: number | null): string => (value === null ? "–" : `${value.toFixed(0)} MB`);
const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;
const mark = (isMet: boolean): string => (isMet ? "met" : "**missed**");

export function printResults(results: Results): string {
  const { machine } = results;
  return [
    `${machine.date} UTC, ${machine.processors}, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, PostgreSQL ${machine.postgres}, load before ${machine.loadBefore}; ${results.agreements} agreements${results.fillMs === null ? "" : `, made in ${(results.fillMs / 1000).toFixed(0)} s`}`,
    printPages(results.pages),
    printOthers(results),
    printAnnualReport(results.annualReport),
    printProgrammes(results.programmes),
  ].join("\n\n");
}

function printPages(pages: readonly PageResult[]): string {
  const heading = [
    ...["page", "HTTP c=1", "SQL rows c=1", "over SQL", "ratio", "SQL whole", "HTTP c=10", "SQL rows c=10"],
    ...["after a write", "SQL rows beside", "target"],
  ];
  const rows = pages.map((page) => {
    const over = page.http1.p50 - page.rows1.p50;
    return [
      ...[page.name, both(page.http1), both(page.rows1), ms(over), `${(page.http1.p50 / page.rows1.p50).toFixed(1)}×`],
      ...[
        both(page.whole1),
        both(page.http10),
        both(page.rows10),
        both(page.afterWrite),
        both(page.rowsBeside),
        judge(page, over),
      ],
    ];
  });
  return table(heading, rows);
}

/** Lists: p95 ≤ 50 ms, ≤ 200 ms at ten, ≤ 10 ms over the statement; tables: ≤ 1.3 × when counted anew, ≤ 20 ms after. */
function judge({ kind, http1, http10, rowsBeside, afterWrite }: PageResult, over: number): string {
  if (kind === "table") {
    return `anew ≤ 1.3×: ${mark(afterWrite.p50 <= 1.3 * rowsBeside.p50)}, kept ≤ 20: ${mark(http1.p50 <= 20)}`;
  }
  const missed = [
    ...(http1.p95 > 50 ? ["p95 ≤ 50"] : []),
    ...(http10.p95 > 200 ? ["c=10 p95 ≤ 200"] : []),
    ...(over > 10 ? ["≤ 10 over SQL"] : []),
    ...(kind === "search" && afterWrite.p95 > 60 ? ["first time p95 ≤ 60"] : []),
  ];
  return missed.length === 0 ? "met" : `**missed**: ${missed.join(", ")}`;
}

function printWall(name: "list" | "save", { walled, bare }: WallsResult["list"]): readonly string[] {
  const what = name === "list" ? "rows of the list page, row security on" : "a save, row security and audit on";
  return [what, `${both(walled)} ms; as owner without them ${both(bare)} ms: +${ms(walled.p50 - bare.p50)} ms`, "–"];
}

function printOthers({ start, large, walls, export: csv, imports, assets }: Results): string {
  const grown = csv.highestMb === null || csv.beforeMb === null ? null : csv.highestMb - csv.beforeMb;
  return table(
    ["what", "measured", "target"],
    [
      ["first start (new database, sample) to the home page", `${ms(start.coldMs)} ms`, "–"],
      ["second start to the home page", `${ms(start.secondMs)} ms`, `≤ 3 s: ${mark(start.secondMs <= 3000)}`],
      [
        "start to the home page, large registry",
        `${ms(large.firstPageMs)} ms`,
        `≤ 3 s: ${mark(large.firstPageMs <= 3000)}`,
      ],
      ["server memory, idle with the sample", mb(start.idleMb), `< 300 MB: ${mark((start.idleMb ?? 0) < 300)}`],
      ["server memory, large registry, after all pages", mb(large.mb), "–"],
      ...imports.map(printImport),
      ...(["list", "save"] as const).map((name) => printWall(name, walls[name])),
      ["CSV export, first byte", `${ms(csv.firstByteMs)} ms`, `< 200 ms: ${mark(csv.firstByteMs < 200)}`],
      ["CSV export, whole", `${ms(csv.totalMs)} ms, ${(csv.bytes / 2 ** 20).toFixed(0)} MB`, "streamed"],
      ["CSV export, server memory", `${mb(csv.beforeMb)} + ${mb(grown)}`, `+50 MB: ${mark((grown ?? 0) <= 50)}`],
      [
        "client JavaScript of the list page (gz)",
        kb(assets.scriptBytes),
        `≤ 30 kB: ${mark(assets.scriptBytes <= 30_720)}`,
      ],
      ["styles of the list page (gz)", kb(assets.styleBytes), "–"],
      ["list page itself (gz)", kb(assets.pageBytes), "–"],
    ],
  );
}

function printImport({ name, bytes, records, findings, command, reading, highestMb, limitMs }: ImportResult): string[] {
  const read = `${records} records, ${findings} findings`;
  return [
    `import dry run: ${name}, ${kb(bytes)}`,
    `command ${both(command)} ms (${mb(highestMb)}), reading alone ${both(reading)} ms; ${read}`,
    `≤ ${limitMs / 1000} s: ${mark(command.p50 <= limitMs)}`,
  ];
}

export function printAnnualReport(results: readonly AnnualReportResult[]): string {
  const rows = results.map(({ name, bytes, times, limitMs }) => {
    const target = limitMs === null ? "–" : `≤ ${limitMs / 1000} s: ${mark(times.p50 <= limitMs)}`;
    return [name, both(times), kb(bytes), target];
  });
  return table(["annual report of 300 programmes", "from records to bytes", "size", "target"], rows);
}

/** The matrix: p95 ≤ 80 ms. A thousand entries in one transaction: ≤ 2 s. */
export function printProgrammes({ load, fillMs, pages, queries, save, grid }: ProgrammesResult): string {
  const made = fillMs === null ? "" : `, made in ${(fillMs / 1000).toFixed(0)} s`;
  const title = `Programmes: ${load.prefectures} prefectures × ${load.programmes} programmes × ${load.years} years${made}`;
  const pageRows = pages.map(({ name, times, bytes, limitMs }) => {
    const target = limitMs === null ? "–" : `p95 ≤ ${limitMs}: ${mark(times.p95 <= limitMs)}`;
    return [`page: ${name}`, both(times), kb(bytes), target];
  });
  const queryRows = queries.map(({ name, times }) => [`query: ${name}`, both(times), "–", "–"]);
  const saveRow = (name: string, times: Times) => [name, both(times), "–", `≤ 2 s: ${mark(times.p95 <= 2000)}`];
  const saveRows = [
    ...(save === null ? [] : [saveRow("1,000 entries in one transaction", save)]),
    ...(grid === null ? [] : printGrid(grid, saveRow)),
  ];
  return `${title}\n\n${table(["what", "time", "size", "target"], [...pageRows, ...queryRows, ...saveRows])}`;
}

function printGrid(
  { check, saveUncounted, save, saveNew }: GridTimes,
  saveRow: (name: string, times: Times) => readonly string[],
): readonly (readonly string[])[] {
  return [
    ["table: 1,000 pasted rows as differences", both(check), "–", "–"],
    saveRow("table: the same rows saved, changed entries", save),
    saveRow("table: the same, rows not yet counted by the database", saveUncounted),
    saveRow("table: the same rows saved, new entries", saveNew),
  ];
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)].join("\n");
}
