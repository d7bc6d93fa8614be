/** The source of a draft: lines of a report, or the cells of a row, with the finding's line marked. */
import { FindingPin, SourceLines, type SourceLineView } from "../../ui/index.ts";
import type { RowRecord } from "../draft-record.ts";
import type { ImportFinding } from "../imported-document.ts";
import { cellName } from "../table/mapping.ts";
import type { PlainLine, ReviewProps } from "./draft-view.ts";
import { words } from "./words.ts";

type SourcePaneProps = Pick<
  ReviewProps,
  "context" | "document" | "draft" | "findings" | "current" | "lines" | "elsewhere"
>;

export function SourcePane(props: SourcePaneProps) {
  const { context, draft, lines } = props;
  const { draft: text } = words(context.lang);
  const { record } = draft;
  const [first, last] = [lines[0]?.line ?? 0, lines.at(-1)?.line ?? 0];
  return (
    <section class="pane" aria-labelledby="source-title">
      <header>
        <h2 id="source-title">{text.source}</h2>
        <span class="sub small">
          {record.kind === "agreement-row" ? text.row(record.row) : text.sourceRange(first, last)}
        </span>
      </header>
      {record.kind === "agreement-row" ? <RowCells {...props} record={record} /> : <SheetLines {...props} />}
    </section>
  );
}

function SheetLines({ context, findings, current, lines, elsewhere }: SourcePaneProps) {
  const { draft: text } = words(context.lang);
  const view = (shown: readonly PlainLine[]) => shown.map((line) => viewOf(line, findings, current));
  return (
    <>
      {elsewhere.length === 0 ? null : (
        <>
          <p class="sub small in">{text.elsewhere}</p>
          <SourceLines lines={view(elsewhere)} label={text.elsewhere} />
        </>
      )}
      <SourceLines lines={view(lines.filter((line) => line.text.trim() !== ""))} />
    </>
  );
}

function viewOf({ line, text }: PlainLine, findings: readonly ImportFinding[], current: number): SourceLineView {
  const numbers = findings.flatMap(({ at }, index) => (at.line === line ? [index + 1] : []));
  return { line, text: text.replaceAll("\t", "　"), findings: numbers, here: numbers.includes(current + 1) };
}

/** A row of a table reads as its cells, each with its header. */
function RowCells({
  document,
  findings,
  current,
  lines,
  record,
  context,
}: SourcePaneProps & Readonly<{ record: RowRecord }>) {
  const { draft: text } = words(context.lang);
  const columns = document.mapping?.find(({ sheet }) => sheet === record.sheet)?.columns ?? [];
  const cells = (lines[0]?.text ?? "").split("\t");
  const shown = cells.map((cell, column) => ({
    cell,
    name: cellName(column, record.row),
    header: columns[column]?.header ?? "",
  }));
  return (
    <ol class="src" aria-label={text.source}>
      {shown
        .filter(({ cell }) => cell.trim() !== "")
        .map(({ cell, name, header }) => {
          const numbers = findings.flatMap(({ at }, index) => (at.cell === name ? [index + 1] : []));
          const isHere = numbers.includes(current + 1);
          return (
            <li
              class={isHere ? "hit here" : numbers.length > 0 ? "hit" : undefined}
              aria-current={isHere ? "true" : undefined}
            >
              <span class="ln">{name}</span>
              <span class="tx">
                {header === "" ? "" : `${header}　`}
                {cell}
                {numbers.map((number) => (
                  <>
                    {" "}
                    <FindingPin number={number} />
                  </>
                ))}
              </span>
            </li>
          );
        })}
    </ol>
  );
}
