/** `/bodies/{id}/members`: people, one person, roles given, ended and cancelled, accounts taken out of use. */
import { Hono } from "hono";
import {
  type Database,
  formText,
  isRole,
  type RequestContext,
  type RequestEnv,
  readForm,
  type Tx,
} from "../../platform/index.ts";
import { type FieldProblem, pathIn, renderPage } from "../../ui/index.ts";
import { type Body, mayInBody } from "../bodies/body.ts";
import { findBody } from "../bodies/body-store.ts";
import { type OfficePage, officePage } from "../office-page.tsx";
import { refusePage, requirePermission } from "../require-permission.tsx";
import { cancelRole, endRole } from "./end-role.ts";
import { endSessions } from "./end-sessions.ts";
import { giveRole } from "./give-role.ts";
import { type BodyMember, findMember, listInvitations, listMembers } from "./member-store.ts";
import { EndRolePage } from "./pages/end-role-page.tsx";
import { memberAddress } from "./pages/member-frame.tsx";
import { MembersPage } from "./pages/members-page.tsx";
import { PersonPage } from "./pages/person-page.tsx";
import type { RoleInput } from "./pages/role-fields.tsx";
import { UsePage } from "./pages/use-page.tsx";
import { fieldProblemOf, readRoleInput, statusOf } from "./problem-place.ts";
import { readDay } from "./read-day.ts";
import { setUseOfAccount } from "./use-of-account.ts";
import { memberWords } from "./words.ts";

const LIST = "/bodies/:id{B[0-9]{6,9}}/members";
const PERSON = `${LIST}/:account{U[0-9]{6,9}}`;
const ROLE = `${PERSON}/roles/:role{[0-9]{1,9}}`;
export const NO_ROLE: RoleInput = { role: "", from: "", to: "", reason: "" };

/** @returns how to answer, once the transaction is committed. */
export type Answer = () => Response | Promise<Response>;
type Seen = Readonly<{ page: OfficePage; body: Body; person: BodyMember }>;

export function memberRoutes({ database }: Readonly<{ database: Database }>): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = async (c: RequestContext, work: (tx: Tx) => Promise<Answer>) =>
    (await database.read(c.get("actor"), work, { requestId: c.get("requestId") }))();
  const write = async (c: RequestContext, work: (tx: Tx, form: FormData) => Promise<Answer>) => {
    const form = await readForm(c);
    return (await database.write(c.get("actor"), (tx) => work(tx, form), { requestId: c.get("requestId") }))();
  };
  routes.use(LIST, requirePermission("member.read"));
  routes.use(`${LIST}/*`, requirePermission("member.read"));
  routes.get(LIST, (c) => read(c, (tx) => showMembers(tx, c)));
  routes.get(PERSON, (c) => read(c, (tx) => withPerson(tx, c, (seen) => showPerson(c, seen))));
  for (const path of [`${PERSON}/roles`, `${PERSON}/roles/*`, `${PERSON}/use`, `${PERSON}/sessions/end`]) {
    routes.use(path, requirePermission("member.manage"));
  }
  routes.post(`${PERSON}/roles`, (c) => write(c, (tx, form) => withPerson(tx, c, (seen) => give(tx, c, seen, form))));
  routes.get(ROLE, (c) => read(c, (tx) => withPerson(tx, c, (seen) => showRole(c, seen))));
  routes.post(`${ROLE}/end`, (c) => write(c, (tx, form) => withPerson(tx, c, (seen) => end(tx, c, seen, form))));
  routes.post(`${ROLE}/cancel`, (c) => write(c, (tx, form) => withPerson(tx, c, (seen) => cancel(tx, c, seen, form))));
  routes.get(`${PERSON}/use`, (c) =>
    read(c, (tx) =>
      withPerson(tx, c, async (seen) =>
        mayManage(seen) ? () => renderPage(c, <UsePage {...seen} />) : () => refusePage(c),
      ),
    ),
  );
  routes.post(`${PERSON}/use`, (c) => write(c, (tx, form) => withPerson(tx, c, (seen) => setUse(tx, c, seen, form))));
  routes.post(`${PERSON}/sessions/end`, (c) => write(c, (tx) => withPerson(tx, c, (seen) => signOut(tx, c, seen))));
  return routes;
}

const mayManage = ({ page, body }: Pick<Seen, "page" | "body">) => mayInBody(page.actor, "member.manage", body);

async function showMembers(tx: Tx, c: RequestContext): Promise<Answer> {
  const page = officePage(c);
  const body = await findBody(tx, c.req.param("id") ?? "");
  if (body === undefined) return () => c.notFound();
  if (!mayInBody(page.actor, "member.read", body)) return () => refusePage(c);
  const members = await listMembers(tx, body.id);
  const invitations = mayManage({ page, body }) ? await listInvitations(tx, body.id) : [];
  const saved = memberWords(page.lang).saved[c.req.query("saved") ?? ""];
  return () => renderPage(c, <MembersPage {...{ page, body, members, invitations, saved }} />);
}

async function withPerson(tx: Tx, c: RequestContext, work: (seen: Seen) => Promise<Answer>): Promise<Answer> {
  const page = officePage(c);
  const body = await findBody(tx, c.req.param("id") ?? "");
  if (body === undefined) return () => c.notFound();
  if (!mayInBody(page.actor, "member.read", body)) return () => refusePage(c);
  const person = await findMember(tx, body.id, c.req.param("account") ?? "");
  return person === undefined ? () => c.notFound() : work({ page, body, person });
}

async function showPerson(c: RequestContext, seen: Seen): Promise<Answer> {
  const saved = memberWords(seen.page.lang).saved[c.req.query("saved") ?? ""];
  return () => renderPage(c, <PersonPage {...seen} input={NO_ROLE} saved={saved} />);
}

