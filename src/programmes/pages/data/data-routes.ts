/** Open data of programmes: published records under criteria, streamed, as tables and as one JSON document. */
import { Hono } from "hono";
import { csvRows } from "../../../documents/writers/csv.ts";
import { textStream } from "../../../documents/writers/text-stream.ts";
import { PUBLIC, type RequestContext, type RequestEnv } from "../../../platform/index.ts";
import { attachment, type CsvRow, csvColumns, jsonDocument, todayInJapan } from "../../../registry/index.ts";
import { type ExportedProgramme, programmesForExport } from "../../export-programmes-query.ts";
import { countProgrammes } from "../../list-programmes-query.ts";
import {
  type ProgrammeCriteria,
  programmeCriteriaFrom,
  programmeCriteriaToParameters,
} from "../../programme-criteria.ts";
import type { RouteParts } from "../page-context.ts";
import { PROGRAMME_FILES, programmeLayout } from "./programme-rows.ts";
import { openDataWords } from "./words.ts";

export function dataRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const recordsUnder = (criteria: ProgrammeCriteria) =>
    database.stream(PUBLIC, (tx) => programmesForExport(tx, criteria));
  const counted = async (c: RequestContext, criteria: ProgrammeCriteria) => {
    const count = await database.read(PUBLIC, (tx) => countProgrammes(tx, { criteria }));
    c.set("exportedRecords", count);
    return count;
  };
  for (const file of PROGRAMME_FILES) {
    const path = file === "programmes" ? "/programmes.csv" : `/programmes/${file}.csv`;
    routes.get(path, async (c) => {
      const criteria = criteriaOf(c);
      // only what signed-in people take away is kept in the audit
      if (c.get("actor").kind !== "public") await counted(c, criteria);
      const { header, rowsOf } = programmeLayout(file, c.get("lang"));
      c.header("Content-Type", "text/csv; charset=utf-8");
      const name = openDataWords(c.get("lang")).fileNames[file];
      c.header("Content-Disposition", attachment(`${name}.csv`, `programmes-${file}.csv`));
      const ofYear = (programme: ExportedProgramme) => rowsOf(inYear(programme, criteria.fiscalYear));
      return c.body(csvRows(csvColumns(header), rowsIn(recordsUnder(criteria), ofYear)));
    });
  }
  routes.get("/programmes.json", async (c) => {
    const criteria = criteriaOf(c);
    const total = await counted(c, criteria);
    const head = { criteria: Object.fromEntries(programmeCriteriaToParameters(criteria)), total, asOf: todayInJapan() };
    c.header("Content-Type", "application/json; charset=utf-8");
    return c.body(textStream(jsonDocument(head, "programmes", asJson(recordsUnder(criteria)))));
  });
  return routes;
}

function criteriaOf(c: RequestContext): ProgrammeCriteria {
  return programmeCriteriaFrom(new URL(c.req.url).searchParams);
}

/** Who asks for one fiscal year gets the rows of that year. */
function inYear(programme: ExportedProgramme, fiscalYear: number | undefined): ExportedProgramme {
  if (fiscalYear === undefined) return programme;
  const { facts } = programme;
  return { ...programme, facts: { ...facts, years: facts.years.filter((entry) => entry.fiscalYear === fiscalYear) } };
}

async function* rowsIn(
  programmes: AsyncIterable<ExportedProgramme>,
  rowsOf: (programme: ExportedProgramme) => readonly CsvRow[],
): AsyncGenerator<CsvRow> {
  for await (const programme of programmes) yield* rowsOf(programme);
}

/** The facts stand beside what names the record, as the import gives them. */
async function* asJson(programmes: AsyncIterable<ExportedProgramme>): AsyncGenerator<object> {
  for await (const { facts, ...named } of programmes) yield { kind: "programme", ...named, ...facts };
}
