/** `/programmes/workbook`: the workbook of programmes goes out, comes back as a preview, and is saved once confirmed. */
import { Hono } from "hono";
import { describeReadProblem as describeEn } from "../../../documents/messages.en.ts";
import { describeReadProblem as describeJa } from "../../../documents/messages.ja.ts";
import { type ReadProblem, readSource } from "../../../documents/read-source.ts";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { formText, isPermitted, type RequestContext, type RequestEnv, readForm } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { programmeRefusals as refusalsEn } from "../../messages-refusals.en.ts";
import { programmeRefusals as refusalsJa } from "../../messages-refusals.ja.ts";
import { countOwnProgrammes } from "../../own-programmes-query.ts";
import { pageContext, type RouteParts, reader } from "../../pages/page-context.ts";
import type { SomeRefused } from "../../problems.ts";
import { marksOfOwner } from "../../recorded-programme.ts";
import { nameOfOwner } from "../../report/report-of-body.ts";
import { reviewWorkbook, type SaveWorkbookProblem, saveWorkbook, type WorkbookReview } from "../workbook-review.ts";
import { PreviewPage, type PreviewPageProps } from "./preview-page.tsx";
import { StartPage, type StartPageProps, type WorkbookBody } from "./start-page.tsx";
import { workbookPageWords } from "./words.ts";
import { WORKBOOK_PATH } from "./workbook-address.ts";

const OWNER = /^(?:[0-9]{5}|B[0-9]{6,12})$/;
/** The largest body's workbook has some hundred kilobytes; the page of its preview carries it once more. */
const LIMITS = { maxBytes: 5 * 1024 * 1024, maxInflatedBytes: 50 * 1024 * 1024, maxCells: 500_000 };

export function workbookRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.use(WORKBOOK_PATH, requirePermission("programme.edit"));
  routes.use(`${WORKBOOK_PATH}/*`, requirePermission("programme.edit"));
  routes.get(WORKBOOK_PATH, (c) => showStart(parts, c));
  routes.post(WORKBOOK_PATH, (c) => showPreview(parts, c));
  routes.post(`${WORKBOOK_PATH}/save`, (c) => save(parts, c));
  return routes;
}

async function showStart(parts: RouteParts, c: RequestContext): Promise<Response> {
  const asked = c.req.query("government")?.normalize("NFKC").trim() ?? ownCode(c);
  if (asked === "") return answerStart(c, { asked, body: null });
  const body = await findBody(parts, c, asked);
  if (body instanceof Response) return body;
  const said = c.req.query("saved") ?? "";
  return answerStart(c, { asked, body, saved: /^[1-9]\d{0,5}$/u.test(said) ? Number(said) : undefined });
}

function ownCode(c: RequestContext): string {
  const actor = c.get("actor");
  return actor.kind === "member" ? (actor.body.governmentCode ?? actor.body.id) : "";
}

type Start = Omit<StartPageProps, "page">;

function answerStart(c: RequestContext, start: Start, status: 200 | 413 | 422 = 200) {
  return renderPage(c, <StartPage page={pageContext(c)} {...start} />, status);
}

/** @returns the answer where there is no such body, or its programmes are not this person's to edit. */
async function findBody(parts: RouteParts, c: RequestContext, asked: string): Promise<WorkbookBody | Response> {
  const unknown = () => answerStart(c, { asked, body: null, isUnknown: true }, 422);
  if (!OWNER.test(asked)) return unknown();
  if (!isPermitted(c.get("actor"), "programme.edit", marksOfOwner(asked))) return refusePage(c);
  const { name, programmes } = await reader(parts)(c, async (tx) => {
    return { name: await nameOfOwner(tx, asked), programmes: await countOwnProgrammes(tx, asked) };
  });
  return name === undefined ? unknown() : { owner: asked, name, programmes };
}

async function showPreview(parts: RouteParts, c: RequestContext): Promise<Response> {
  const form = await readForm(c);
  const body = await findBody(parts, c, formText(form, "government"));
  if (body instanceof Response) return body;
  const file = form.get("file");
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  if (!(file instanceof File) || bytes.length === 0) return answerMissing(c, body);
  const read = await readSource({ name: file.name, bytes }, LIMITS);
  if (!read.ok) return answerUnreadable(c, body, read.problem);
  const actor = c.get("actor");
  const review = await reader(parts)(c, (tx) => reviewWorkbook(tx, actor, body.owner, read.value));
  return answerPreview(c, { body, review, bytes }, previewStatus(review));
}