async function give(tx: Tx, c: RequestContext, seen: Seen, form: FormData): Promise<Answer> {
  const { page, body, person } = seen;
  const input = readRoleInput(form);
  const again = (problem: FieldProblem, status: 409 | 422) => () =>
    renderPage(c, <PersonPage {...{ ...seen, input, problem }} />, status);
  const from = readDay(input.from, "required");
  const to = readDay(input.to, "optional");
  const early = !isRole(input.role) ? "role_missing" : !from.ok ? from.code : undefined;
  if (early !== undefined) return again(fieldProblemOf(early, page.lang), 422);
  if (!to.ok) return again({ ...fieldProblemOf(to.code, page.lang), field: "to" }, 422);
  if (!isRole(input.role) || !from.ok || from.day === null) throw new Error("a role and a first day were read");
  const { role } = input;
  const outcome = await giveRole(tx, page.actor, {
    ...{ bodyId: body.id, accountId: person.id, role, today: page.today, reason: input.reason || null },
    ...{ validFrom: from.day, validTo: to.day },
  });
  if (outcome.ok) return saved(c, seen, "given");
  const { code } = outcome.problem;
  const status = statusOf(code);
  return status === 403 ? () => refusePage(c) : again(fieldProblemOf(code, page.lang), status === 422 ? 422 : 409);
}

async function showRole(c: RequestContext, seen: Seen): Promise<Answer> {
  const assignment = ownAssignment(c, seen);
  if (!mayManage(seen)) return () => refusePage(c);
  if (assignment === undefined) return () => c.notFound();
  return () => renderPage(c, <EndRolePage {...{ ...seen, assignment }} />);
}

const ownAssignment = (c: RequestContext, { body, person }: Seen) =>
  person.assignments.find(({ id, bodyId }) => bodyId === body.id && id === Number(c.req.param("role")));

async function end(tx: Tx, c: RequestContext, seen: Seen, form: FormData): Promise<Answer> {
  const { page, body } = seen;
  const assignment = ownAssignment(c, seen);
  if (assignment === undefined) return () => c.notFound();
  const lastDay = formText(form, "lastDay");
  const reason = formText(form, "reason");
  const shown = { ...seen, assignment, lastDay, reason };
  const read = readDay(lastDay, "required");
  if (!read.ok || read.day === null) {
    const problem = { ...fieldProblemOf(read.ok ? "day_missing" : read.code, page.lang), field: "lastDay" };
    return () => renderPage(c, <EndRolePage {...{ ...shown, problem }} />, 422);
  }
  const outcome = await endRole(tx, page.actor, {
    ...{ bodyId: body.id, assignmentId: assignment.id, lastDay: read.day, reason: reason || null, today: page.today },
  });
  if (outcome.ok) return saved(c, seen, "ended");
  const { code } = outcome.problem;
  if (statusOf(code) === 403) return () => refusePage(c);
  const problem = { ...fieldProblemOf(code, page.lang), field: "lastDay" };
  const place = code === "days_reversed" ? { problem } : { refused: problem.message };
  return () => renderPage(c, <EndRolePage {...{ ...shown, ...place }} />, code === "days_reversed" ? 422 : 409);
}

async function cancel(tx: Tx, c: RequestContext, seen: Seen, form: FormData): Promise<Answer> {
  const { page, body } = seen;
  const assignment = ownAssignment(c, seen);
  if (assignment === undefined) return () => c.notFound();
  const reason = formText(form, "reason");
  const asked = { bodyId: body.id, assignmentId: assignment.id, reason: reason || null, today: page.today };
  const outcome = await cancelRole(tx, page.actor, asked);
  if (outcome.ok) return saved(c, seen, "cancelled");
  const { code } = outcome.problem;
  if (statusOf(code) === 403) return () => refusePage(c);
  const refused = memberWords(page.lang).problems[code];
  return () => renderPage(c, <EndRolePage {...{ ...seen, assignment, reason, refused }} />, 409);
}

async function setUse(tx: Tx, c: RequestContext, seen: Seen, form: FormData): Promise<Answer> {
  const { page, body, person } = seen;
  const reason = formText(form, "reason");
  const isDisabled = formText(form, "use") === "disable";
  const asked = { bodyId: body.id, accountId: person.id, isDisabled, reason, today: page.today };
  const outcome = await setUseOfAccount(tx, page.actor, asked);
  if (outcome.ok) return saved(c, seen, isDisabled ? "disabled" : "enabled");
  const { code } = outcome.problem;
  if (statusOf(code) === 403) return () => refusePage(c);
  const words = memberWords(page.lang).problems[code];
  if (code === "reason_missing") return () => renderPage(c, <UsePage {...seen} reasonError={words} />, 422);
  return () => renderPage(c, <UsePage {...{ ...seen, reason }} refused={words} />, 409);
}

async function signOut(tx: Tx, c: RequestContext, seen: Seen): Promise<Answer> {
  const { page, body, person } = seen;
  const asked = { bodyId: body.id, accountId: person.id, today: page.today };
  const outcome = await endSessions(tx, page.actor, asked);
  if (outcome.ok) return saved(c, seen, "signed_out");
  const { code } = outcome.problem;
  if (statusOf(code) === 403) return () => refusePage(c);
  const refused = memberWords(page.lang).problems[code];
  return () => renderPage(c, <PersonPage {...{ ...seen, refused }} input={NO_ROLE} />, 409);
}

function saved(c: RequestContext, { page, body, person }: Seen, what: string): Answer {
  const to = pathIn(page.lang, memberAddress(body.id, person.id));
  return () => c.redirect(`${to}?saved=${what}`, 303);
}
