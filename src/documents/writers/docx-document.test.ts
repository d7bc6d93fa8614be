import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { documentOf, inventDocument } from "../../../test/fixtures/documents/invented-document.ts";
import { checkDocument } from "../check-document.ts";
import type { Document, Table } from "../document.ts";
import { readSource } from "../read-source.ts";
import { writeDocx } from "./docx-document.ts";

async function written(document: Document): Promise<Uint8Array> {
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return writeDocx(checked.value);
}

const htmlOf = async (bytes: Uint8Array) => (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
const partOf = (bytes: Uint8Array, path: string) => new TextDecoder().decode(unzipSync(bytes)[path]);

describe("a document as a Word file", () => {
  it("has headings, boxes, lists, links and footnotes that another program finds", async () => {
    const html = await htmlOf(await written(inventDocument(2)));
    expect(html).toMatch(/<h1>.*1　事業の実績と計画<\/h1>/);
    expect(html).toMatch(/<h2>.*\(1\)　県（国際課）<\/h2>/);
    expect(html).toMatch(/<td><p>1　事業名<\/p><\/td><td><h3>.*みどり県・大連市 交流会議その1<\/h3><\/td>/);
    expect(html).toContain("第8回交流会議を開催した。<br />開催日：令和5年10月25日<br />開催場所：大連市");
    expect(html).toContain("<ul><li>観光セミナー（参加12名）</li><li>県産品フェア</li></ul>");
    expect(html).toContain("<ol><li>確認</li><li>公表</li></ol>");
    expect(html).toContain('<a href="https://midori.example/kokusai?a=1&amp;b=2">県のページ</a>');
    expect(html).toContain("指定管理による事業を含む。");
    expect(html).toContain("派遣が多い");
  });

  it("keeps spans and header rows of a table, and repeats the header on every page", async () => {
    const bytes = await written(inventDocument(40));
    const html = await htmlOf(bytes);
    expect(html).toMatch(/<thead><tr><th rowspan="2"><p><strong>事業<\/strong><\/p><\/th><th colspan="2">/);
    expect(partOf(bytes, "word/document.xml").match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  it("says its language, title, publisher and the date the document bears", async () => {
    const bytes = await written(inventDocument(1));
    expect(partOf(bytes, "word/styles.xml")).toContain('<w:lang w:val="ja-JP" w:eastAsia="ja-JP"/>');
    const core = partOf(bytes, "docProps/core.xml");
    expect(core).toContain("<dc:title>令和6年度 国際交流事業実績と計画</dc:title>");
    expect(core).toContain("<dc:creator>みどり県国際課</dc:creator>");
    expect(core.match(/2025-03-31T00:00:00Z/g)).toHaveLength(2);
    expect(partOf(bytes, "word/footer1.xml")).toContain("NUMPAGES");
  });

  it("keeps rare kanji, emoji, widths, long titles and what looks like markup, also when our reader reads it", async () => {
    const text = "𠮷野家 髙﨑 ﾊﾝｶｸ ＡＢＣ 😀 서울 <w:p/> &amp; =cmd()";
    const title = "あ".repeat(42);
    const bytes = await written(
      documentOf({ kind: "heading", level: 1, text: title }, { kind: "paragraph", content: `${text}\n二行目` }),
    );
    const outcome = await readSource({ name: "a.docx", bytes });
    expect(outcome.ok && outcome.value.lines.map((line) => line.text)).toEqual([
      "題",
      "みどり県",
      title,
      text,
      "二行目",
    ]);
  });

  it("holds ten thousand rows", async () => {
    const table: Table = {
      kind: "table",
      columns: [{ width: 1 }, { width: 3 }],
      headerRows: [["番号", "名称"]],
      rows: Array.from({ length: 10_000 }, (_, index) => [`${index + 1}`, "みどり県・大連市の交流"]),
    };
    const xml = partOf(await written(documentOf(table)), "word/document.xml");
    expect(xml.match(/<w:tr>/g)).toHaveLength(10_001);
    expect(xml).toContain(">10000</w:t>");
  });

  it("lies across on request", async () => {
    const { meta, blocks } = documentOf({ kind: "paragraph", content: "甲" });
    const xml = partOf(await written({ meta: { ...meta, isLandscape: true }, blocks }), "word/document.xml");
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  });

  it("is the same every time", async () => {
    const first = await written(inventDocument(3));
    expect(Buffer.from(first).equals(await written(inventDocument(3)))).toBe(true);
  });
});
