import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { encodeText } from "../../test/fixtures/readers/encode-text.ts";
import { namedMapPdf, tinyPdf } from "../../test/fixtures/readers/tiny-pdf.ts";
import { sharedStrings, workbookParts, zipOf } from "../../test/fixtures/readers/zip-bytes.ts";
import { readSource } from "./read-source.ts";
import type { SourceText } from "./source-text.ts";

async function read(name: string, bytes: Uint8Array): Promise<SourceText> {
  const outcome = await readSource({ name, bytes });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

async function problemOf(name: string, bytes: Uint8Array) {
  const outcome = await readSource({ name, bytes });
  return outcome.ok ? null : outcome.problem;
}

const texts = (source: SourceText) => source.lines.map(({ text }) => text);
const grid = (source: SourceText, table = 0) => source.tables[table]?.rows.map(({ cells }) => cells);

async function workbookBytes(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe("an Excel workbook", () => {
  it("gives each sheet as a table and its rows as lines", async () => {
    const bytes = await workbookBytes((workbook) => {
      const first = workbook.addWorksheet("提携一覧");
      first.addRow(["名称", "国", "件数"]);
      first.addRow([]);
      first.addRow(["みどり市・大連市", "中国", 9]);
      workbook.addWorksheet("国別").addRow(["韓国", null, "2(1)"]);
    });
    const source = await read("a.xlsx", bytes);
    expect(source.tables).toEqual([
      {
        sheet: "提携一覧",
        rows: [
          { row: 1, cells: ["名称", "国", "件数"] },
          { row: 3, cells: ["みどり市・大連市", "中国", "9"] },
        ],
      },
      { sheet: "国別", rows: [{ row: 1, cells: ["韓国", "", "2(1)"] }] },
    ]);
    expect(source.lines.at(-1)).toEqual({ line: 3, text: "韓国\t\t2(1)", sheet: "国別" });
    expect(source.findings).toEqual([]);
  });

  it("names merged ranges by sheet, and no cell of one twice", async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet("前").addRow(["甲"]);
      const sheet = workbook.addWorksheet("A&B 'x' 表");
      sheet.addRows([["甲", "乙"], ["一"], ["二"]]);
      sheet.mergeCells("A2:B3");
      sheet.mergeCells("D1:D3");
    });
    const { tables } = await read("a.xlsx", bytes);
    expect(tables.map(({ sheet, merged }) => [sheet, merged])).toEqual([
      ["前", undefined],
      ["A&B 'x' 表", ["A2:B3", "D1:D3"]],
    ]);
    expect(tables[1]?.rows.map(({ cells }) => cells)).toEqual([["甲", "乙"], ["一"]]);
  });

  it("shows values as the sheet does: dates by precision, codes with zeros, percent, links, errors", async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet("値");
      const day = new Date(Date.UTC(2024, 3, 1));
      const cells: [ExcelJS.CellValue, string][] = [
        [day, "yyyy/m/d"],
        [day, '[$-411]ggge"年"m"月"d"日"'],
        [day, 'yyyy"年"m"月"'],
        [new Date(Date.UTC(2024, 3, 1, 9, 30)), "yyyy/m/d h:mm"],
        [1100, "00000"],
        [0.25, "0%"],
        [0.1 + 0.2, "General"],
        [-1234567, "#,##0"],
        [true, "General"],
        [{ text: "リンク", hyperlink: "https://example.jp/" }, "General"],
        [{ richText: [{ text: "太" }, { text: "字" }] }, "General"],
        [{ error: "#REF!" }, "General"],
      ];
      cells.forEach(([value, numFmt], index) => {
        const cell = sheet.getCell(1, index + 1);
        cell.value = value;
        cell.numFmt = numFmt;
      });
    });
    expect(grid(await read("a.xlsx", bytes))).toEqual([
      [
        "2024-04-01",
        "2024-04-01",
        "2024-04",
        "2024-04-01T09:30",
        "01100",
        "25%",
        "0.3",
        "-1234567",
        "TRUE",
        "リンク",
        "太字",
        "#REF!",
      ],
    ]);
  });

  it("gives the saved result of a formula, and says where formulas are", async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet("計");
      sheet.getCell("A1").value = 1;
      sheet.getCell("B1").value = { formula: "A1*2", result: 2 };
      sheet.getCell("C1").value = { formula: "A1*3" };
    });
    const source = await read("a.xlsx", bytes);
    expect(grid(source)).toEqual([["1", "2"]]);
    expect(source.findings).toMatchObject([
      {
        code: "formula_cell",
        severity: "info",
        at: { sheet: "計", cell: "B1" },
        values: { count: 2, cells: ["B1", "C1"] },
      },
      { code: "formula_without_value", severity: "warning", at: { sheet: "計", cell: "C1" } },
    ]);
  });

  it("gives the value of a merged cell once", async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet("結合");
      sheet.getCell("A1").value = "教育";
      sheet.getCell("D1").value = "計";
      sheet.mergeCells("A1:C1");
    });
    expect(grid(await read("a.xlsx", bytes))).toEqual([["教育", "", "", "計"]]);
  });

  it("says which sheets are hidden, and reads them", async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet("表").addRow(["甲"]);
      workbook.addWorksheet("隠し", { state: "hidden" }).addRow(["乙"]);
    });
    const source = await read("a.xlsx", bytes);
    expect(source.findings).toMatchObject([{ code: "sheet_hidden", at: { sheet: "隠し" } }]);
    expect(source.tables).toHaveLength(2);
  });

  it("leaves furigana out of the text", async () => {
    const shared = `<si><t>青森市</t><rPh sb="0" eb="3"><t>アオモリシ</t></rPh></si>`;
    const parts = workbookParts(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, {
      "xl/sharedStrings.xml": sharedStrings(shared),
    });
    expect(grid(await read("a.xlsx", zipOf(parts)))).toEqual([["青森市"]]);
  });

  it("with rules and named ranges over whole columns is read at once", async () => {
    const parts = workbookParts(`<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>`);
    const sheet = String(parts["xl/worksheets/sheet1.xml"]).replace(
      "</worksheet>",
      `<mergeCells count="1"><mergeCell ref="B2:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"甲,乙"</formula1></dataValidation></dataValidations></worksheet>`,
    );
    const workbook = String(parts["xl/workbook.xml"]).replace(
      "</workbook>",
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">一覧!$A$1:$XFD$1048576</definedName></definedNames></workbook>`,
    );
    const bytes = zipOf({ ...parts, "xl/worksheets/sheet1.xml": sheet, "xl/workbook.xml": workbook });
    expect(grid(await read("a.xlsx", bytes))).toEqual([["甲"]]);
  });

  it("whose elements carry a prefix is read like any other", async () => {
    const parts = workbookParts(`<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>`);
    const prefixed = Object.entries(parts).map(([name, xml]) => {
      const isMain = name === "xl/workbook.xml" || name.startsWith("xl/worksheets/");
      const tags = String(xml)
        .replace(/<(\/?)(?=[a-z])/gi, "<$1x:")
        .replace(" xmlns=", " xmlns:x=");
      return [name, isMain ? tags : xml];
    });
    expect(grid(await read("a.xlsx", zipOf(Object.fromEntries(prefixed))))).toEqual([["甲"]]);
  });

  it("whose sheets stand where nobody looks is refused, not taken for empty", async () => {
    const { "xl/worksheets/sheet1.xml": sheet = "", ...parts } = workbookParts("");
    expect(await problemOf("a.xlsx", zipOf({ ...parts, "xl/other.xml": sheet }))).toMatchObject({
      code: "damaged_file",
    });
  });

  it("with headers named like parts of an object stays a plain grid", async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet("__proto__").addRow(["__proto__", "constructor"]);
    });
    const source = await read("a.xlsx", bytes);
    expect(source.tables[0]?.sheet).toBe("__proto__");
    expect(grid(source)).toEqual([["__proto__", "constructor"]]);
  });

  it("without any value is empty", async () => {
    const bytes = await workbookBytes((workbook) => workbook.addWorksheet("空"));
    expect(await problemOf("a.xlsx", bytes)).toEqual({ code: "empty_file" });
  });
});

