/** `/bodies`: list, a new body, one body with its settings. */
import { Hono } from "hono";
import {
  type Database,
  formText,
  isPermittedSomewhere,
  type RequestContext,
  type RequestEnv,
  readForm,
  type Tx,
} from "../../platform/index.ts";
import { type FieldProblem, type Lang, pathIn, renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { refusePage, requirePermission } from "../require-permission.tsx";
import { type Body, type BodySettings, bodyAddress, isBodyKind, mayInBody } from "./body.ts";
import { findBody, listBodies } from "./body-store.ts";
import { createBody } from "./create-body.ts";
import { editBody } from "./edit-body.ts";
import type { BodyProblemCode } from "./messages.ja.ts";
import { BodiesPage } from "./pages/bodies-page.tsx";
import { BodyConflictPage } from "./pages/body-conflict-page.tsx";
import { BodyPage } from "./pages/body-page.tsx";
import { EMPTY_BODY, type Government, type NewBodyInput, NewBodyPage } from "./pages/new-body-page.tsx";
import { bodyWords } from "./words.ts";

/** Local governments that exist today under a name, with or without the prefecture, or under a code. */
export type FindGovernments = (text: string) => readonly Government[];

export type BodyParts = Readonly<{ database: Database; findGovernments: FindGovernments }>;

const ONE = "/bodies/:id{B[0-9]{6,9}}";

/** @returns how to answer, once the transaction is committed. */
type Answer = () => Response | Promise<Response>;

export function bodyRoutes({ database, findGovernments }: BodyParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const write = async (c: RequestContext, work: (tx: Tx) => Promise<Answer>) =>
    (await database.write(c.get("actor"), work, { requestId: c.get("requestId") }))();

  routes.use("/bodies", requirePermission("member.read", "body.create"));
  routes.get("/bodies", async (c) => {
    const page = officePage(c);
    const all = await database.read(page.actor, (tx) => listBodies(tx, page.today));
    const bodies = all.filter((body) => mayInBody(page.actor, "member.read", body));
    const canCreate = isPermittedSomewhere(page.actor, "body.create");
    return renderPage(c, <BodiesPage page={page} bodies={bodies} canCreate={canCreate} />);
  });

  routes.use("/bodies/new", requirePermission("body.create"));
  routes.get("/bodies/new", (c) => renderPage(c, <NewBodyPage page={officePage(c)} input={EMPTY_BODY} />));
  routes.post("/bodies/new", async (c) => {
    const form = await readForm(c);
    return write(c, (tx) => saveNewBody(tx, c, form, findGovernments));
  });

  routes.use(ONE, requirePermission("member.read", "body.manage"));
  routes.get(ONE, async (c) => {
    const page = officePage(c);
    const body = await database.read(page.actor, (tx) => findBody(tx, c.req.param("id")));
    if (body === undefined) return c.notFound();
    if (!mayInBody(page.actor, "member.read", body)) return refusePage(c);
    const w = bodyWords(page.lang);
    const saved = { created: w.created, edited: w.saved }[c.req.query("saved") ?? ""];
    return renderPage(c, <BodyPage page={page} body={body} canDisable={canDisable(c)} saved={saved} />);
  });
  routes.post(ONE, async (c) => {
    const form = await readForm(c);
    return write(c, (tx) => saveSettings(tx, c, form));
  });
  return routes;
}

const canDisable = (c: RequestContext): boolean => isPermittedSomewhere(c.get("actor"), "body.create");

async function saveNewBody(tx: Tx, c: RequestContext, form: FormData, find: FindGovernments): Promise<Answer> {
  const page = officePage(c);
  const input: NewBodyInput = {
    kind: formText(form, "kind"),
    government: formText(form, "government"),
    name: formText(form, "name"),
    unit: formText(form, "unit"),
    approval: form.get("approval") === "asked",
  };
  const refuse = (code: BodyProblemCode, candidates?: readonly Government[]): Answer => {
    const problem = fieldProblem(code, page.lang);
    const status = code === "government_has_body" ? 409 : 422;
    return () => renderPage(c, <NewBodyPage {...{ page, input, problem, candidates }} />, status);
  };
  const { kind, government, name, unit, approval } = input;
  if (!isBodyKind(kind)) return refuse("kind_missing");
  const found = kind === "local_government" ? find(formText(form, "code") || government) : [];
  if (found.length > 1) return refuse("government_ambiguous", found);
  const governmentCode = found[0]?.code ?? null;
  const asked = { kind, governmentCode, name, unit, asksApproval: approval };
  const outcome = await createBody(tx, page.actor, asked, (code) => found.find((one) => one.code === code)?.name);
  if (!outcome.ok) return outcome.problem.code === "not_permitted" ? () => refusePage(c) : refuse(outcome.problem.code);
  const own = pathIn(page.lang, bodyAddress(outcome.value.id));
  return () => c.redirect(`${own}?saved=created`, 303);
}

function fieldProblem(code: BodyProblemCode, lang: Lang): FieldProblem {
  const w = bodyWords(lang);
  const field = code === "kind_missing" ? "kind" : code === "body_name_missing" ? "name" : "government";
  return { field, label: w[field], message: w.problems[code] };
}

type SentSettings = BodySettings & Readonly<{ isDisabled: boolean; reason: string | null }>;

async function saveSettings(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const page = officePage(c);
  const known = await findBody(tx, c.req.param("id") ?? "");
  if (known === undefined) return () => c.notFound();
  const mine = readSettings(form, known);
  const outcome = await editBody(tx, page.actor, {
    id: known.id,
    expectedVersion: Number(form.get("version")),
    ...keepChosen(form, mine, known),
  });
  const own = pathIn(page.lang, bodyAddress(known.id));
  if (outcome.ok) return () => c.redirect(`${own}?saved=edited`, 303);
  const { problem } = outcome;
  if (problem.code === "not_permitted") return () => refusePage(c);
  if (problem.code === "stale_version") {
    return () => renderPage(c, <BodyConflictPage page={page} saved={problem.saved} mine={mine} />, 409);
  }
  const refused = bodyWords(page.lang).problems[problem.code];
  return () => renderPage(c, <BodyPage page={page} body={known} canDisable={canDisable(c)} refused={refused} />, 409);
}

/** Who may not disable sends no word about it. */
function readSettings(form: FormData, saved: Body): SentSettings {
  const use = form.get("use");
  return {
    unit: formText(form, "unit") || null,
    asksApproval: form.get("approval") === "asked",
    isDisabled: use === null ? saved.isDisabled : use === "disabled",
    reason: formText(form, "reason") || null,
  };
}

function keepChosen(form: FormData, mine: SentSettings, saved: Body): SentSettings {
  const keepsSaved = (field: string) => form.get(`keep.${field}`) === "saved";
  return {
    unit: keepsSaved("unit") ? saved.unit : mine.unit,
    asksApproval: keepsSaved("approval") ? saved.asksApproval : mine.asksApproval,
    isDisabled: keepsSaved("use") ? saved.isDisabled : mine.isDisabled,
    reason: mine.reason,
  };
}
