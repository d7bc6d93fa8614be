/** Programmes × fiscal years (年度別一覧): what became of each programme in each year, plan and result apart. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { countYearStatuses, type YearStatusCount } from "./facet-counts-query.ts";
import {
  listProgrammes,
  type ProgrammeListRequest,
  type ProgrammePage,
  type ProgrammeSummary,
} from "./list-programmes-query.ts";
import type { YearColumn } from "./programme-year.ts";
import type { YearStatus } from "./year-status.ts";

export type MatrixCell = Readonly<{
  fiscalYear: number;
  /** `plan_including_results` stands on the side of the plan. */
  plan: MatrixMark | null;
  result: MatrixMark | null;
}>;

export type MatrixMark = Readonly<{ column: YearColumn; status: YearStatus; reason: string | null }>;

export type MatrixRow = Readonly<{
  programme: ProgrammeSummary;
  /** Of the years asked for, newest first; years without an entry are left out. */
  cells: readonly MatrixCell[];
}>;

export type YearMatrix = Omit<ProgrammePage, "rows"> &
  Readonly<{
    rows: readonly MatrixRow[];
    /** Over all programmes under the criteria, not only this page. */
    counts: readonly YearStatusCount[];
  }>;

export type MatrixRequest = ProgrammeListRequest &
  Readonly<{
    /** First and last fiscal year. */
    from: number;
    to: number;
  }>;

type CellRow = Readonly<{ no: number; fiscalYear: number }> & MatrixMark;

export async function yearMatrix(tx: Tx, request: MatrixRequest): Promise<YearMatrix> {
  const { from, to, side = "published" } = request;
  const { rows, ...page } = await listProgrammes(tx, request);
  const cells = await cellsOf(tx, rows, { from, to, side });
  return {
    ...page,
    rows: rows.map((programme) => ({ programme, cells: cells.get(programme.no) ?? [] })),
    counts: await countYearStatuses(tx, request),
  };
}

async function cellsOf(
  tx: Tx,
  programmes: readonly ProgrammeSummary[],
  { from, to, side }: Readonly<{ from: number; to: number; side: string }>,
): Promise<ReadonlyMap<number, readonly MatrixCell[]>> {
  const { rows } = await sql<CellRow>`
    select y.programme_no as no, y.fiscal_year as "fiscalYear", y.year_column as column, y.status, y.reason
    from programme_year y
    where y.programme_no = any(${programmes.map(({ no }) => no)}) and y.side = ${side}
      and y.fiscal_year between ${from}::integer and ${to}::integer
    order by y.programme_no, y.fiscal_year desc, y.year_column`.execute(tx);
  const byProgramme = Map.groupBy(rows, ({ no }) => no);
  return new Map(
    [...byProgramme].map(([no, own]) => {
      const byYear = Map.groupBy(own, ({ fiscalYear }) => fiscalYear);
      return [no, [...byYear].map(([fiscalYear, entries]) => cellOf(fiscalYear, entries))];
    }),
  );
}

function cellOf(fiscalYear: number, entries: readonly CellRow[]): MatrixCell {
  const mark = (wanted: YearColumn): MatrixMark | null => {
    const found = entries.find(({ column }) => column === wanted);
    return found === undefined ? null : { column: found.column, status: found.status, reason: found.reason };
  };
  return { fiscalYear, plan: mark("plan_including_results") ?? mark("plan"), result: mark("result") };
}
