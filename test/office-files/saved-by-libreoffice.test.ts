/** Files that LibreOffice once saved of our report of invented programmes: they prove the reading where there is no LibreOffice. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { readSource } from "../../src/documents/read-source.ts";
import { readProgrammeReport } from "../../src/programmes/index.ts";
import { carriedFacts } from "../../src/programmes/report/carried-facts.ts";
import { INVENTED_REPORT } from "../fixtures/programme-report/invented-programmes.ts";

it.each(["docx", "pdf", "xlsx"])("a report saved by LibreOffice as %s gives the same programmes", async (format) => {
  const path = resolve(import.meta.dirname, `../fixtures/programme-report/saved-by-libreoffice.${format}`);
  const source = await readSource({ name: path, bytes: readFileSync(path) });
  if (!source.ok) throw new Error(source.problem.code);
  const { drafts, findings } = readProgrammeReport(source.value);
  expect(drafts.map((one) => carriedFacts(one, 2024))).toEqual(INVENTED_REPORT.map((one) => carriedFacts(one, 2024)));
  expect(findings.filter(({ severity, code }) => severity === "error" || code === "line_unread")).toEqual([]);
});
