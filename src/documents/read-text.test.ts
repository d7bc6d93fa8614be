import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeText } from "../../test/fixtures/readers/encode-text.ts";
import { readSource } from "./read-source.ts";
import type { SourceText } from "./source-text.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const REPORT = "① 教育分野の提携・協定\r\n青森県青森市　－　大連市（㈱・Ⅳ・髙﨑）\r\n平成16（2004）年12月24日～\r\n";

async function read(name: string, bytes: Uint8Array): Promise<SourceText> {
  const outcome = await readSource({ name, bytes });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

async function problemOf(name: string, bytes: Uint8Array) {
  const outcome = await readSource({ name, bytes });
  return outcome.ok ? null : outcome.problem;
}

const texts = (source: SourceText) => source.lines.map(({ text }) => text);
const codes = (source: SourceText) => source.findings.map(({ code }) => code);

describe("a text file", () => {
  it("has as many lines as line ends, and one more when the last line has none", async () => {
    expect((await read("a.txt", utf8("あ\nい\n"))).lines).toHaveLength(2);
    expect((await read("a.txt", utf8("あ\nい"))).lines).toHaveLength(2);
    expect((await read("a.txt", utf8("あ\r\nい\rう\n\n"))).lines).toHaveLength(4);
  });

  it("keeps its lines as they stand, spaces included", async () => {
    expect(texts(await read("a.txt", utf8("  ア\u{3000}\n\n令和 5 年度 ")))).toEqual([
      "  ア\u{3000}",
      "",
      "令和 5 年度 ",
    ]);
  });

  it("is named without folders and carries the checksum of its bytes", async () => {
    const source = await read("C:\\受領\\報告.txt", utf8("abc"));
    expect(source.name).toBe("報告.txt");
    expect(source.sha256).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("turns the page at a form feed", async () => {
    const { lines } = await read("a.txt", utf8("一\n二\f\n三\n\f四\n"));
    expect(lines.map(({ text, page }) => [text, page])).toEqual([
      ["一", 1],
      ["二", 1],
      ["三", 2],
      ["四", 3],
    ]);
  });

  it("gives a Markdown file line by line, with its marks", async () => {
    const source = await read("a.md", utf8("# 題\n\n- **太字**\n"));
    expect(source.format).toBe("md");
    expect(texts(source)).toEqual(["# 題", "", "- **太字**"]);
  });

  it("keeps as many lines as were written, whatever they hold", async () => {
    const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n\f\u{FEFF}\p{Cc}]/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), async (lines) => {
        const source = await read("a.txt", utf8(`始\n${lines.join("\n")}\n`));
        expect(texts(source)).toEqual(["始", ...lines]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("an encoding", () => {
  it("is taken from a byte order mark, which is no part of the text", async () => {
    expect(texts(await read("a.txt", utf8("\u{FEFF}あ")))).toEqual(["あ"]);
    const utf16le = Buffer.from("\u{FEFF}あA\n", "utf16le");
    expect(texts(await read("a.txt", utf16le))).toEqual(["あA"]);
    expect(texts(await read("a.txt", Buffer.from(utf16le).swap16()))).toEqual(["あA"]);
  });

  it.each(["shift_jis", "euc-jp"] as const)("%s of an office's file is recognised and said", async (encoding) => {
    const report = encoding === "euc-jp" ? REPORT.replace("髙﨑", "高崎") : REPORT;
    const source = await read("a.txt", encodeText(report, encoding));
    expect(texts(source)).toEqual(report.trimEnd().split("\r\n"));
    expect(source.findings).toMatchObject([{ code: "encoding_assumed", severity: "info", values: { encoding } }]);
  });

  it("ISO-2022-JP of old mail is recognised by its escape sequences", async () => {
    const bytes = Buffer.from("1b2442242224241b28420a", "hex");
    const source = await read("a.txt", bytes);
    expect(texts(source)).toEqual(["あい"]);
    expect(codes(source)).toEqual(["encoding_assumed"]);
  });

  it("without a mark is UTF-16 where every other byte of ASCII is zero", async () => {
    const source = await read("a.txt", Buffer.from("2024年4月1日 提携 A, B\r\n", "utf16le"));
    expect(texts(source)).toEqual(["2024年4月1日 提携 A, B"]);
    expect(codes(source)).toEqual(["encoding_assumed"]);
  });

  it("in UTF-8 needs no finding", async () => {
    expect((await read("a.txt", utf8(REPORT))).findings).toEqual([]);
  });
});

describe("a damaged text", () => {
  it("cut within a character is read up to there, with the line", async () => {
    const source = await read("a.txt", utf8("一行目\n二行目").slice(0, -1));
    expect(texts(source)).toEqual(["一行目", "二行"]);
    expect(source.findings).toMatchObject([{ code: "text_truncated", severity: "warning", at: { line: 2 } }]);
  });

  it("cut within a Shift_JIS character is read up to there", async () => {
    const source = await read("a.txt", encodeText("一行目\n二行目", "shift_jis").slice(0, -1));
    expect(texts(source)).toEqual(["一行目", "二行"]);
    expect(codes(source)).toEqual(["encoding_assumed", "text_truncated"]);
  });

  it("with a few broken bytes is read, and their lines are named", async () => {
    const bytes = Buffer.from(utf8(`${"提携と協定の報告書\n".repeat(30)}壊れた所\n終わり\n`));
    bytes[bytes.indexOf("れ")] = 0xff;
    const source = await read("a.txt", bytes);
    expect(source.lines).toHaveLength(32);
    expect(source.findings).toMatchObject([{ code: "bytes_unreadable", at: { line: 31 }, values: { lines: [31] } }]);
  });

  it("in an encoding nobody here uses is refused with the line", async () => {
    const latin = Buffer.from("Liste\nVille de Montr\xe9al (jumel\xe9e)\n".repeat(3), "latin1");
    expect(await problemOf("a.txt", latin)).toEqual({ code: "encoding_unknown", line: 2 });
  });

  it("of nothing, or of nothing but white space, is empty", async () => {
    for (const bytes of [new Uint8Array(), utf8("\u{FEFF}"), utf8(" \r\n\u{3000}\n")]) {
      expect(await problemOf("a.txt", bytes)).toEqual({ code: "empty_file" });
    }
  });
});

describe("HTML", () => {
  it("gives blocks, list items and table rows as lines", async () => {
    const html = `<!DOCTYPE html><html><head><title>題</title><style>p{}</style></head><body><h1>報告</h1>
      <p>一行目<br>二行目 <b>太</b>字</p><script>alert(1)</script><ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul>
      <table><tr><th>国</th><th>数</th></tr><tr><td>中国</td><td>9(1)<br>内書</td></tr></table><div>終<div>わり</div></div>`;
    const source = await read("a.html", utf8(html));
    expect(source.format).toBe("html");
    expect(texts(source)).toEqual([
      "報告",
      "一行目",
      "二行目 太字",
      "・甲",
      "・乙",
      "・丙",
      "国\t数",
      "中国\t9(1) 内書",
      "終",
      "わり",
    ]);
  });

  it("gives a spanning cell once and keeps the columns aligned", async () => {
    const html = `<html><table><tr><td rowspan=2>亜</td><td colspan=2>伊</td></tr><tr><td>宇</td><td>江</td></tr></table>`;
    expect(texts(await read("a.html", utf8(html)))).toEqual(["亜\t伊\t", "\t宇\t江"]);
  });

  it("keeps the lines of preformatted text", async () => {
    expect(texts(await read("a.html", utf8("<html><pre>一\n  二\n</pre></html>")))).toEqual(["一", "二"]);
  });

  it("nested without end is refused, not a crash", async () => {
    const outcome = await readSource({ name: "a.html", bytes: utf8(`<html>${"<div>".repeat(200_000)}x`) });
    expect(outcome.ok ? "read" : outcome.problem.code).toMatch(/damaged_file|took_too_long/);
  });
});

describe("CSV", () => {
  it("is one table, and its rows are lines with the physical line on which they begin", async () => {
    const source = await read("a.csv", utf8('国,備考\r\n"中国","一行目\r\n二行目"\r\n韓国,\r\n'));
    expect(source.tables).toEqual([
      {
        sheet: "",
        rows: [
          { row: 1, cells: ["国", "備考"] },
          { row: 2, cells: ["中国", "一行目\r\n二行目"] },
          { row: 3, cells: ["韓国", ""] },
        ],
      },
    ]);
    expect(source.lines).toEqual([
      { line: 1, text: "国\t備考" },
      { line: 2, text: "中国\t一行目 二行目" },
      { line: 4, text: "韓国\t" },
    ]);
  });

  it.each([",", "\t", ";"])("may be separated by %j", async (delimiter) => {
    const { tables } = await read("a.csv", utf8(`名称${delimiter}国\n"甲${delimiter}乙"${delimiter}中国\n`));
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ["名称", "国"],
      [`甲${delimiter}乙`, "中国"],
    ]);
  });

  it("in Shift_JIS is read like any other", async () => {
    const source = await read("a.csv", encodeText("自治体,国\r\n青森市,中国\r\n", "shift_jis"));
    expect(source.tables[0]?.rows[1]?.cells).toEqual(["青森市", "中国"]);
  });

  it("lives with quotes inside a cell and with rows of different length", async () => {
    const { tables } = await read("a.csv", utf8('甲の"愛称",2,3\nb\n'));
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([['甲の"愛称"', "2", "3"], ["b"]]);
  });

  it("with a quote that never closes loses no line", async () => {
    const source = await read("a.csv", utf8('甲,乙\n"丙,丁\n戊,己\n'));
    expect(source.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ["甲", "乙"],
      ['"丙', "丁"],
      ["戊", "己"],
    ]);
    expect(source.findings).toMatchObject([{ code: "quote_not_closed", at: { line: 2 } }]);
  });

  it("with headers named like parts of an object stays a plain grid", async () => {
    const source = await read("a.csv", utf8("__proto__,constructor\npolluted,1\n"));
    expect(source.tables[0]?.rows[1]?.cells).toEqual(["polluted", "1"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("the name of a file", () => {
  it("yields to its content, and the difference is said", async () => {
    const source = await read("提携一覧.xls", utf8("<html><body><table><tr><td>甲</td></tr></table></body></html>"));
    expect(source.format).toBe("html");
    expect(source.findings).toMatchObject([
      { code: "extension_differs", severity: "info", values: { extension: "xls", format: "html" } },
    ]);
    expect((await read("a.xlsx", utf8("甲,乙\n1,2\n"))).format).toBe("csv");
    expect((await read("a.pdf", utf8("ただの文\n"))).format).toBe("txt");
  });

  it("does not make a text that speaks of a PDF one", async () => {
    expect((await read("a.txt", utf8("形式の説明: 先頭の文字は %PDF-1.7 です\n"))).format).toBe("txt");
  });
});
