/** Routes of imported documents: list, upload, one document, its findings, its columns. */
import { Hono } from "hono";
import { type RequestContext, type RequestEnv, readForm } from "../../platform/index.ts";
import { formText } from "../../registry/index.ts";
import { renderPage } from "../../ui/index.ts";
import { acceptAllWithoutFindings } from "../accept-all-without-findings.ts";
import { changeMapping, saveMapping } from "../change-mapping.ts";
import { describeProblem } from "../describe-problem.ts";
import { findDocument, findGrid, listDocuments } from "../document-store.ts";
import { isContributed } from "../draft-record.ts";
import { isUntouched } from "../draft-store.ts";
import { importDocument } from "../import-document.ts";
import { layoutNames } from "../layouts.ts";
import { listSavedMappings } from "../mapping-store.ts";
import { refusalStatus } from "../problem-status.ts";
import { applyNamedColumns, type SheetMapping } from "../table/mapping.ts";
import { mappingFromForm } from "../table/mapping-from-form.ts";
import { DocumentPage } from "./document-page.tsx";
import { ImportsPage } from "./imports-page.tsx";
import { loadDocumentPage } from "./load-document-page.ts";
import { showLookAlikes, takeLookAlikes } from "./look-alikes-routes.tsx";
import { MappingPage } from "./mapping-page.tsx";
import { pageContext } from "./page-context.ts";
import { goTo, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";
import { showSameFindings, takeSettlementTogether } from "./same-findings-routes.tsx";
import { showUndo, takeUndo } from "./undo-routes.tsx";
import { UploadPage } from "./upload-page.tsx";
import { whoseRecord } from "./whose.ts";
import { words } from "./words.ts";

/** Drafts accepted in one request; the page says how many wait. */
const ACCEPTED_AT_ONCE = 200;

const UNDO = "/imports/:id{I[0-9]+}/acceptances/:act{[0-9a-f]{10}}/undo";

export function documentRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/imports", (c) => showImports(c, parts));
  routes.get("/imports/new", (c) =>
    renderPage(c, <UploadPage context={pageContext(c)} layouts={layoutNames(parts.contributed)} />),
  );
  routes.post("/imports/new", (c) => takeUpload(c, parts));
  routes.get("/imports/:id{I[0-9]+}", (c) => showDocument(c, parts, c.req.param("id")));
  routes.post("/imports/:id{I[0-9]+}/accept-all", (c) => acceptAll(c, parts, c.req.param("id")));
  routes.get("/imports/:id{I[0-9]+}/mapping", (c) => showMapping(c, parts, c.req.param("id")));
  routes.post("/imports/:id{I[0-9]+}/mapping", (c) => takeMapping(c, parts, c.req.param("id")));
  routes.get("/imports/:id{I[0-9]+}/findings", (c) => showSameFindings(c, parts, c.req.param("id")));
  routes.post("/imports/:id{I[0-9]+}/findings", (c) => takeSettlementTogether(c, parts, c.req.param("id")));
  routes.get("/imports/:id{I[0-9]+}/look-alikes", (c) => showLookAlikes(c, parts, c.req.param("id")));
  routes.post("/imports/:id{I[0-9]+}/look-alikes", (c) => takeLookAlikes(c, parts, c.req.param("id")));
  routes.get(UNDO, (c) => showUndo(c, parts, { documentId: c.req.param("id"), acceptance: c.req.param("act") }));
  routes.post(UNDO, (c) => takeUndo(c, parts, { documentId: c.req.param("id"), acceptance: c.req.param("act") }));
  return routes;
}

async function showImports(c: RequestContext, { database }: RouteParts) {
  const imports = await database.read(c.get("actor"), listDocuments, workOf(c));
  return renderPage(c, <ImportsPage context={pageContext(c)} imports={imports} />);
}

async function takeUpload(c: RequestContext, { database, contributed }: RouteParts) {
  const layouts = layoutNames(contributed);
  const form = await readForm(c);
  const file = form.get("file");
  const layout = formText(form, "layout") || "auto";
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) {
    return renderPage(c, <UploadPage context={pageContext(c)} layouts={layouts} missing layout={layout} />, 422);
  }
  const upload = { name: file.name === "" ? "file" : file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const outcome = await importDocument(database, c.get("actor"), upload, { ...workOf(c), layout, contributed });
  if (!outcome.ok) {
    const page = (
      <UploadPage
        context={pageContext(c)}
        layouts={layouts}
        refusal={describeProblem(outcome.problem, c.get("lang"))}
        layout={layout}
      />
    );
    return renderPage(c, page, refusalStatus(outcome.problem));
  }
  const { documentId, isNew } = outcome.value;
  return goTo(c, `/imports/${documentId}?done=${isNew ? "imported" : "known"}`);
}

