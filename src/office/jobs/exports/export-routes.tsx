/** `/exports`: ask for a large file, see when it is ready, fetch it. Only who asked sees it. */
import { Hono } from "hono";
import {
  actorName,
  addJob,
  type Database,
  type RequestContext,
  type RequestEnv,
  readForm,
  type Tx,
} from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { officePage } from "../../office-page.tsx";
import { requireSignIn } from "../../require-permission.tsx";
import type { OfficeJobs } from "../office-jobs.ts";
import { askForExport, findExport, listOwnExports, readPiece } from "./export-store.ts";
import { ExportsPage } from "./exports-page.tsx";

export type ExportRouteParts = Readonly<{ database: Database; jobs: OfficeJobs }>;

const LONGEST_CRITERIA = 2_000;

export function exportRoutes({ database, jobs: { exports } }: ExportRouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const kindOf = (kind: string) => exports.definitions.find((one) => one.kind === kind);
  const write = <T,>(c: RequestContext, work: (tx: Tx) => Promise<T>) =>
    database.write(c.get("actor"), work, { requestId: c.get("requestId") });
  const show = async (
    c: RequestContext,
    asked: Readonly<{ criteria: string; isRefused: boolean }>,
    status: 200 | 422,
  ) => {
    const own = await database.read(c.get("actor"), (tx) => listOwnExports(tx, actorName(c.get("actor"))));
    const said = c.req.query("said") !== undefined;
    const page = officePage(c);
    return renderPage(
      c,
      <ExportsPage page={page} definitions={exports.definitions} own={own} said={said} {...asked} />,
      status,
    );
  };
  routes.use("/exports", requireSignIn);
  routes.use("/exports/*", requireSignIn);

  routes.get("/exports", (c) => {
    const parameters = new URL(c.req.url).searchParams;
    parameters.delete("said");
    return show(c, { criteria: parameters.toString().slice(0, LONGEST_CRITERIA), isRefused: false }, 200);
  });

  routes.post("/exports", async (c) => {
    const form = await readForm(c);
    const criteria = String(form.get("criteria") ?? "").slice(0, LONGEST_CRITERIA);
    const definition = kindOf(String(form.get("kind") ?? ""));
    if (definition === undefined) return show(c, { criteria, isRefused: true }, 422);
    await write(c, async (tx) => {
      const id = await askForExport(tx, { kind: definition.kind, criteria, lang: c.get("lang") });
      await addJob(tx, exports.job, { id });
    });
    return c.redirect(pathIn(c.get("lang"), "/exports?said=asked"), 303);
  });

  routes.get("/exports/:id{E[0-9]{6,12}}", async (c) => {
    const id = c.req.param("id");
    const file = await database.read(c.get("actor"), (tx) => findExport(tx, id));
    if (file?.madeAt == null || file.fileName === null) return c.notFound();
    c.header("Content-Type", file.mediaType ?? "application/octet-stream");
    c.header("Content-Disposition", `attachment; filename="${file.fileName}"`);
    c.header("Cache-Control", "no-store");
    return c.body(pieces((number) => database.read(c.get("actor"), (tx) => readPiece(tx, id, number))));
  });
  return routes;
}

/** Piece by piece as the reader takes them. */
function pieces(read: (number: number) => Promise<Buffer | undefined>): ReadableStream<Uint8Array> {
  let number = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      number += 1;
      const piece = await read(number);
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
}
