/** `/programmes/roll-forward`: shown first, then all that were chosen in one transaction, and undone while unused. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { formText, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { hasRolledForward } from "../../programme-history-store.ts";
import { previewRollForward, type RollTarget, rollForwardYear, undoRollForward } from "../../roll-forward-year.ts";
import { writer } from "../forms/write-answer.ts";
import { type Answer, pageContext, type RouteParts, reader } from "../page-context.ts";
import { words } from "../words.ts";
import { ROLL_PATH, RollPage } from "./roll-page.tsx";
import { ownersInWork, type WorkPlace, workPlaceAsked } from "./work-place.tsx";

export function rollRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const [read, write] = [reader(parts), writer(parts)];
  routes.use(ROLL_PATH, requirePermission("programme.edit"));
  routes.use(`${ROLL_PATH}/undo`, requirePermission("programme.edit"));
  routes.get(ROLL_PATH, async (c) => {
    const done = doneSaid(c);
    return (await read(c, async (tx) => rollPage(tx, c, await workPlaceAsked(tx, c), { done })))();
  });
  routes.post(ROLL_PATH, (c) => write(c, (tx, form) => roll(tx, c, form)));
  routes.post(`${ROLL_PATH}/undo`, (c) => write(c, (tx, form) => undo(tx, c, form)));
  return routes;
}

function doneSaid(c: RequestContext) {
  const found = /^(rolled|undone)-(\d{1,9})$/u.exec(c.req.query("done") ?? "");
  if (found === null) return undefined;
  return { act: found[1] === "rolled" ? ("rolled" as const) : ("undone" as const), count: Number(found[2]) };
}

type Shown = Readonly<{ done?: ReturnType<typeof doneSaid>; refused?: string | undefined }>;

async function rollPage(
  tx: Tx,
  c: RequestContext,
  place: WorkPlace,
  shown: Shown,
  status: 200 | 409 = 200,
): Promise<Answer> {
  const preview = await previewRollForward(tx, place);
  const canUndo = await hasRolledForward(tx, place.owner, place.fiscalYear);
  return () => renderPage(c, <RollPage page={pageContext(c)} {...{ place, preview, canUndo }} {...shown} />, status);
}

/** @returns undefined when the form names a body the reader does not work on. */
async function targetOf(tx: Tx, c: RequestContext, form: FormData): Promise<RollTarget | undefined> {
  const owners = await ownersInWork(tx, c.get("actor"));
  const owner = owners.find(({ value }) => value === formText(form, "owner"));
  const fiscalYear = Number(formText(form, "year"));
  return owner === undefined || !(fiscalYear >= 1868 && fiscalYear <= 2200)
    ? undefined
    : { owner: owner.value, fiscalYear };
}

async function roll(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const target = await targetOf(tx, c, form);
  if (target === undefined) return () => c.redirect(pathIn(c.get("lang"), ROLL_PATH), 303);
  const programmes = shownIn(form).flatMap((value) => {
    const [, id, version] = /^(P\d{6,9}):(\d{1,9})$/u.exec(value) ?? [];
    return id === undefined ? [] : [{ id, expectedVersion: Number(version) }];
  });
  const outcome = await rollForwardYear(tx, c.get("actor"), { ...target, programmes, reason: null });
  if (outcome.ok) return finished(c, target, `rolled-${outcome.value.length}`);
  if (outcome.problem.refused.some(({ problem }) => problem.code === "not_permitted")) return () => refusePage(c);
  return refused(tx, c, target, words(c.get("lang")).cycle.someRefused(outcome.problem.refused.length));
}

/** Those chosen in the table and, in one field because a form holds only so many, those behind it. */
function shownIn(form: FormData): readonly string[] {
  const others = formText(form, "with-others") === "" ? [] : formText(form, "others").split(" ");
  return [...form.getAll("programme").map(String), ...others];
}

async function undo(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const target = await targetOf(tx, c, form);
  if (target === undefined) return () => c.redirect(pathIn(c.get("lang"), ROLL_PATH), 303);
  const outcome = await undoRollForward(tx, c.get("actor"), { ...target, reason: null });
  if (outcome.ok) return finished(c, target, `undone-${outcome.value.length}`);
  const { cycle } = words(c.get("lang"));
  const { problem } = outcome;
  if (problem.code === "nothing_rolled_forward") return refused(tx, c, target, cycle.nothingRolled);
  if (problem.code === "roll_forward_in_use") return refused(tx, c, target, cycle.inUse(problem.ids.length));
  if (problem.refused.some((one) => one.problem.code === "not_permitted")) return () => refusePage(c);
  return refused(tx, c, target, cycle.someRefused(problem.refused.length));
}

async function refused(tx: Tx, c: RequestContext, target: RollTarget, sentence: string): Promise<Answer> {
  const place = { ...(await workPlaceAsked(tx, c)), ...target };
  return rollPage(tx, c, place, { refused: sentence }, 409);
}

function finished(c: RequestContext, { owner, fiscalYear }: RollTarget, done: string): Answer {
  const query = new URLSearchParams({ owner, year: String(fiscalYear), done });
  return () => c.redirect(`${pathIn(c.get("lang"), ROLL_PATH)}?${query}`, 303);
}
