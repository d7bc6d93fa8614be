/** `/data` and the files behind it: the published records under criteria, streamed, and the code lists. */
import { Hono } from "hono";
import { csvRows } from "../../../documents/writers/csv.ts";
import { textStream } from "../../../documents/writers/text-stream.ts";
import { type Database, PUBLIC, type RequestContext, type RequestEnv } from "../../../platform/index.ts";
import { renderPage } from "../../../ui/index.ts";
import type { SummaryRow } from "../../agreement-row-store.ts";
import { type Criteria, criteriaFromParameters, criteriaToParameters } from "../../criteria.ts";
import { agreementOf, agreementsForExport, summariesForExport } from "../../export-agreements-query.ts";
import { facetCounts } from "../../facets/facets-query.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { pageContext, type RouteParts, todayInJapan } from "../page-context.ts";
import { agreementToJson } from "../record/agreement-json.ts";
import { words } from "../words.ts";
import { AGREEMENT_FILES, agreementLayout } from "./agreement-rows.ts";
import { CODE_LISTS, codeList } from "./code-lists.ts";
import { DataPage } from "./data-page.tsx";
import { attachment, type CsvRow, csvColumns, jsonDocument } from "./file-answer.ts";

export function dataRoutes({ database, openData = [] }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/data", async (c) => {
    const lang = c.get("lang");
    const { totals, others } = await database.read(
      PUBLIC,
      async (tx) => {
        const { totals } = await facetCounts(tx, {});
        const others = [];
        for (const { id, describe } of openData) others.push({ id, ...(await describe(tx, lang)) });
        return { totals, others };
      },
      { requestId: c.get("requestId") },
    );
    return renderPage(c, <DataPage page={pageContext(c)} agreements={totals.agreements} others={others} />);
  });
  for (const file of AGREEMENT_FILES) {
    const path = file === "agreements" ? "/agreements.csv" : `/agreements/${file}.csv`;
    routes.get(path, async (c) => {
      const { header, rowsOf } = agreementLayout(file, c.get("lang"));
      const criteria = criteriaOf(c);
      await countForAudit(database, c, criteria);
      const records = database.stream(PUBLIC, (tx) => summariesForExport(tx, criteria));
      csvHeaders(c, words(c.get("lang")).data.files[file], file);
      return c.body(csvRows(csvColumns(header), rowsIn(records, rowsOf)));
    });
  }
  routes.get("/agreements.json", async (c) => {
    const criteria = criteriaOf(c);
    const { totals } = await database.read(PUBLIC, (tx) => facetCounts(tx, criteria));
    c.set("exportedRecords", totals.agreements);
    const records = openRecords(database, criteria);
    c.header("Content-Type", "application/json; charset=utf-8");
    const head = { criteria: Object.fromEntries(criteriaToParameters(criteria)), totals, asOf: todayInJapan() };
    return c.body(textStream(jsonDocument(head, "agreements", mapped(records, agreementToJson))));
  });
  for (const list of CODE_LISTS) {
    routes.get(`/data/${list}.csv`, (c) => {
      const { header, rows } = codeList(list, c.get("lang"));
      csvHeaders(c, words(c.get("lang")).data.codeFiles[list], list);
      return c.body(csvRows(csvColumns(header), rows));
    });
  }
  return routes;
}

/** Only what signed-in people take away is kept in the audit, so only theirs is counted. */
async function countForAudit(database: Database, c: RequestContext, criteria: Criteria): Promise<void> {
  if (c.get("actor").kind === "public") return;
  const { totals } = await database.read(PUBLIC, (tx) => facetCounts(tx, criteria));
  c.set("exportedRecords", totals.agreements);
}

function criteriaOf(c: RequestContext): Criteria {
  return criteriaFromParameters(new URL(c.req.url).searchParams);
}

function csvHeaders(c: RequestContext, label: string, ascii: string): void {
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header("Content-Disposition", attachment(`${label.replace(/　.*$/u, "")}.csv`, `${ascii}.csv`));
}

function openRecords(database: Database, criteria: Criteria): AsyncGenerator<RecordedAgreement> {
  return mapped(
    database.stream(PUBLIC, (tx) => agreementsForExport(tx, criteria)),
    agreementOf,
  );
}

async function* mapped<A, B>(source: AsyncIterable<A>, change: (one: A) => B): AsyncGenerator<B> {
  for await (const one of source) yield change(one);
}

async function* rowsIn(
  records: AsyncIterable<SummaryRow>,
  rowsOf: (agreement: SummaryRow) => readonly CsvRow[],
): AsyncGenerator<CsvRow> {
  for await (const record of records) yield* rowsOf(record);
}
