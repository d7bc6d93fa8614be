import { describe, expect, it } from "vitest";
import { documentOf, inventDocument } from "../../test/fixtures/documents/invented-document.ts";
import { describeWriteProblem as describeWriteProblemEn } from "./messages.en.ts";
import { describeWriteProblem } from "./messages.ja.ts";
import { readSource } from "./read-source.ts";
import { type DocumentFormat, writeDocument } from "./write-document.ts";

const FORMATS: readonly DocumentFormat[] = ["html", "docx", "pdf", "xlsx"];

async function problemOf(...parameters: Parameters<typeof writeDocument>) {
  const outcome = await writeDocument(...parameters);
  if (outcome.ok) return null;
  expect(describeWriteProblem(outcome.problem)).toMatch(/。$/);
  expect(describeWriteProblemEn(outcome.problem)).toMatch(/\.$/);
  return outcome.problem;
}

describe("writing a document", () => {
  it.each(FORMATS)("gives a %s file whose words our reader finds again, in their order", async (format) => {
    const written = await writeDocument(inventDocument(3), format);
    if (!written.ok) throw new Error(written.problem.code);
    const read = await readSource({ name: `report.${format}`, bytes: written.value.bytes });
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value.format).toBe(format);
    const text = read.value.lines.map((line) => line.text.replace(/\s/g, "")).join("\n");
    const expected = [
      "1事業名",
      "みどり県・大連市交流会議その1",
      "平成2年度",
      "開催日：令和5年10月25日",
      "隔年実施のため計画なし",
      "2事業名",
    ];
    const places = expected.map((words) => text.indexOf(words, text.indexOf("1事業名")));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(text).toContain("指定管理による事業を含む。");
  });

  it("does not hold up the server while a long PDF is set", async () => {
    const startedAt = performance.now();
    let longestPause = 0;
    let last = startedAt;
    const watch = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last);
      last = performance.now();
    }, 10);
    const written = await writeDocument(inventDocument(300), "pdf");
    clearInterval(watch);
    expect(written.ok && written.value.bytes.length).toBeGreaterThan(100_000);
    expect(longestPause).toBeLessThan((performance.now() - startedAt) / 2);
  });

  it("is refused with its place when the document is at fault", async () => {
    const problem = await problemOf(documentOf({ kind: "paragraph", content: "\u{1}" }), "pdf");
    expect(problem).toMatchObject({
      code: "document_flawed",
      flaws: [{ code: "control_character", at: { block: 1 } }],
    });
  });

  it("is ended when it takes too long or too much memory", async () => {
    expect(await problemOf(inventDocument(300), "pdf", { maxMilliseconds: 50 })).toEqual({
      code: "writing_took_too_long",
      limitMilliseconds: 50,
    });
    expect(await problemOf(inventDocument(3_000), "pdf", { maxWorkerMb: 200 })).toEqual({
      code: "writing_out_of_memory",
      limitMb: 200,
    });
  });

  it("throws with the writer's words when our own code fails", async () => {
    const figure = { kind: "figure", svg: `<svg width="10"><g></svg>`, alt: "図" } as const;
    await expect(writeDocument(documentOf(figure), "pdf")).rejects.toThrow(/block 1 \(figure\)/);
  });
});
