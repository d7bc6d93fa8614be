import { deflateSync } from "node:zlib";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deflatedPdf } from "../../test/fixtures/readers/tiny-pdf.ts";
import { sharedStrings, withDeclaredSizeTen, workbookParts, zipOf } from "../../test/fixtures/readers/zip-bytes.ts";
import { describeReadProblem } from "./messages.ja.ts";
import type { ReadLimits } from "./read-problem.ts";
import { readSource } from "./read-source.ts";

async function problemOf(name: string, bytes: Uint8Array, limits?: Partial<ReadLimits>) {
  const outcome = await readSource({ name, bytes }, limits);
  if (outcome.ok) return null;
  expect(describeReadProblem(outcome.problem)).toMatch(/。$/);
  return outcome.problem;
}

const MB = 1024 * 1024;
const oneCell = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`;

describe("a file that would take too much", () => {
  it("of 50 MB is refused before anything is read", async () => {
    expect(await problemOf("a.txt", new Uint8Array(50 * MB))).toEqual({
      code: "too_large",
      bytes: 50 * MB,
      limitBytes: 20 * MB,
    });
  });

  it("of nothing but zeros is no text", async () => {
    expect(await problemOf("a.txt", new Uint8Array(10 * MB))).toMatchObject({ code: "unknown_format" });
  });

  it("that inflates without end is refused, though its directory says ten bytes", async () => {
    const bomb = zipOf(workbookParts(oneCell, { "xl/sharedStrings.xml": new Uint8Array(30 * MB) }));
    expect(bomb.length).toBeLessThan(MB);
    for (const bytes of [bomb, withDeclaredSizeTen(bomb)]) {
      expect(await problemOf("a.xlsx", bytes)).toMatchObject({
        code: "inflates_too_much",
        entry: "xl/sharedStrings.xml",
      });
    }
  });

  it("with millions of shared strings ends in its worker", async () => {
    const item = `<si><t>${"あ".repeat(20)}</t></si>`;
    const bytes = zipOf(workbookParts(oneCell, { "xl/sharedStrings.xml": sharedStrings(item.repeat(500_000)) }));
    const problem = await problemOf("a.xlsx", bytes, { maxInflationRatio: 10_000, maxWorkerHeapMb: 48 });
    expect(problem).toEqual({ code: "worker_out_of_memory", limitMb: 48 });
  });

  it("whose page inflates without end takes no more memory than allowed", async () => {
    const bytes = deflatedPdf(deflateSync(Buffer.alloc(400 * MB, " "), { level: 1 }));
    expect(bytes.length).toBeLessThan(20 * MB);
    expect(await problemOf("a.pdf", bytes, { maxWorkerMb: 192 })).toMatchObject({ code: "worker_out_of_memory" });
  });

  it("with one long text in every cell is refused by what comes out", async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`,
    );
    const parts = workbookParts(rows.join(""), {
      "xl/sharedStrings.xml": sharedStrings(`<si><t>${"あ".repeat(30_000)}</t></si>`),
    });
    expect(await problemOf("a.xlsx", zipOf(parts))).toEqual({
      code: "too_much_content",
      unit: "characters",
      limit: 50_000_000,
    });
  });

  it("with too many entries is refused", async () => {
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`word/media/${index}.xml`, ""]));
    const bytes = zipOf({ "word/document.xml": "<w/>", ...many });
    expect(await problemOf("a.docx", bytes)).toEqual({ code: "too_many_entries", entries: 2_101, limit: 2_000 });
  });

  it("with nothing but line ends is refused", async () => {
    expect(await problemOf("a.txt", new TextEncoder().encode(`a${"\n".repeat(MB)}`))).toMatchObject({
      code: "too_much_content",
      unit: "lines",
    });
  });

  it("that takes longer than the limit is given up", async () => {
    const bytes = zipOf(workbookParts(oneCell, { "xl/sharedStrings.xml": sharedStrings("<si><t>甲</t></si>") }));
    expect(await problemOf("a.xlsx", bytes, { maxMilliseconds: 1 })).toEqual({
      code: "took_too_long",
      limitMilliseconds: 1,
    });
  });
});

describe("a file that is not what it should be", () => {
  it("cut in the middle of a workbook is damaged", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("表").addRow(["甲", "乙"]);
    const whole = new Uint8Array(await workbook.xlsx.writeBuffer());
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.slice(0, Math.floor(whole.length * part));
      expect(await problemOf("a.xlsx", cut)).toMatchObject({ code: "damaged_file", format: "xlsx" });
    }
  });

  it("with a document type in its XML is refused", async () => {
    const shared = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "あああ">]><sst><si><t>&a;</t></si></sst>`;
    expect(await problemOf("a.xlsx", zipOf(workbookParts(oneCell, { "xl/sharedStrings.xml": shared })))).toMatchObject({
      code: "damaged_file",
      detail: "document type declaration in xl/sharedStrings.xml",
    });
  });

  it("is named by its kind, so that the refusal can say what to do", async () => {
    const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
    const kinds: [string, Uint8Array, string][] = [
      ["a.docx", latin("\x89PNG\r\n\x1a\n"), "image"],
      ["a.xls", latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(600)}`), "old_office"],
      ["a.zip", zipOf({ "a.txt": "x" }), "archive"],
      ["a.rtf", latin("{\\rtf1 abc}"), "rich_text"],
      ["a.pptx", zipOf({ "ppt/presentation.xml": "<p/>" }), "presentation"],
      ["a.txt", latin("\0\x01\x02\0\x03\0\0\x05\x06\0\x07"), "binary"],
    ];
    for (const [name, bytes, looksLike] of kinds) {
      expect(await problemOf(name, bytes)).toEqual({ code: "unknown_format", looksLike });
    }
  });

  it("with a password of Excel or Word is refused as such", async () => {
    const container = Buffer.concat([
      Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"),
      Buffer.alloc(512),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(await problemOf("a.xlsx", container)).toEqual({ code: "password_protected", format: null });
  });
});

describe("any bytes at all", () => {
  const names = fc.constantFrom("a.txt", "a.md", "a.csv", "a", "");

  it("are read or refused, and never thrown on", async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 400 }), async (name, bytes) => {
        expect(typeof (await readSource({ name, bytes })).ok).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });

  it("behind the signature of a document are read or refused as well", async () => {
    const signature = fc.constantFrom("%PDF-1.7\n", "PK\x03\x04xl/workbook.xml", "PK\x03\x04word/document", "<html>");
    await fc.assert(
      fc.asyncProperty(signature, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const bytes = Buffer.concat([Buffer.from(start, "latin1"), rest]);
        expect(typeof (await readSource({ name: "a", bytes })).ok).toBe("boolean");
      }),
      { numRuns: 8 },
    );
  });

  it("changed at one place of a workbook are read or refused", async () => {
    const whole = zipOf(workbookParts(oneCell, { "xl/sharedStrings.xml": sharedStrings("<si><t>甲</t></si>") }));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = value;
        expect(typeof (await readSource({ name: "a.xlsx", bytes })).ok).toBe("boolean");
      }),
      { numRuns: 8 },
    );
  });
});
