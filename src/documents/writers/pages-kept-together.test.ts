/** What an officer would be ashamed of at the foot of a page: a heading alone, a title without its rows, a torn row. */
import { unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../../test/fixtures/documents/invented-document.ts";
import { checkDocument } from "../check-document.ts";
import type { Block, Box, Table } from "../document.ts";
import { writeDocx } from "./docx-document.ts";
import { writePdf } from "./pdf-document.ts";

const filler = (lines: number): readonly Block[] =>
  Array.from({ length: lines }, (_, line) => ({ kind: "paragraph", content: `本文${line + 1}` }) as const);

const box: Box = {
  ...{ kind: "box", level: 2, number: "1", titleLabel: "事業名", title: "枠の題" },
  rows: [
    { label: "開始年度", content: "開始の欄" },
    { label: "事業概要", content: "概要の欄" },
    { label: "令和5年度実績", content: Array.from({ length: 13 }, (_, line) => `実績${line + 1}行`).join("\n") },
    { label: "令和6年度計画", content: "計画の欄" },
  ],
};

const table = (rows: number): Table => ({
  ...{ kind: "table", caption: "表の題", columns: [{ width: 1 }, { width: 1 }], headerRows: [["見出し", "見出し"]] },
  rows: Array.from({ length: rows }, (_, row) => [`表${row + 1}行`, "二行に\nわたる欄の末"]),
});

const heading = { kind: "heading", level: 1, text: "節の見出し" } as const;
const blocks = (lines: number, rows: number): readonly Block[] => [
  ...filler(lines),
  ...[heading, box, { kind: "heading", level: 2, text: "表の見出し" } as const],
  ...[{ kind: "paragraph", content: "表の前の文" } as const, table(rows)],
];

function checkedOf(...own: readonly Block[]) {
  const checked = checkDocument(documentOf(...own));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return checked.value;
}

async function pagesOf(own: readonly Block[]): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(Uint8Array.from(writePdf(checkedOf(...own)).bytes));
  return (await extractText(pdf, { mergePages: false })).text;
}

describe("a page of a PDF", () => {
  // a page holds about thirty of these lines: the box and the table meet its foot in different places
  it.each([10, 19, 22, 25, 27, 29])("below %d lines ends with no heading alone and no torn row", async (lines) => {
    const pages = await pagesOf(blocks(lines, 40));
    const pageOf = (words: string) => pages.findIndex((page) => page.includes(words));
    expect(pageOf("枠の題")).toBe(pageOf("節の見出し"));
    for (const words of ["開始の欄", "概要の欄", "実績1行", "実績13行"]) {
      expect([words, pageOf(words)]).toEqual([words, pageOf("枠の題")]);
    }
    for (const words of ["表の前の文", "表の題", "表1行"]) {
      expect([words, pageOf(words)]).toEqual([words, pageOf("表の見出し")]);
    }
    for (const page of pages) {
      expect(page.match(/表\d+行/g)?.length ?? 0).toBe(page.match(/わたる欄の末/g)?.length ?? 0);
    }
  });

  it("holds a small table whole", async () => {
    for (const lines of [20, 24, 28]) {
      const pages = await pagesOf([...filler(lines), table(5)]);
      expect(pages.filter((page) => /表\d行/.test(page))).toHaveLength(1);
    }
  });

  it("lets a row go on overleaf that no page could hold", async () => {
    const long = {
      ...{ ...box, level: 1 as const },
      rows: [{ label: "長い欄", content: Array.from({ length: 120 }, (_, n) => `長い${n}行`).join("\n") }],
    };
    const text = (await pagesOf([long])).join("\n");
    for (const words of ["長い0行", "長い60行", "長い119行"]) expect(text).toContain(words);
  });
});

describe("a Word file", () => {
  const rowsOf = async (...own: readonly Block[]) => {
    const parts = unzipSync(await writeDocx(checkedOf(...own)));
    const xml = new TextDecoder().decode(parts["word/document.xml"]);
    return { xml, rows: xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [] };
  };

  it("keeps the title of a box with its rows up to the first year, and short rows in one piece", async () => {
    const { rows } = await rowsOf({ ...box, level: 1, rows: [...box.rows, { label: "備考", content: "備考の欄" }] });
    expect(rows.map((row) => row.includes("<w:keepNext/>"))).toEqual([true, true, true, false, false, false]);
    expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
  });

  it("keeps a small table on one page, with what is said right before it; a long one only with its header", async () => {
    const small = await rowsOf({ kind: "paragraph", content: "表の前の文" }, table(3));
    expect(small.rows.map((row) => row.includes("<w:keepNext/>"))).toEqual([true, true, true, false]);
    expect(small.xml).toMatch(/<w:pPr><w:keepNext\/><\/w:pPr><w:r><w:t xml:space="preserve">表の前の文/);
    const long = await rowsOf(table(40));
    expect(long.rows.slice(0, 3).map((row) => row.includes("<w:keepNext/>"))).toEqual([true, false, false]);
  });
});
