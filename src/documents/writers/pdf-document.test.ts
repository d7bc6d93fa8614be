import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { documentOf, inventDocument } from "../../../test/fixtures/documents/invented-document.ts";
import { checkDocument } from "../check-document.ts";
import type { Document, Table } from "../document.ts";
import { type WrittenPdf, writePdf } from "./pdf-document.ts";

function written(document: Document): WrittenPdf {
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return writePdf(checked.value);
}

const open = ({ bytes }: WrittenPdf) => getDocumentProxy(Uint8Array.from(bytes));

async function pagesOf(pdf: WrittenPdf): Promise<readonly string[]> {
  return (await extractText(await open(pdf), { mergePages: false })).text;
}

/** In the order given, spaces aside: a PDF has none of its own. */
function expectInOrder(text: string, words: readonly string[]): void {
  const tight = text.replace(/\s/g, "");
  let from = 0;
  for (const word of words) {
    const at = tight.indexOf(word.replace(/\s/g, ""), from);
    expect(at, `「${word}」 after position ${from}`).toBeGreaterThanOrEqual(from);
    from = at + 1;
  }
}

const oneTable = (rows: number): Table => ({
  kind: "table",
  columns: [{ width: 1 }, { width: 3 }, { width: 1 }],
  headerRows: [["番号", "名称の見出し", "年月日"]],
  rows: Array.from({ length: rows }, (_, index) => [`${index + 1}`, "みどり県・大連市の交流", "2024-11-22"]),
});

describe("a document as PDF", () => {
  it("gives its text in order, page numbers and the head of every page", async () => {
    const pages = await pagesOf(written(inventDocument(5)));
    expectInOrder(pages.join("\n"), [
      "令和6年度 国際交流事業実績と計画",
      "令和7年3月31日",
      "目次",
      "3　前年度報告との差",
      "対象は5事業である。",
      "1　事業名",
      "みどり県・大連市 交流会議その1",
      "開始年度",
      "平成2年度",
      "開催日：令和5年10月25日",
      "令和6年度計画",
      "（実績を含む）",
      "隔年実施のため計画なし",
      "2　事業名",
      "事業別の人数と予算",
      "予算額（千円）",
      "12,330",
      "名称の変更 1事業",
    ]);
    for (const [index, page] of pages.entries()) expectInOrder(page, [`${index + 1} / ${pages.length}`]);
    expectInOrder(pages[1] ?? "", ["令和6年度 国際交流事業実績と計画", "みどり県国際課"]);
  });

  it("is tagged PDF/UA with language, title, author, date and bookmarks", async () => {
    const pdf = written(inventDocument(2));
    const raw = Buffer.from(pdf.bytes).toString("latin1");
    expect(raw).toContain("/StructTreeRoot");
    expect(raw).toMatch(/\/Lang ?\(ja/);
    expect(raw).toContain("pdfuaid:part");
    const proxy = await open(pdf);
    const { info } = await proxy.getMetadata();
    expect(info).toMatchObject({
      Title: "令和6年度 国際交流事業実績と計画",
      Author: "みどり県国際課",
      Language: "ja-JP",
    });
    expect(info).toMatchObject({ CreationDate: expect.stringMatching(/^D:20250331/) });
    const outline = await proxy.getOutline();
    expect(outline.map(({ title }) => title.replace(/\s/g, ""))).toContain("2集計");
    const tree = JSON.stringify(await (await proxy.getPage(1)).getStructTree());
    for (const role of ["Table", "TH", "TD", "H1", "Link"]) expect(tree).toContain(`"role":"${role}"`);
  });

  it("repeats the header of a long table on every page", async () => {
    const pages = await pagesOf(written(documentOf(oneTable(150))));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expectInOrder(page, ["名称の見出し", "年月日", "みどり県・大連市の交流"]);
  });

  it("sets ten thousand rows", async () => {
    const proxy = await open(written(documentOf(oneTable(10_000))));
    const { items } = await (await proxy.getPage(proxy.numPages)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    expectInOrder(text, ["名称の見出し", "10000", "みどり県・大連市の交流"]);
  });

  it("never reads a text as markup, and breaks long titles and words", async () => {
    const markup = '#panic("x") $x$ *a* _b_ @c <d> `e` \\ // [f] #{1+1} = g';
    const long = "あ".repeat(42);
    const text = (
      await pagesOf(
        written(
          documentOf(
            { kind: "heading", level: 1, text: markup },
            { kind: "paragraph", content: markup },
            {
              kind: "box",
              level: 2,
              titleLabel: "事業名",
              title: long,
              rows: [{ label: long, content: `${"W".repeat(300)}\n甲\u{200B}乙` }],
            },
          ),
        ),
      )
    ).join("\n");
    expectInOrder(text, [markup, markup, long.slice(0, 30)]);
    expect(text.match(/W/g)).toHaveLength(300);
    expect(text).toContain("甲乙");
  });

  it("keeps rare kanji, variants and widths", async () => {
    const text = "𠮷野家 髙﨑 ﾊﾝｶｸ ＡＢＣ ①㈱ ﾊﾟｽﾎﾟｰﾄ Łódè Việt Nam Екатеринбург";
    const pdf = written(documentOf({ kind: "paragraph", content: text }));
    expect(pdf.undisplayed).toEqual([]);
    expectInOrder((await pagesOf(pdf)).join(""), [text]);
  });

  it("shows 〓 for a character no font has, and says which one it was", async () => {
    const pdf = written(documentOf({ kind: "paragraph", content: "서울、青岛、👨‍👩‍👧、서" }));
    expect(pdf.undisplayed).toEqual(["서", "울", "岛", "👨‍👩‍👧"]);
    const text = (await pagesOf(pdf)).join("");
    expectInOrder(text, ["〓〓、青〓、〓、〓", "U+C11C", "U+5C9B"]);
    expect(Buffer.from(pdf.bytes).toString("latin1")).toContain("pdfuaid:part");
  });

  it("speaks English when the document does", async () => {
    const { meta } = documentOf();
    const blocks = [{ kind: "contents" }, { kind: "heading", level: 1, text: "Plan", isNumbered: true }] as const;
    const pdf = written({ meta: { ...meta, language: "en", title: "Programmes" }, blocks });
    expect(Buffer.from(pdf.bytes).toString("latin1")).toMatch(/\/Lang ?\(en/);
    expectInOrder((await pagesOf(pdf)).join(""), ["Programmes", "Contents", "1 Plan", "1 Plan", "1 / 1"]);
  });

  it("is the same every time", () => {
    expect(Buffer.from(written(inventDocument(3)).bytes).equals(written(inventDocument(3)).bytes)).toBe(true);
  });

  it("names the block that cannot be set", () => {
    const svg = `<svg width="10"><g></svg>`;
    const document = documentOf({ kind: "paragraph", content: "甲" }, { kind: "figure", svg, alt: "図" });
    expect(() => written(document)).toThrow(/block 2 \(figure\)/);
  });
});
