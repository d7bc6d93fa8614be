/** `/today`: the work of the person who is signed in, and giving a piece of it to a colleague. */
import { Hono } from "hono";
import {
  type Database,
  formText,
  isPermittedSomewhere,
  listOpenWork,
  type Member,
  type RequestContext,
  type RequestEnv,
  readForm,
  type Tx,
  type WorkKey,
} from "../../platform/index.ts";
import { pathIn, renderPage } from "../../ui/index.ts";
import { type Body, mayInBody } from "../bodies/body.ts";
import { findBody } from "../bodies/body-store.ts";
import { type BackupState, readBackups } from "../jobs/backups/read-backups.ts";
import type { OfficeJobs } from "../jobs/office-jobs.ts";
import { listColleagues } from "../members/member-store.ts";
import { type OfficePage, officePage } from "../office-page.tsx";
import { refusePage, requireSignIn } from "../require-permission.tsx";
import { AssignPage } from "./assign-page.tsx";
import { findOpenWork, mayReassign, reassignWork } from "./reassign-work.ts";
import { groupWork } from "./today.ts";
import { TodayPage } from "./today-page.tsx";
import { workWords } from "./words.ts";

/** @returns how to answer, once the transaction is committed. */
type Answer = () => Response | Promise<Response>;

/** `jobs`: whose backups a system administrator is told of. */
export type WorkParts = Readonly<{ database: Database; jobs: Pick<OfficeJobs, "backups"> }>;

export function workRoutes({ database, jobs }: WorkParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.use("/today", requireSignIn);
  routes.use("/today/*", requireSignIn);
  routes.get("/today", async (c) => {
    const page = officePage(c);
    const { actor } = page;
    const saved = c.req.query("saved") === "assigned" ? workWords(page.lang).saved : undefined;
    if (actor.kind !== "member") return renderPage(c, <TodayPage page={page} />);
    const read = await database.read(actor, async (tx) => ({
      own: await readToday(tx, page, actor),
      backups: await backupsFor(tx, actor, jobs),
    }));
    return renderPage(c, <TodayPage page={page} {...read} saved={saved} />);
  });
  routes.get("/today/assign", async (c) => {
    const { kind = "", subject = "" } = c.req.query();
    const answer = await database.read(c.get("actor"), (tx) => showWork(tx, c, { kind, subjectId: subject }));
    return answer();
  });
  routes.post("/today/assign", async (c) => {
    const form = await readForm(c);
    const options = { requestId: c.get("requestId") };
    const answer = await database.write(c.get("actor"), (tx) => assign(tx, c, form), options);
    return answer();
  });
  return routes;
}

async function readToday(tx: Tx, { today }: OfficePage, actor: Member) {
  const body = await ownBody(tx, actor);
  const all = await listOpenWork(tx, { bodyId: body.id, today });
  const seesLeft = mayInBody(actor, "member.manage", body);
  return { body, today: groupWork(all, actor.accountId, seesLeft), openOfBody: all.length };
}

/** Told to who can do something about it. */
async function backupsFor(tx: Tx, actor: Member, { backups }: WorkParts["jobs"]): Promise<BackupState | undefined> {
  if (backups === null || !isPermittedSomewhere(actor, "job.manage")) return undefined;
  return readBackups(tx, backups.folder, new Date());
}

async function ownBody(tx: Tx, actor: Member): Promise<Body> {
  const body = await findBody(tx, actor.body.id);
  if (body === undefined) throw new Error(`the body ${actor.body.id} of a session is gone`);
  return body;
}

type Shown = Readonly<{ refused?: string; toError?: string; status?: 409 | 422 }>;

async function showWork(tx: Tx, c: RequestContext, key: WorkKey, shown: Shown = {}): Promise<Answer> {
  const page = officePage(c);
  const { actor } = page;
  if (actor.kind !== "member") return () => c.notFound();
  const body = await ownBody(tx, actor);
  const work = await findOpenWork(tx, body, key, page.today);
  if (work === undefined) return () => c.notFound();
  if (!mayReassign(actor, work, body)) return () => refusePage(c);
  const colleagues = await listColleagues(tx, body.id, page.today);
  const { status = 200, ...texts } = shown;
  return () => renderPage(c, <AssignPage {...{ page, work, colleagues, ...texts }} />, status);
}

async function assign(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const { actor, lang, today } = officePage(c);
  if (actor.kind !== "member") return () => c.notFound();
  const key = { kind: formText(form, "kind"), subjectId: formText(form, "subject") };
  const outcome = await reassignWork(tx, actor, {
    ...key,
    ...{ body: await ownBody(tx, actor), to: formText(form, "to"), from: formText(form, "from") || null, today },
  });
  if (outcome.ok) return () => c.redirect(pathIn(lang, "/today?saved=assigned"), 303);
  const { code } = outcome.problem;
  const words = workWords(lang).problems[code];
  if (code === "work_not_found") return () => c.notFound();
  if (code === "not_permitted") return () => refusePage(c);
  if (code === "colleague_unknown") return showWork(tx, c, key, { toError: words, status: 422 });
  return showWork(tx, c, key, { refused: words, status: 409 });
}
