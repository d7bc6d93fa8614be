/** Makes the files anew that LibreOffice saved of our report: `tsx test/office-files/save-with-libreoffice.ts`. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeDocument } from "../../src/documents/write-document.ts";
import { buildAnnualReport, DEFAULT_TEMPLATE } from "../../src/programmes/index.ts";
import { INVENTED_REPORT } from "../fixtures/programme-report/invented-programmes.ts";
import { type Conversion, convert, findLibreOffice } from "./libreoffice.ts";

const KEPT = resolve(import.meta.dirname, "../fixtures/programme-report");
const folder = mkdtempSync(join(tmpdir(), "kakehashi-office-"));
try {
  const soffice = findLibreOffice();
  if (soffice === undefined) throw new Error("no LibreOffice: name one in KAKEHASHI_SOFFICE");
  const options = { fiscalYear: 2024, template: DEFAULT_TEMPLATE, lang: "ja", asOf: "2025-03-31" } as const;
  const report = buildAnnualReport(INVENTED_REPORT, { government: { name: "みどり県" }, ...options });
  if (!report.ok) throw new Error(report.problem.code);
  for (const format of ["docx", "xlsx"] as const) {
    const written = await writeDocument(report.value, format);
    if (!written.ok) throw new Error(written.problem.code);
    writeFileSync(join(folder, `report.${format}`), written.value.bytes);
  }
  const work = [
    ["docx", "docx", "docx"],
    ["docx", "docx to pdf", "pdf"],
    ["xlsx", "xlsx", "xlsx"],
  ] as const;
  const conversions = work.map(([reader, writer, ending]): Conversion => {
    return { from: join(folder, `report.${reader}`), reader, to: join(folder, `saved.${ending}`), writer };
  });
  const results = await convert(soffice, folder, conversions, 120_000);
  if (results.some((result) => result !== "done")) throw new Error(JSON.stringify(results));
  for (const [, , ending] of work)
    copyFileSync(join(folder, `saved.${ending}`), join(KEPT, `saved-by-libreoffice.${ending}`));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
