/** `/bodies/{id}/handover` moves work in one step and takes it back; `/bodies/{id}/notes` is the 引継書. */
import { Hono } from "hono";
import {
  type Database,
  formText,
  listOpenWork,
  type RequestContext,
  type RequestEnv,
  readForm,
  type Tx,
} from "../../platform/index.ts";
import { type FieldProblem, pathIn, renderPage } from "../../ui/index.ts";
import { type Body, bodyAddress, mayInBody } from "../bodies/body.ts";
import { findBody } from "../bodies/body-store.ts";
import { listColleagues, listMembers } from "../members/member-store.ts";
import { readDay } from "../members/read-day.ts";
import { stateOn } from "../members/role-period.ts";
import { dayWords, type OfficePage, officePage } from "../office-page.tsx";
import { refusePage, requirePermission } from "../require-permission.tsx";
import { handOver } from "./hand-over.ts";
import { HandedOverPage } from "./handed-over-page.tsx";
import { type HandoverInput, HandoverPage, type Leaving, type Preview } from "./handover-page.tsx";
import { gatherNotes, type HandoverProvider, type HandoverSection } from "./handover-provider.ts";
import { findHandover } from "./handover-store.ts";
import type { HandoverProblemCode } from "./messages.ja.ts";
import { NotesPage } from "./notes-page.tsx";
import { undoHandover } from "./undo-handover.ts";
import { handoverWords } from "./words.ts";

export type HandoverParts = Readonly<{ database: Database; handoverProviders: readonly HandoverProvider[] }>;

const BODY = "/bodies/:id{B[0-9]{6,9}}";
const DONE = `${BODY}/handover/:handover{[0-9]{1,9}}`;

/** @returns how to answer, once the transaction is committed. */
type Answer = () => Response | Promise<Response>;
type Seen = Readonly<{ page: OfficePage; body: Body }>;

export function handoverRoutes({ database, handoverProviders }: HandoverParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = async (c: RequestContext, work: (tx: Tx) => Promise<Answer>) =>
    (await database.read(c.get("actor"), work, { requestId: c.get("requestId") }))();
  const write = async (c: RequestContext, work: (tx: Tx, form: FormData) => Promise<Answer>) => {
    const form = await readForm(c);
    return (await database.write(c.get("actor"), (tx) => work(tx, form), { requestId: c.get("requestId") }))();
  };
  routes.use(`${BODY}/handover`, requirePermission("member.manage"));
  routes.use(`${BODY}/handover/*`, requirePermission("member.manage"));
  routes.use(`${BODY}/notes`, requirePermission("member.read"));
  routes.get(`${BODY}/handover`, (c) => read(c, (tx) => managed(tx, c, (seen) => showHandover(tx, c, seen))));
  routes.post(`${BODY}/handover`, (c) =>
    write(c, (tx, form) => managed(tx, c, (seen) => doHandover(tx, c, seen, form))),
  );
  routes.get(DONE, (c) => read(c, (tx) => managed(tx, c, (seen) => showDone(tx, c, seen))));
  routes.post(`${DONE}/undo`, (c) => write(c, (tx) => managed(tx, c, (seen) => undo(tx, c, seen))));
  routes.get(`${BODY}/notes`, (c) => read(c, (tx) => showNotes(tx, c, handoverProviders)));
  return routes;
}

async function managed(tx: Tx, c: RequestContext, work: (seen: Seen) => Promise<Answer>): Promise<Answer> {
  const page = officePage(c);
  const body = await findBody(tx, c.req.param("id") ?? "");
  if (body === undefined) return () => c.notFound();
  return mayInBody(page.actor, "member.manage", body) ? work({ page, body }) : () => refusePage(c);
}

async function showHandover(tx: Tx, c: RequestContext, seen: Seen): Promise<Answer> {
  const { from = "", to = "", again } = c.req.query();
  if (again !== undefined || c.req.query("from") === undefined) return choose(tx, c, seen, { from, to });
  const input = { endsRoles: false, lastDay: dayWords(seen.page.today, seen.page.lang), reason: "" };
  return confirm(tx, c, seen, { from, to, input });
}

type Chosen = Readonly<{ from: string; to: string }>;
type Shown = Readonly<{ problem?: FieldProblem; refused?: string; status?: 409 | 422 }>;

async function readPeople(tx: Tx, { body, page }: Seen) {
  const work = await listOpenWork(tx, { bodyId: body.id, today: page.today });
  const members = await listMembers(tx, body.id);
  const colleagues = await listColleagues(tx, body.id, page.today);
  const leaving: readonly Leaving[] = members
    .map(({ id, displayName }) => ({ id, displayName, open: work.filter((one) => one.accountId === id).length }))
    .filter(({ id, open }) => open > 0 || colleagues.some((one) => one.id === id));
  return { work, members, colleagues, leaving };
}

