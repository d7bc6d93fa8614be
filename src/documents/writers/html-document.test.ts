import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { documentOf, inventDocument } from "../../../test/fixtures/documents/invented-document.ts";
import { checkDocument } from "../check-document.ts";
import type { Document } from "../document.ts";
import { readSource } from "../read-source.ts";
import { writeHtml } from "./html-document.ts";

type Node = DefaultTreeAdapterMap["childNode"];
type Element = DefaultTreeAdapterMap["element"];

function bytesOf(document: Document): Uint8Array {
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return writeHtml(checked.value);
}

function elementsOf(document: Document): readonly Element[] {
  const walk = (node: Node): Element[] =>
    "childNodes" in node ? [...("tagName" in node ? [node] : []), ...node.childNodes.flatMap(walk)] : [];
  return parse(new TextDecoder().decode(bytesOf(document))).childNodes.flatMap(walk);
}

const textOf = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((attr) => attr.name === name)?.value;

describe("a document as a web page", () => {
  it("has a language, a title, headings in order and links to them", () => {
    const elements = elementsOf(inventDocument(2));
    const named = (tag: string) => elements.filter(({ tagName }) => tagName === tag);
    expect(attribute(named("html")[0], "lang")).toBe("ja");
    expect(textOf(named("title")[0]!)).toBe("令和6年度 国際交流事業実績と計画");
    const headings = elements
      .filter(({ tagName }) => /^h\d$/.test(tagName))
      .map((element) => `${element.tagName} ${textOf(element)}`);
    expect(headings).toEqual([
      "h1 令和6年度 国際交流事業実績と計画",
      "h2 目次",
      "h2 1　事業の実績と計画",
      "h3 (1)　県（国際課）",
      "h4 みどり県・大連市 交流会議その1",
      "h4 みどり県・大連市 交流会議その2",
      "h2 2　集計",
      "h2 3　前年度報告との差",
      "h2 注",
    ]);
    const ids = new Set(elements.map((element) => attribute(element, "id")));
    for (const link of named("a")) {
      const href = attribute(link, "href") ?? "";
      if (href.startsWith("#")) expect(ids).toContain(href.slice(1));
    }
    expect(attribute(named("img")[0], "alt")).toContain("派遣が多い");
  });

  it("says of every header cell what it heads", () => {
    const headers = elementsOf(inventDocument(1)).filter(({ tagName }) => tagName === "th");
    expect(headers.map((header) => [textOf(header), attribute(header, "scope")]).slice(-5)).toEqual([
      ["人数", "colgroup"],
      ["予算額（千円）", "col"],
      ["派遣", "col"],
      ["受入", "col"],
      ["交流会議その1", "row"],
    ]);
  });

  it("keeps hostile text a text, wherever it stands", () => {
    const hostile = `</title></td><script>alert(1)</script><img src=x onerror=alert(1)>"' onload="alert(1)&lt;`;
    const document: Document = {
      meta: { ...documentOf().meta, title: hostile, organisation: hostile, dateAsPrinted: hostile },
      blocks: [
        { kind: "contents" },
        { kind: "heading", level: 1, text: hostile },
        {
          kind: "paragraph",
          content: [hostile, { kind: "strong", text: hostile }, { kind: "footnote", text: hostile }],
        },
        { kind: "paragraph", content: [{ kind: "link", text: hostile, href: `https://a.example/"onclick="alert(1)` }] },
        { kind: "list", items: [hostile] },
        { kind: "table", caption: hostile, columns: [{ width: 1 }], headerRows: [[hostile]], rows: [[hostile]] },
        {
          kind: "box",
          level: 2,
          number: hostile,
          titleLabel: hostile,
          title: hostile,
          rows: [{ label: hostile, content: hostile }],
        },
        {
          kind: "figure",
          alt: hostile,
          caption: hostile,
          svg: `<svg viewBox="0 0 1 1" onload="alert(1)"><g></g></svg>`,
        },
      ],
    };
    const elements = elementsOf(document);
    expect(elements.filter(({ tagName }) => tagName === "script")).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith("on"))).toEqual([]);
    expect(elements.filter(({ tagName }) => tagName === "img")).toHaveLength(1);
    expect(textOf(elements.find(({ tagName }) => tagName === "li")!)).toContain("<script>");
    const policy = elements.find((element) => attribute(element, "http-equiv") === "Content-Security-Policy");
    expect(attribute(policy, "content")).toContain("default-src 'none'");
  });

  it("keeps line breaks, width of characters, rare kanji and emoji, and reads back line by line", async () => {
    const text = "ﾊﾝｶｸ ＡＢＣ 𠮷野家 髙﨑 😀 葛\u{E0100}城";
    const bytes = bytesOf(documentOf({ kind: "paragraph", content: `甲\r\n${text}` }));
    const outcome = await readSource({ name: "a.html", bytes });
    expect(outcome.ok && outcome.value.lines.map((line) => line.text)).toEqual(["題", "みどり県", "甲", text]);
  });

  it("holds ten thousand rows", () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`${index + 1}`, "みどり県・大連市の交流"]);
    const columns = [{ width: 1 }, { width: 3 }];
    const html = new TextDecoder().decode(
      bytesOf(documentOf({ kind: "table", columns, headerRows: [["番号", "名称"]], rows })),
    );
    expect(html.match(/<tr>/g)).toHaveLength(10_001);
    expect(html).toContain("<td>10000</td>");
  });

  it("is the same every time", () => {
    expect(Buffer.from(bytesOf(inventDocument(3))).equals(bytesOf(inventDocument(3)))).toBe(true);
  });
});