async function showDocument(c: RequestContext, { database, contributed }: RouteParts, id: string) {
  const context = pageContext(c);
  const loaded = await database.read(c.get("actor"), (tx) => loadDocumentPage(tx, id, context.query), workOf(c));
  if (loaded === undefined) return notFound(c);
  const contribution = contributed?.find(({ layout }) => layout.name === loaded.document.layout);
  const [first] = loaded.drafts;
  const whose =
    contribution === undefined || first === undefined || !isContributed(first.record)
      ? null
      : whoseRecord(contribution, c.get("actor"), first.record, context.query.get("owner"));
  const ofSlice = { findingWords: contribution?.findings, noun: contribution?.noun, whose };
  return renderPage(c, <DocumentPage context={context} {...loaded} {...ofSlice} />);
}

async function acceptAll(c: RequestContext, { database, contributed }: RouteParts, id: string) {
  const owner = formText(await readForm(c), "owner")
    .normalize("NFKC")
    .trim();
  const options = { ...workOf(c), limit: ACCEPTED_AT_ONCE, contributed, owner };
  const outcome = await acceptAllWithoutFindings(database, c.get("actor"), id, options);
  if (!outcome.ok) return refuseWith(c, outcome.problem, `/imports/${id}`);
  const { accepted, linked, left, untouched } = outcome.value;
  const reasons = [...Map.groupBy(left, ({ reason }) => reason)].map(([reason, of]) => [reason, of.length]);
  const said = {
    done: "bulk",
    ...(owner === "" ? {} : { owner }),
    accepted,
    linked,
    left: left.length,
    untouched,
    ...Object.fromEntries(reasons),
    ...(accepted + linked === 0 ? {} : { act: c.get("requestId") }),
  };
  const query = new URLSearchParams(Object.entries(said).map(([name, value]) => [name, `${value}`]));
  return goTo(c, `/imports/${id}?${query}`);
}

type MappingState = Readonly<{
  mapping?: readonly SheetMapping[];
  refusal?: string;
  status?: 200 | 403 | 404 | 409 | 413 | 422;
}>;

async function showMapping(c: RequestContext, { database }: RouteParts, id: string, state: MappingState = {}) {
  const context = pageContext(c);
  const loaded = await database.read(c.get("actor"), async (tx) => ({
    document: await findDocument(tx, id),
    grid: await findGrid(tx, id),
    saved: await listSavedMappings(tx),
    canChange: await isUntouched(tx, id),
  }));
  const { document, grid, saved, canChange } = loaded;
  if (document === undefined || grid === undefined) return notFound(c);
  const named = saved.find(({ name }) => name === context.query.get("apply"))?.columns ?? [];
  const mapping = state.mapping ?? (document.mapping ?? []).map((sheet) => applyNamedColumns(sheet, named));
  const props = { context, document, grid, mapping, saved, canChange, refusal: state.refusal };
  return renderPage(c, <MappingPage {...props} />, state.status ?? 200);
}

async function takeMapping(c: RequestContext, parts: RouteParts, id: string) {
  const { database } = parts;
  const form = await readForm(c);
  const [document, grid] = await database.read(c.get("actor"), async (tx) => [
    await findDocument(tx, id),
    await findGrid(tx, id),
  ]);
  if (document === undefined || grid === undefined) return notFound(c);
  const { mapping, newHeaderRow } = mappingFromForm(form, document.mapping ?? [], grid);
  if (newHeaderRow !== null) {
    return showMapping(c, parts, id, { mapping, refusal: words(c.get("lang")).mapping.newHeader(newHeaderRow) });
  }
  const outcome = await changeMapping(database, c.get("actor"), { documentId: id, mapping }, workOf(c));
  if (!outcome.ok) {
    const refusal = describeProblem(outcome.problem, c.get("lang"));
    return showMapping(c, parts, id, { mapping, refusal, status: refusalStatus(outcome.problem) });
  }
  const name = formText(form, "saveAs");
  if (name.trim() !== "") await saveMapping(database, c.get("actor"), { name, mapping }, workOf(c));
  return goTo(c, `/imports/${id}?done=mapped`);
}