async function choose(tx: Tx, c: RequestContext, seen: Seen, chosen: Chosen, shown: Shown = {}): Promise<Answer> {
  const { leaving, colleagues } = await readPeople(tx, seen);
  const { status = 200, ...texts } = shown;
  return () => renderPage(c, <HandoverPage {...{ ...seen, leaving, colleagues, chosen, ...texts }} />, status);
}

type Asked = Chosen & Readonly<{ input: HandoverInput }>;

async function confirm(tx: Tx, c: RequestContext, seen: Seen, asked: Asked, shown: Shown = {}): Promise<Answer> {
  const { page, body } = seen;
  const { work, members, colleagues, leaving } = await readPeople(tx, seen);
  const from = leaving.find(({ id }) => id === asked.from);
  const to = colleagues.find(({ id }) => id === asked.to);
  const again = (code: HandoverProblemCode) =>
    choose(tx, c, seen, asked, { problem: fieldProblemOf(code, page), status: 422 });
  if (from === undefined) return again("person_unknown");
  if (to === undefined) return again("successor_unknown");
  if (from.id === to.id) return again("same_person");
  const held = members.find(({ id }) => id === from.id)?.assignments ?? [];
  const preview: Preview = {
    ...{ from, to, input: asked.input },
    work: work.filter(({ accountId }) => accountId === from.id),
    roles: held.filter((one) => one.bodyId === body.id && stateOn(one, page.today) === "now"),
  };
  const { status = 200, ...texts } = shown;
  const chosen = { from: from.id, to: to.id };
  return () => renderPage(c, <HandoverPage {...{ ...seen, leaving, colleagues, chosen, preview, ...texts }} />, status);
}

async function doHandover(tx: Tx, c: RequestContext, seen: Seen, form: FormData): Promise<Answer> {
  const { page, body } = seen;
  const input = {
    endsRoles: form.get("endsRoles") === "yes",
    lastDay: formText(form, "lastDay"),
    reason: formText(form, "reason"),
  };
  const asked: Asked = { from: formText(form, "from"), to: formText(form, "to"), input };
  const day = readDay(input.lastDay, "required");
  if (input.endsRoles && !day.ok) {
    return confirm(tx, c, seen, asked, { problem: fieldProblemOf(day.code, page), status: 422 });
  }
  const outcome = await handOver(tx, page.actor, {
    ...{ bodyId: body.id, from: asked.from, to: asked.to, counted: Number(form.get("counted")), today: page.today },
    ...{ lastDay: input.endsRoles && day.ok ? day.day : null, reason: input.reason || null },
  });
  if (outcome.ok) {
    const done = pathIn(page.lang, `${bodyAddress(body.id)}/handover/${outcome.value.id}`);
    return () => c.redirect(done, 303);
  }
  const { code } = outcome.problem;
  if (code === "not_permitted") return () => refusePage(c);
  if (code === "days_reversed") {
    return confirm(tx, c, seen, asked, { problem: fieldProblemOf(code, page), status: 422 });
  }
  return confirm(tx, c, seen, asked, { refused: handoverWords(page.lang).problems[code], status: 409 });
}

async function showDone(tx: Tx, c: RequestContext, { page, body }: Seen, refused?: string): Promise<Answer> {
  const handover = await findHandover(tx, body.id, Number(c.req.param("handover")));
  if (handover === undefined) return () => c.notFound();
  const status = refused === undefined ? 200 : 409;
  return () => renderPage(c, <HandedOverPage {...{ page, body, handover, refused }} />, status);
}

async function undo(tx: Tx, c: RequestContext, seen: Seen): Promise<Answer> {
  const { page, body } = seen;
  const id = Number(c.req.param("handover"));
  const outcome = await undoHandover(tx, page.actor, { bodyId: body.id, id, today: page.today });
  if (outcome.ok) return () => c.redirect(pathIn(page.lang, `${bodyAddress(body.id)}/handover/${id}`), 303);
  if (outcome.problem.code === "not_permitted") return () => refusePage(c);
  return showDone(tx, c, seen, handoverWords(page.lang).problems[outcome.problem.code]);
}

async function showNotes(tx: Tx, c: RequestContext, providers: readonly HandoverProvider[]): Promise<Answer> {
  const page = officePage(c);
  const body = await findBody(tx, c.req.param("id") ?? "");
  if (body === undefined) return () => c.notFound();
  if (!mayInBody(page.actor, "member.read", body)) return () => refusePage(c);
  const sections: HandoverSection[] = [];
  for (const provide of providers) sections.push(await provide(tx, { body, lang: page.lang, today: page.today }));
  const work = await listOpenWork(tx, { bodyId: body.id, today: page.today });
  return () => renderPage(c, <NotesPage {...{ page, body }} notes={gatherNotes(sections, work)} />);
}

function fieldProblemOf(code: HandoverProblemCode, { lang }: OfficePage): FieldProblem {
  const w = handoverWords(lang);
  const message = w.problems[code];
  if (code === "person_unknown") return { field: "from", label: w.from, message };
  if (code === "successor_unknown" || code === "same_person") return { field: "to", label: w.to, message };
  return { field: "lastDay", label: w.lastDay, message };
}