describe("a Word document", () => {
  it("gives paragraphs and table rows as lines", async () => {
    const row = (...cells: string[]) =>
      new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ heading: "Heading1", text: "国際交流事業実績" }),
            new Paragraph({ children: [new TextRun("みどり市と"), new TextRun({ text: "大連市", bold: true })] }),
            new Paragraph(""),
            new Table({ rows: [row("事業", "令和5年度"), row("青少年交流", "20人")] }),
            new Paragraph({ bullet: { level: 0 }, text: "派遣" }),
          ],
        },
      ],
    });
    const source = await read("報告.docx", new Uint8Array(await Packer.toBuffer(document)));
    expect(source.format).toBe("docx");
    expect(texts(source)).toEqual([
      "国際交流事業実績",
      "みどり市と大連市",
      "事業\t令和5年度",
      "青少年交流\t20人",
      "・派遣",
    ]);
  });

  it("without text is empty", async () => {
    const document = new Document({ sections: [{ children: [new Paragraph("")] }] });
    expect(await problemOf("a.docx", new Uint8Array(await Packer.toBuffer(document)))).toEqual({ code: "empty_file" });
  });
});

describe("a PDF", () => {
  it("gives its text line by line with the page", async () => {
    const source = await read("a.pdf", tinyPdf([["令和５年度 国際交流", "みどり市"], ["大連市"]]));
    expect(source.format).toBe("pdf");
    expect(source.lines).toEqual([
      { line: 1, text: "令和５年度 国際交流", page: 1 },
      { line: 2, text: "みどり市", page: 1 },
      { line: 3, text: "大連市", page: 2 },
    ]);
    expect(source.findings).toEqual([]);
  });

  it.each([
    ["90ms-RKSJ-H", (text: string) => encodeText(text, "shift_jis")],
    ["90msp-RKSJ-H", (text: string) => encodeText(text, "shift_jis")],
    ["EUC-H", (text: string) => encodeText(text, "euc-jp")],
    ["UniJIS-UCS2-H", (text: string) => Buffer.from(text, "utf16le").swap16()],
    ["UniJIS-UTF16-H", (text: string) => Buffer.from(text, "utf16le").swap16()],
  ])("whose font only names the map %s is read all the same", async (map, encode) => {
    const lines = ["令和５年度 提携・協定", "①みどり市 ABC|xyz（1）"];
    const hexLines = lines.map((line) => Buffer.from(encode(line)).toString("hex"));
    const source = await read("a.pdf", namedMapPdf(map, hexLines));
    expect(texts(source).map((text) => text.replaceAll(/\s/g, ""))).toEqual(lines.map((line) => line.replace(" ", "")));
    expect(source.findings).toEqual([]);
  });

  it("whose font uses glyph numbers is read where they follow JIS, and the rest is named", async () => {
    const source = await read("a.pdf", namedMapPdf("Identity-H", ["034a046505dc", "2710"]));
    expect(texts(source)).toEqual(["ぁ亜萱", "\u{FFFD}"]);
    expect(source.findings).toMatchObject([{ code: "font_unreadable", severity: "warning", at: { page: 1 } }]);
  });

  it("with a map nobody here knows says that text is lost", async () => {
    const source = await read("a.pdf", namedMapPdf("GBK-EUC-H", ["c4e3"], "GB1"));
    expect(source.findings).toMatchObject([
      { code: "font_unreadable", values: { maps: ["GBK-EUC-H"] } },
      { code: "page_without_text" },
    ]);
  });

  it("names the pages that have no text", async () => {
    const source = await read("a.pdf", tinyPdf([["表紙"], []]));
    expect(source.findings).toMatchObject([{ code: "page_without_text", severity: "info", at: { page: 2 } }]);
  });

  it("with a password is refused", async () => {
    const key = "00".repeat(32);
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`;
    expect(await problemOf("a.pdf", tinyPdf([["秘"]], encrypt))).toEqual({ code: "password_protected", format: "pdf" });
  });

  it("cut off is read as far as it goes or refused", async () => {
    const whole = tinyPdf([["一頁目"], ["二頁目"]]);
    const outcome = await readSource({ name: "a.pdf", bytes: whole.slice(0, 300) });
    expect(outcome.ok ? outcome.value.lines : outcome.problem.code).toEqual("damaged_file");
  });
});
