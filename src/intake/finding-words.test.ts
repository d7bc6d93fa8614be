import { describe, expect, it } from "vitest";
import { inventedLines, sourceOf } from "../../test/fixtures/agreement-survey/invented-report.ts";
import type { ReadProblem } from "../documents/read-problem.ts";
import { notice } from "../documents/readers/notice.ts";
import { readAgreementSurvey } from "./agreement-survey/index.ts";
import { describeProblem } from "./describe-problem.ts";
import { findingMessage, findingTitle } from "./finding-words.ts";
import { tableFinding } from "./table/table-finding.ts";

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** What the document prints stands between quotation marks; the rest is ours. */
function ownWords(sentence: string): string {
  return sentence.replace(/“[^”]*”/gu, "").replaceAll("【再掲】", "");
}

describe("in English", () => {
  const { findings } = readAgreementSurvey(sourceOf(inventedLines));

  it("says every finding of the invented report without a Japanese word of its own", () => {
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(["error", "warning", "info"]));
    for (const finding of findings) {
      expect(ownWords(findingMessage(finding, "en"))).not.toMatch(JAPANESE);
      expect(findingTitle(finding.code, "en")).not.toMatch(JAPANESE);
    }
  });

  it("quotes what the report prints as it stands there", () => {
    const conflict = findings.find(({ code }) => code === "era_year_conflict")!;
    expect(findingMessage(conflict, "en")).toContain(`“${conflict.values.asPrinted}”`);
  });

  it("tells a row of a table from a sheet of a report, though they share codes", () => {
    const row = { sheet: "", row: 3, cells: {}, lines: null };
    expect(findingMessage(tableFinding("field_unknown", row, "field", { label: "観光" }), "en")).toBe(
      "It is not clear which of the fields ① to ⑨ “観光” is.",
    );
    const headerless = { code: "unreadable", message: "見出しの行がない", values: {} };
    expect(findingMessage(headerless, "en")).toContain("No header row");
  });

  it("says what a reader noticed", () => {
    const hidden = notice("sheet_hidden", {}, { sheet: "作業用" });
    expect(findingMessage(hidden, "en")).toBe("The sheet “作業用” is hidden; its content was read.");
  });

  it("keeps the stored sentence of a code it does not know", () => {
    const foreign = { code: "of_a_later_version", message: "後の版の文です。", values: {} };
    expect(findingMessage(foreign, "en")).toBe("後の版の文です。");
    expect(findingTitle(foreign.code, "en")).toBe("Something needs a look");
  });

  it.each<ReadProblem | { code: "mapping_unconfirmed" } | { code: "already_published" }>([
    { code: "mapping_unconfirmed" },
    { code: "already_published" },
    { code: "too_large", bytes: 30_000_000, limitBytes: 20_971_520 },
    { code: "too_much_content", unit: "cells", limit: 3_000_000 },
    { code: "unknown_format", looksLike: "archive" },
  ])("refuses with $code, in the words of whose problem it is", (problem) => {
    expect(describeProblem(problem, "en")).not.toMatch(JAPANESE);
    expect(describeProblem(problem, "ja")).toMatch(JAPANESE);
  });
});

it("shows the stored sentence on a Japanese page", () => {
  expect(findingMessage({ code: "date_missing", message: "保存した文です。", values: {} }, "ja")).toBe(
    "保存した文です。",
  );
});
