/** What Word insists on when it opens a file, and calls it damaged otherwise (ECMA-376, parts 1 and 4). */
import { beforeAll, describe, expect, it } from "vitest";
import { writeDocx } from "../../src/documents/writers/docx-document.ts";
import { allNodes, childOf, DOCUMENTS, misplaced, nodesOf, partsOf, type XmlNode } from "./office-parts.ts";

const list = (words: string) => words.split(" ").map((word) => `w:${word}`);
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  "w:pPr": list(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
  ),
  "w:tblPr": list(
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
  ),
  "w:tblBorders": list("top left start bottom right end insideH insideV"),
  "w:tblCellMar": list("top left start bottom right end"),
  "w:tcPr": list(
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
  ),
  "w:sectPr": list(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
  ),
  "w:tbl": list("tblPr tblGrid tr"),
  "w:tr": list("trPr tc"),
};

const value = (node: XmlNode | undefined, name = "w:val") => node?.attributes.get(name);

describe.each(DOCUMENTS)("%s as a Word file", (_, checked) => {
  let parts: ReadonlyMap<string, XmlNode>;
  let body: XmlNode;
  beforeAll(async () => {
    parts = partsOf(await writeDocx(checked));
    body = parts.get("word/document.xml")!;
  });
  const named = (part: string, name: string) => nodesOf(parts.get(part)!, name);

  it("has properties in the order of the schema", () => {
    const nodes = [...parts.values()].flatMap((part) => [...allNodes(part)]);
    const wrong = nodes.flatMap((node) => misplaced(node, ORDERS[node.name] ?? null));
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("has tables with a grid, rows that fill it, and cells that end with a paragraph", () => {
    for (const table of nodesOf(body, "w:tbl")) {
      const columns = childOf(table, "w:tblGrid")?.children.length;
      const rows = table.children.filter(({ name }) => name === "w:tr");
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const cells = row.children.filter(({ name }) => name === "w:tc");
        const spans = cells.map((cell) => Number(value(childOf(childOf(cell, "w:tcPr")!, "w:gridSpan")) ?? 1));
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
        expect(cells.map((cell) => cell.children.at(-1)?.name)).toEqual(cells.map(() => "w:p"));
      }
    }
  });

  it("never has two tables side by side, and ends with its section", () => {
    const blocks = body.children[0]?.children[0]?.children.map(({ name }) => name) ?? [];
    expect(blocks.filter((name, at) => name === "w:tbl" && blocks[at + 1] === "w:tbl")).toEqual([]);
    expect(blocks.at(-1)).toBe("w:sectPr");
    expect(blocks.at(-2)).toBe("w:p");
  });

  it("names bookmarks, notes and drawings once, and refers to what is there", () => {
    const ids = (nodes: readonly XmlNode[], name: string) => nodes.map((node) => value(node, name));
    for (const [name, id] of [
      ["w:bookmarkStart", "w:id"],
      ["wp:docPr", "id"],
    ] as const) {
      const own = ids(nodesOf(body, name), id);
      expect(new Set(own).size).toBe(own.length);
    }
    const notes = ids(named("word/footnotes.xml", "w:footnote"), "w:id");
    expect(new Set(notes).size).toBe(notes.length);
    expect(notes).toEqual(expect.arrayContaining(ids(nodesOf(body, "w:footnoteReference"), "w:id")));
    const styles = ids(named("word/styles.xml", "w:style"), "w:styleId");
    const used = [...parts.values()].flatMap((part) => [...nodesOf(part, "w:pStyle"), ...nodesOf(part, "w:rStyle")]);
    expect(styles).toEqual(expect.arrayContaining([...new Set(ids(used, "w:val"))]));
    const numberings = ids(named("word/numbering.xml", "w:num"), "w:numId");
    expect(numberings).toEqual(expect.arrayContaining([...new Set(ids(nodesOf(body, "w:numId"), "w:val"))]));
    const related = ids(named("word/_rels/document.xml.rels", "Relationship"), "Id");
    const relations = [...allNodes(body)].flatMap((node) => value(node, "r:id") ?? value(node, "r:embed") ?? []);
    expect(new Set(related).size).toBe(related.length);
    expect(related).toEqual(expect.arrayContaining(relations));
  });

  it("has whole numbers and colours where they are asked for", () => {
    const nodes = [...parts.values()].flatMap((part) => [...allNodes(part)]);
    const colours = nodes.flatMap((node) => [
      ...(node.name === "w:color" ? [value(node)] : []),
      ...(node.name === "w:shd" ? [value(node, "w:fill"), value(node, "w:color")] : []),
    ]);
    expect(colours.filter((one) => !/^(?:auto|[0-9A-Fa-f]{6})$/.test(one ?? ""))).toEqual([]);
    const sizes = nodes.filter(({ name }) => /^w:(?:tcW|tblW|gridCol|pgSz|pgMar|spacing|sz|gridSpan)$/.test(name));
    const texts = sizes.flatMap(({ attributes }) =>
      [...attributes].filter(([key]) => !/type|orient|lineRule/.test(key)),
    );
    expect(texts.filter(([, text]) => !/^-?\d+$/.test(text))).toEqual([]);
  });

  it("can be found by its headings", () => {
    const headings = nodesOf(body, "w:pStyle").filter((node) => /^Heading[1-3]$/.test(value(node) ?? ""));
    expect(headings).toHaveLength(checked.outline.length);
    const styles = named("word/styles.xml", "w:style").filter((node) =>
      /^Heading[1-3]$/.test(value(node, "w:styleId") ?? ""),
    );
    expect(styles.map((style) => value(nodesOf(style, "w:outlineLvl")[0]))).toEqual(["0", "1", "2"]);
    expect(styles.every((style) => nodesOf(style, "w:keepNext").length === 1)).toBe(true);
  });
});
