// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop table roles where the rows are shown as cards
/**
 * The table itself, as a form sends it: a field in every cell that can be changed. The island of this page makes a
 * spreadsheet of it; the fields stay what is sent.
 */
import type { Child } from "hono/jsx";
import { Link, pathIn, Tag, useLang } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import { type RowTexts, shownCell } from "../cell-rules.ts";
import { CELL_KINDS, type GridColumn, gridColumnsOf, NUMBERS } from "../grid-columns.ts";
import type { GridKey, GridRow } from "../grid-rows.ts";
import { savedTexts } from "../grid-rows.ts";
import type { GridConflict, GridProblem } from "../review-grid.ts";
import { STATUS_NAMES } from "../status-names.ts";
import { cellName } from "../typed-rows.ts";
import { gridWords, problemText } from "../words.ts";

export type GridTableProps = Readonly<{
  gridKey: GridKey;
  caption: string;
  rows: readonly GridRow[];
  /** Row number of the first. */
  first: number;
  typed: ReadonlyMap<string, RowTexts>;
  problems: readonly GridProblem[];
  conflicts: readonly GridConflict[];
}>;

export function GridTable(props: GridTableProps) {
  const { gridKey, caption, rows, first } = props;
  const w = gridWords(useLang());
  const columns = gridColumnsOf(gridKey.column);
  const problems = Map.groupBy(props.problems, ({ id }) => id);
  const conflicts = new Map(props.conflicts.map((one) => [one.id, one]));
  return (
    <table class="t gridtable" role="table">
      <caption class="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {w.record}
          </th>
          {columns.map((column) => (
            <th scope="col" role="columnheader" data-kind={CELL_KINDS[column]} data-column={column}>
              {w.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <Row
            {...{ row, gridKey, number: first + index, typed: props.typed.get(row.programme.id) ?? {} }}
            problems={problems.get(row.programme.id) ?? []}
            conflict={conflicts.get(row.programme.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Readonly<{
  row: GridRow;
  gridKey: GridKey;
  number: number;
  typed: RowTexts;
  problems: readonly GridProblem[];
  conflict: GridConflict | undefined;
}>;

function Row({ row, gridKey, number, typed, problems, conflict }: RowProps) {
  const lang = useLang();
  const w = gridWords(lang);
  const { id, version, facts } = row.programme;
  const ofRow = problems.filter(({ column }) => column === null);
  const saved = savedTexts(row, STATUS_NAMES);
  return (
    <tr role="row" data-row={id} data-new={row.entry === null ? "" : undefined}>
      <th scope="row" role="rowheader" data-text={facts.title}>
        {row.isWaiting ? null : <input type="hidden" name="row" value={`${id}:${version}`} />}
        <span class="rowno" title={w.rowNumber(number)}>
          <span class="vh">{w.rowNumber(number)}</span>
          <span aria-hidden="true">{number}</span>
        </span>
        <span class="rowname">
          <Link href={pathIn(lang, programmeAddress(id))}>{facts.title}</Link>
          <span class="sub">
            {facts.number === null ? null : w.number(facts.number)} {row.entry === null ? w.newEntry : null}
          </span>
          {row.isWaiting ? <Tag kind="est">{w.waiting}</Tag> : null}
          {ofRow.map((problem) => (
            <span class="cellerror" id={`${id}.row`}>
              {problemText(problem, lang)}
            </span>
          ))}
        </span>
      </th>
      {gridColumnsOf(gridKey.column).map((column) => (
        <GridCellView
          {...{ row, gridKey, column, said: typed[column], saved: saved[column] ?? "" }}
          problem={problems.find((one) => one.column === column)}
          theirs={conflict?.cells.find((one) => one.column === column)?.saved}
        />
      ))}
    </tr>
  );
}

type CellProps = Readonly<{
  row: GridRow;
  gridKey: GridKey;
  column: GridColumn;
  /** What was typed and is not saved. */
  said: string | undefined;
  saved: string;
  problem: GridProblem | undefined;
  /** What somebody else saved meanwhile. */
  theirs: string | undefined;
}>;

function GridCellView(props: CellProps) {
  const { row, column, said, saved, problem, theirs } = props;
  const lang = useLang();
  const w = gridWords(lang);
  const { cells, isWaiting } = row;
  const cell = cells[column];
  const name = cellName(row.programme.id, column);
  const isOpen = cell?.lock === null && !isWaiting;
  const isChanged = said !== undefined;
  const label = w.cell(w.columns[column], row.programme.facts.title);
  return (
    <td
      {...{ role: "cell", class: cellClass(column, isChanged, isOpen), "data-label": w.columns[column] }}
      data-text={isOpen ? undefined : shownText(column, saved)}
      data-saved={isOpen && isChanged ? shownText(column, saved) : undefined}
    >
      {isOpen ? (
        <Control
          {...{ name, column, text: said ?? shownText(column, saved), label: isChanged ? w.changedCell(label) : label }}
          {...{ cellLabel: label, problemId: problem === undefined ? undefined : `${name}-error` }}
        />
      ) : (
        <Shown {...props} name={name} />
      )}
      {cell?.note == null ? null : <span class="sub cellnote">{cell.note}</span>}
      {theirs === undefined ? null : (
        <span class="cellnote">{w.ofSavedNow(theirs === "" ? w.none : shownText(column, theirs))}</span>
      )}
      {problem === undefined ? null : (
        <span class="cellerror" id={`${name}-error`}>
          {problemText(problem, lang)}
        </span>
      )}
    </td>
  );
}

function cellClass(column: GridColumn, isChanged: boolean, isOpen: boolean): string {
  return ["gc", `k-${CELL_KINDS[column]}`, isChanged ? "changed" : "", isOpen ? "" : "shown"].filter(Boolean).join(" ");
}

function shownText(column: GridColumn, text: string): string {
  return shownCell(CELL_KINDS[column], text, STATUS_NAMES);
}

type ControlProps = Readonly<{
  name: string;
  column: GridColumn;
  text: string;
  label: string;
  cellLabel: string;
  problemId: string | undefined;
}>;

function Control({ name, column, text, label, cellLabel, problemId }: ControlProps): Child {
  const common = {
    ...{ id: name, name, "aria-label": label, "data-cell-label": cellLabel },
    "aria-invalid": problemId === undefined ? undefined : ("true" as const),
    "aria-describedby": problemId,
  };
  const kind = CELL_KINDS[column];
  if (kind === "status") return <StatusControl common={common} text={text} />;
  if (NUMBERS.includes(kind)) {
    const inputmode = kind === "number" ? "decimal" : "numeric";
    return <input class="gi" type="text" inputmode={inputmode} autocomplete="off" value={text} {...common} />;
  }
  return (
    <textarea class="gi" rows={2} autocomplete="off" {...common}>
      {/* HTML drops one line break after the opening tag */}
      {text.startsWith("\n") ? `\n${text}` : text}
    </textarea>
  );
}

/** A word that is no status stays chosen, so that it is seen and not lost. */
function StatusControl({
  common,
  text,
}: Readonly<{ common: Readonly<Record<string, string | undefined>>; text: string }>) {
  const lang = useLang();
  const w = gridWords(lang);
  const isKnown = text === "" || STATUS_NAMES.some(([word]) => word === text);
  return (
    <select class="gi" {...common}>
      <option value="">{w.choose}</option>
      {isKnown ? null : (
        <option value={text} selected>
          {w.unknownStatus(text)}
        </option>
      )}
      {STATUS_NAMES.map(([word = "", english]) => (
        <option value={word} selected={word === text}>
          {lang === "en" ? english : word}
        </option>
      ))}
    </select>
  );
}

/** What keeps them from being changed is said at the first cell of what they belong to. */
const FOLLOWERS: readonly GridColumn[] = ["date", "place", "figurePlanned", "figureActual", "unit"];

/** A cell that only shows, with the way to where it is changed. */
function Shown({ row, gridKey, column, saved, name }: CellProps & Readonly<{ name: string }>) {
  const lang = useLang();
  const w = gridWords(lang);
  const lock = row.cells[column]?.lock ?? null;
  const { fiscalYear, column: yearColumn } = gridKey;
  const form = `${programmeAddress(row.programme.id)}/years/${fiscalYear}/${yearColumn}`;
  return (
    <span id={name} class="gs">
      <span class="gt">{shownText(column, saved)}</span>
      {lock === null || row.isWaiting || FOLLOWERS.includes(column) ? null : (
        <span class="sub">
          {w.locks[lock]} <Link href={pathIn(lang, form)}>{w.inForm}</Link>
        </span>
      )}
    </span>
  );
}
