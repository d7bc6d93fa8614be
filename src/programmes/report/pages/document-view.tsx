/** A document inside a page: headings, boxes and tables of the report as they are printed, one level deeper. */
import type { Block, Box, Content, Document, List, Paragraph, Table, TableRow } from "../../../documents/document.ts";
import { cellOf, flowOf, plainText, splitLines } from "../../../documents/document-content.ts";
import { type OutlineEntry, outlineOf } from "../../../documents/document-outline.ts";

export function DocumentView({ document }: Readonly<{ document: Document }>) {
  const heads = new Map(outlineOf(document).map((entry) => [entry.block, entry]));
  return (
    <div class="doc" lang={document.meta.language}>
      {document.blocks.map((block, index) => (
        <BlockView block={block} head={heads.get(index)} />
      ))}
    </div>
  );
}

function BlockView({ block, head }: Readonly<{ block: Block; head: OutlineEntry | undefined }>) {
  switch (block.kind) {
    case "heading":
      return <Heading level={block.level} text={head?.text ?? block.text} />;
    case "paragraph":
    case "list":
      return <Flow block={block} />;
    case "box":
      return <BoxView box={block} />;
    case "table":
      return <TableView table={block} />;
    case "figure":
      return <p>{block.alt}</p>;
    case "page_break":
    case "contents":
      return null;
  }
}

function Heading({ level, text }: Readonly<{ level: 1 | 2 | 3; text: string }>) {
  if (level === 1) return <h2 class="mt">{text}</h2>;
  return level === 2 ? <h3 class="mt">{text}</h3> : <h4 class="mt">{text}</h4>;
}

function Words({ content }: Readonly<{ content: Content }>) {
  return splitLines(plainText(content)).map((line, index) => (
    <>
      {index === 0 ? null : <br />}
      {line}
    </>
  ));
}

function Flow({ block }: Readonly<{ block: Paragraph | List }>) {
  if (block.kind === "paragraph") {
    return (
      <p>
        <Words content={block.content} />
      </p>
    );
  }
  return (
    <ul>
      {block.items.map((item) => (
        <li>
          <Words content={item} />
        </li>
      ))}
    </ul>
  );
}

function BoxView({ box }: Readonly<{ box: Box }>) {
  const number = box.number === undefined ? "" : `${box.number}　`;
  return (
    <div class="tablebox mt-s mb">
      <table class="t">
        <tbody>
          <tr>
            <th scope="row" class="nowrap">
              {number}
              {box.titleLabel}
            </th>
            <td>
              <strong>
                <Words content={box.title} />
              </strong>
            </td>
          </tr>
          {box.rows.map((row) => (
            <tr>
              <th scope="row">
                <Words content={row.label} />
              </th>
              <td>
                {flowOf(row).map((block) => (
                  <Flow block={block} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Wide tables scroll in a region of their own, which the keyboard reaches. */
function TableView({ table }: Readonly<{ table: Table }>) {
  const { caption, headerRows, rows, hasRowHeader = false } = table;
  return (
    <section
      class="tablebox mt-s mb"
      tabindex={0}
      aria-label={caption ?? headerRows[0]?.map((cell) => plainText(cellOf(cell).content)).join("、")}
    >
      <table class="t">
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          {headerRows.map((row) => (
            <tr>
              {row.map((cell, index) => (
                <th scope="col" class={isNumeric(rows, index) ? "num" : undefined}>
                  <Words content={cellOf(cell).content} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row row={row} hasRowHeader={hasRowHeader} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A column in which any cell is a number: its heading stands above the numbers. */
function isNumeric(rows: readonly TableRow[], index: number): boolean {
  return rows.some((row) => {
    const cell = row[index];
    return cell !== undefined && cellOf(cell).value !== undefined;
  });
}

function Row({ row, hasRowHeader }: Readonly<{ row: TableRow; hasRowHeader: boolean }>) {
  return (
    <tr>
      {row.map((written, index) => {
        const { content, value } = cellOf(written);
        if (hasRowHeader && index === 0) {
          return (
            <th scope="row">
              <Words content={content} />
            </th>
          );
        }
        return (
          <td class={value === undefined ? undefined : "num"}>
            <Words content={content} />
          </td>
        );
      })}
    </tr>
  );
}
