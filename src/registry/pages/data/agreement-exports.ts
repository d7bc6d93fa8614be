/** The files of `/data` that may be large, for whoever has them made in the background: published records only. */
import { csvRows } from "../../../documents/writers/csv.ts";
import type { ExportContext, ExportDefinition } from "../../../office/index.ts";
import { PUBLIC } from "../../../platform/index.ts";
import type { SummaryRow } from "../../agreement-row-store.ts";
import { criteriaFromParameters, criteriaToParameters } from "../../criteria.ts";
import { agreementOf, agreementsForExport, summariesForExport } from "../../export-agreements-query.ts";
import { facetCounts } from "../../facets/facets-query.ts";
import { todayInJapan } from "../page-context.ts";
import { agreementToJson } from "../record/agreement-json.ts";
import { words } from "../words.ts";
import { AGREEMENT_FILES, type AgreementFile, agreementLayout } from "./agreement-rows.ts";
import { type CsvRow, csvColumns, jsonDocument } from "./file-answer.ts";

const TELL_EVERY = 500;

export const agreementExports: readonly ExportDefinition[] = [
  ...AGREEMENT_FILES.map(csvFile),
  {
    kind: "agreements-json",
    label: { ja: "提携・協定のすべての項目（JSON）", en: "Agreements with every field (JSON)" },
    fileName: "agreements.json",
    mediaType: "application/json; charset=utf-8",
    write: jsonFile,
  },
];

function csvFile(file: AgreementFile): ExportDefinition {
  return {
    kind: `agreements-${file}-csv`,
    label: { ja: `${words("ja").data.files[file]}（CSV）`, en: `${words("en").data.files[file]} (CSV)` },
    fileName: `${file}.csv`,
    mediaType: "text/csv; charset=utf-8",
    write: async function* (context) {
      const { header, rowsOf } = agreementLayout(file, context.lang);
      const criteria = criteriaFromParameters(context.criteria);
      const records = told(
        context,
        context.database.stream(PUBLIC, (tx) => summariesForExport(tx, criteria)),
      );
      yield* csvRows(csvColumns(header), rowsIn(records, rowsOf));
    },
  };
}

async function* jsonFile(context: ExportContext): AsyncGenerator<string> {
  const criteria = criteriaFromParameters(context.criteria);
  const { totals } = await context.database.read(PUBLIC, (tx) => facetCounts(tx, criteria));
  const head = { criteria: Object.fromEntries(criteriaToParameters(criteria)), totals, asOf: todayInJapan() };
  const rows = told(
    context,
    context.database.stream(PUBLIC, (tx) => agreementsForExport(tx, criteria)),
  );
  yield* jsonDocument(head, "agreements", asJson(rows));
}

async function* asJson(rows: AsyncIterable<Parameters<typeof agreementOf>[0]>): AsyncGenerator<object> {
  for await (const row of rows) yield agreementToJson(agreementOf(row));
}

async function* rowsIn(
  records: AsyncIterable<SummaryRow>,
  rowsOf: (agreement: SummaryRow) => readonly CsvRow[],
): AsyncGenerator<CsvRow> {
  for await (const record of records) yield* rowsOf(record);
}

async function* told<Row>(
  { database, criteria, report }: ExportContext,
  rows: AsyncIterable<Row>,
): AsyncGenerator<Row> {
  const { totals } = await database.read(PUBLIC, (tx) => facetCounts(tx, criteriaFromParameters(criteria)));
  let done = 0;
  for await (const row of rows) {
    yield row;
    done += 1;
    if (done % TELL_EVERY === 0) report({ done, total: Math.max(done, totals.agreements) });
  }
}