function answerMissing(c: RequestContext, body: WorkbookBody) {
  return answerStart(c, { asked: body.owner, body, isMissing: true }, 422);
}

function answerUnreadable(c: RequestContext, body: WorkbookBody, problem: ReadProblem) {
  const refusal = (c.get("lang") === "en" ? describeEn : describeJa)(problem);
  return answerStart(c, { asked: body.owner, body, refusal }, problem.code === "too_large" ? 413 : 422);
}

function answerPreview(c: RequestContext, preview: Omit<PreviewPageProps, "page">, status: 200 | 409 | 422) {
  return renderPage(c, <PreviewPage page={pageContext(c)} {...preview} />, status);
}

/** 409 where someone came first and nothing is left to save, 422 where what it says keeps it from being saved. */
function previewStatus({ comparison: { changes, findings } }: WorkbookReview): 200 | 409 | 422 {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (changes.some(({ isBlocked }) => !isBlocked)) return 200;
  if (errors.length === 0) return changes.length === 0 ? 200 : 409;
  return errors.every(({ code }) => code === "version_stale") ? 409 : 422;
}

async function save(parts: RouteParts, c: RequestContext): Promise<Response> {
  const form = await readForm(c);
  const body = await findBody(parts, c, formText(form, "government"));
  if (body instanceof Response) return body;
  const bytes = new Uint8Array(Buffer.from(formText(form, "workbook"), "base64"));
  if (bytes.length === 0) return answerMissing(c, body);
  const read = await readSource({ name: "workbook.xlsx", bytes }, LIMITS);
  if (!read.ok) return answerUnreadable(c, body, read.problem);
  const actor = c.get("actor");
  const [reason, confirmation] = [formText(form, "reason"), formText(form, "confirmation")];
  const why = { reason: reason || null, confirmation: confirmation || null };
  const asked = { owner: body.owner, source: read.value, seal: formText(form, "seal"), why };
  const outcome = await parts.database.write(actor, (tx) => saveWorkbook(tx, actor, asked), {
    requestId: c.get("requestId"),
  });
  if (!outcome.ok) return answerRefused(c, { body, bytes, reason, confirmation }, outcome.problem);
  const query = `government=${body.owner}&saved=${outcome.value.length}`;
  return c.redirect(pathIn(c.get("lang"), `${WORKBOOK_PATH}?${query}`), 303);
}

type Sent = Readonly<{ body: WorkbookBody; bytes: Uint8Array; reason: string; confirmation: string }>;

function answerRefused(c: RequestContext, sent: Sent, problem: SaveWorkbookProblem) {
  const { review } = problem;
  if (problem.code === "not_as_shown") return answerPreview(c, { ...sent, review, refused: "not_as_shown" }, 409);
  const warnings = problem.refused.flatMap((one) =>
    one.problem.code === "personal_data_unconfirmed" ? one.problem.warnings : [],
  );
  const isStale = problem.refused.some(
    (one) => one.problem.code === "stale_version" || one.problem.code === "in_review",
  );
  const refused = refusalSentences(c, review, problem);
  const personal = warnings.length === 0 ? undefined : warnings;
  return answerPreview(c, { ...sent, review, refused, personal }, isStale ? 409 : 422);
}

function refusalSentences(c: RequestContext, { comparison }: WorkbookReview, { refused }: SomeRefused) {
  const lang = c.get("lang");
  const { problems, factProblems } = lang === "en" ? refusalsEn : refusalsJa;
  const { refusedOf } = workbookPageWords(lang).preview;
  return refused.map(({ id, problem }) => {
    const title = comparison.changes.find((change) => change.id === id)?.title ?? id;
    const facts = problem.code === "invalid_facts" ? problem.problems.map(({ code }) => factProblems[code]) : [];
    return refusedOf(title, [problems[problem.code], ...new Set(facts)].join(" "));
  });
}
