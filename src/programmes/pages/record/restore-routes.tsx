/** `/programmes/{id}/restore?version=2`: putting back an earlier version, or some of it, as a new change with a reason. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { formText, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import type { ProgrammeProblem } from "../../problems.ts";
import { actsOnProgramme } from "../../programme-acts.ts";
import { programmeAddress } from "../../programme-address.ts";
import { programmeAsOf } from "../../programme-as-of.ts";
import type { ProgrammeHistoryEntry } from "../../programme-history-store.ts";
import { findProgramme } from "../../programme-store.ts";
import type { RecordedProgramme } from "../../recorded-programme.ts";
import { restoreProgramme } from "../../restore-programme.ts";
import { writer } from "../forms/write-answer.ts";
import { type Answer, pageContext, type RouteParts, reader } from "../page-context.ts";
import { words } from "../words.ts";
import { RestorePage, type RestorePageProps } from "./restore-page.tsx";

const RESTORE = "/programmes/:id{P[0-9]{6,9}}/restore";

export function restoreRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const [read, write] = [reader(parts), writer(parts)];
  routes.use(RESTORE, requirePermission("programme.edit"));
  routes.get(RESTORE, async (c) => (await read(c, (tx) => show(tx, c)))());
  routes.post(RESTORE, (c) => write(c, (tx, form) => restore(tx, c, form)));
  return routes;
}

type Opened = Readonly<{ programme: RecordedProgramme; past: ProgrammeHistoryEntry }>;

/** @returns an answer when this reader cannot put back this version now. */
async function open(tx: Tx, c: RequestContext, version: number): Promise<Opened | Answer> {
  const programme = await findProgramme(tx, c.req.param("id") ?? "");
  if (programme === undefined) return () => c.notFound();
  const acts = await actsOnProgramme(tx, c.get("actor"), programme);
  const own = pathIn(c.get("lang"), programmeAddress(programme.id));
  if (acts.includes("take_back")) return () => c.redirect(own, 303);
  if (!acts.includes("edit")) return () => refusePage(c);
  const past = await programmeAsOf(tx, programme.id, { version });
  return past.ok ? { programme, past: past.value } : () => c.redirect(`${own}/history`, 303);
}

async function show(tx: Tx, c: RequestContext): Promise<Answer> {
  const opened = await open(tx, c, Number(c.req.query("version")) || 0);
  return typeof opened === "function" ? opened : restorePage(c, opened);
}

async function restore(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const version = Number(formText(form, "restore")) || 0;
  const opened = await open(tx, c, version);
  if (typeof opened === "function") return opened;
  const chosen = form.getAll("part").flatMap((part) => (typeof part === "string" ? part : []));
  const [reason, confirmation] = [formText(form, "reason"), formText(form, "confirmation")];
  const outcome = await restoreProgramme(tx, c.get("actor"), {
    ...{ id: opened.programme.id, expectedVersion: Number(formText(form, "version")) || 0, version },
    ...{ chosen: new Set(chosen), reason, confirmation: confirmation || null },
  });
  if (outcome.ok) {
    const own = pathIn(c.get("lang"), programmeAddress(opened.programme.id));
    return () => c.redirect(`${own}?saved=restored`, 303);
  }
  return refuse(c, opened, { chosen, reason }, confirmation, outcome.problem);
}

type Typed = Readonly<{ chosen: readonly string[]; reason: string }>;

function refuse(
  c: RequestContext,
  opened: Opened,
  typed: Typed,
  confirmation: string,
  problem: ProgrammeProblem,
): Answer {
  const { refusals, restore: w } = words(c.get("lang"));
  const page = (said: Partial<RestorePageProps>, status: 409 | 422) =>
    restorePage(c, opened, { ...typed, ...said }, status);
  switch (problem.code) {
    case "not_permitted":
      return () => refusePage(c);
    case "reason_missing":
      return page({ problems: [{ field: "reason", message: refusals.reasonMissing }] }, 422);
    case "personal_mailbox_in_reason":
      return page({ problems: [{ field: "reason", message: refusals.mailboxInReason }] }, 422);
    case "nothing_to_restore":
      return page({ problems: [{ field: "part", message: w.noneChosen }] }, 422);
    case "personal_data_unconfirmed":
      return page({ personal: { warnings: problem.warnings, confirmation } }, 422);
    case "invalid_facts":
      return page({ refused: problem.problems.map(({ code }) => refusals.facts[code]).join(" ") }, 422);
    default:
      return page({ refused: refusals.other(problem.code) }, 409);
  }
}

function restorePage(
  c: RequestContext,
  opened: Opened,
  said: Partial<RestorePageProps> = {},
  status: 200 | 409 | 422 = 200,
): Answer {
  return () => renderPage(c, <RestorePage page={pageContext(c)} {...opened} {...said} />, status);
}
