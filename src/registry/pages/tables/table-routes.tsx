/** `/tables/by-field` and `/tables/by-country`, as pages, CSV and JSON: counted from the published records. */
import { Hono } from "hono";
import { PUBLIC, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import type { TableId } from "../../cross-table.ts";
import { tableToCsv, tableToJson } from "../../table-formats.ts";
import { tableToWorkbook } from "../../table-workbook.ts";
import { tabulate } from "../../tabulate.ts";
import { attachment } from "../data/file-answer.ts";
import { pageContext, type RouteParts, todayInJapan } from "../page-context.ts";
import { words } from "../words.ts";
import { TablePage } from "./table-page.tsx";

export function tableRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = <T,>(c: RequestContext, work: (tx: Tx) => Promise<T>) =>
    database.read(PUBLIC, work, { requestId: c.get("requestId") });
  const count = (c: RequestContext, table: TableId) => read(c, (tx) => tabulate(tx, { table, today: todayInJapan() }));

  routes.get("/tables", (c) => c.redirect(pathIn(c.get("lang"), "/tables/by-field"), 302));
  for (const id of ["by-field", "by-country"] as const) {
    routes.get(`/tables/${id}`, async (c) => {
      const table = await count(c, id);
      const view = c.req.query("view") === "data" ? "data" : "table";
      return renderPage(c, <TablePage page={pageContext(c)} table={table} view={view} />);
    });
    routes.get(`/tables/${id}.csv`, async (c) => {
      c.header("Content-Type", "text/csv; charset=utf-8");
      c.header("Content-Disposition", attachment(`${words(c.get("lang")).tables.fileNames[id]}.csv`, `${id}.csv`));
      return c.body(tableToCsv(await count(c, id)));
    });
    routes.get(`/tables/${id}.xlsx`, async (c) => {
      c.header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      c.header("Content-Disposition", attachment(`${words(c.get("lang")).tables.fileNames[id]}.xlsx`, `${id}.xlsx`));
      const bytes = await tableToWorkbook(await count(c, id), words(c.get("lang")).tables.sheets);
      return c.body(Uint8Array.from(bytes));
    });
    routes.get(`/tables/${id}.json`, async (c) => {
      c.header("Content-Type", "application/json; charset=utf-8");
      return c.body(tableToJson(await count(c, id)));
    });
  }
  return routes;
}
