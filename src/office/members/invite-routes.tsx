/** Inviting into a body, and taking an invitation back. The letter leaves once the invitation is stored. */
import { Hono } from "hono";
import {
  type Accounts,
  type Database,
  faultLine,
  formText,
  type Invited,
  invitationLetter,
  invitationPath,
  isRole,
  type RequestContext,
  type RequestEnv,
  type Role,
  readForm,
  revokeInvitation,
  type Tx,
} from "../../platform/index.ts";
import { type FieldProblem, pathIn, renderPage } from "../../ui/index.ts";
import { type Body, bodyAddress, mayInBody } from "../bodies/body.ts";
import { findBody } from "../bodies/body-store.ts";
import { officePage } from "../office-page.tsx";
import { roleName } from "../permissions/words.ts";
import { refusePage, requirePermission } from "../require-permission.tsx";
import { invite } from "./invite.ts";
import type { Answer } from "./member-routes.tsx";
import { type InviteInput, InvitePage } from "./pages/invite-page.tsx";
import { fieldProblemOf, readRoleInput, statusOf } from "./problem-place.ts";
import { readDay } from "./read-day.ts";

const LIST = "/bodies/:id{B[0-9]{6,9}}/members";

export type InviteParts = Readonly<{ database: Database; accounts: Accounts }>;

export function inviteRoutes({ database, accounts }: InviteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const write = async (c: RequestContext, work: (tx: Tx, body: Body) => Promise<Answer>) =>
    (
      await database.write(c.get("actor"), (tx) => withBody(tx, c, (body) => work(tx, body)), {
        requestId: c.get("requestId"),
      })
    )();
  routes.use(`${LIST}/invite`, requirePermission("member.manage"));
  routes.use(`${LIST}/invitations/*`, requirePermission("member.manage"));
  routes.get(`${LIST}/invite`, async (c) => {
    const page = officePage(c);
    const input = { email: "", role: "", from: page.today, to: "", reason: "" };
    const answer = await database.read(page.actor, (tx) =>
      withBody(tx, c, async (body) => () => renderPage(c, <InvitePage {...{ page, body, input }} />)),
    );
    return answer();
  });
  routes.post(`${LIST}/invite`, async (c) => {
    const form = await readForm(c);
    return write(c, (tx, body) => inviteOne(tx, c, { body, form, accounts }));
  });
  routes.post(`${LIST}/invitations/:invitation{[0-9]{1,9}}/revoke`, (c) =>
    write(c, async (tx, body) => {
      const isDone = await revokeInvitation(tx, Number(c.req.param("invitation")));
      return () => toList(c, body, isDone ? "revoked" : "");
    }),
  );
  return routes;
}

async function withBody(tx: Tx, c: RequestContext, work: (body: Body) => Promise<Answer>): Promise<Answer> {
  const body = await findBody(tx, c.req.param("id") ?? "");
  if (body === undefined) return () => c.notFound();
  if (!mayInBody(c.get("actor"), "member.manage", body)) return () => refusePage(c);
  return work(body);
}

type Sent = Readonly<{ body: Body; form: FormData; accounts: Accounts }>;

async function inviteOne(tx: Tx, c: RequestContext, { body, form, accounts }: Sent): Promise<Answer> {
  const page = officePage(c);
  const input: InviteInput = { ...readRoleInput(form), email: formText(form, "email") };
  const again = (problem: FieldProblem, status: 409 | 422) => () =>
    renderPage(c, <InvitePage {...{ page, body, input, problem }} />, status);
  const from = readDay(input.from, "required");
  const to = readDay(input.to, "optional");
  const { role } = input;
  if (!isRole(role)) return again(fieldProblemOf("role_missing", page.lang), 422);
  if (!from.ok || from.day === null) {
    return again(fieldProblemOf(from.ok ? "day_missing" : from.code, page.lang), 422);
  }
  if (!to.ok) return again({ ...fieldProblemOf(to.code, page.lang), field: "to" }, 422);
  const asked = { bodyId: body.id, email: input.email, role, validFrom: from.day, validTo: to.day, today: page.today };
  const outcome = await invite(tx, page.actor, asked);
  if (outcome.ok) return () => sendLetter(c, accounts, { body, role, invited: outcome.value });
  const { code } = outcome.problem;
  const status = statusOf(code);
  return status === 403 ? () => refusePage(c) : again(fieldProblemOf(code, page.lang), status);
}

type Letter = Readonly<{ body: Body; role: Role; invited: Invited }>;

/** A letter that does not leave takes nothing back: the page says so, and the invitation can be sent anew. */
async function sendLetter(c: RequestContext, accounts: Accounts, { body, role, invited }: Letter): Promise<Response> {
  const { email, token, expiresAt } = invited;
  const link = `${accounts.settings.origin}${invitationPath(token)}`;
  const words = { bodyName: body.name, roleName: roleName(role, "ja"), link, expiresAt };
  const what = accounts.outbox === null ? "invited" : "outbox";
  try {
    await accounts.mailer.send(invitationLetter(email, words));
    return toList(c, body, what);
  } catch (error) {
    console.error(faultLine(error instanceof Error ? error : new Error(String(error)), c));
    return toList(c, body, "unsent");
  }
}

function toList(c: RequestContext, body: Body, saved: string): Response {
  const list = pathIn(c.get("lang"), `${bodyAddress(body.id)}/members`);
  return c.redirect(saved === "" ? list : `${list}?saved=${saved}`, 303);
}
