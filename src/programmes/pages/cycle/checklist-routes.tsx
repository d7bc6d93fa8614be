/** `/programmes/checklist`: what is missing for a year, and approving many at once, all or none. */
import { Hono } from "hono";
import { requirePermission } from "../../../office/index.ts";
import {
  actorName,
  formText,
  isPermitted,
  type RequestContext,
  type RequestEnv,
  readForm,
  type Tx,
} from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { approveProgramme } from "../../decide-programme.ts";
import { listOwnProgrammes } from "../../own-programmes-query.ts";
import { marksOfOwner } from "../../recorded-programme.ts";
import { type Answer, pageContext, type RouteParts, reader } from "../page-context.ts";
import { words } from "../words.ts";
import { CHECKLIST_PATH, ChecklistPage } from "./checklist-page.tsx";
import { type WorkPlace, workPlaceAsked } from "./work-place.tsx";

export function checklistRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = reader(parts);
  routes.use(CHECKLIST_PATH, requirePermission("programme.edit", "programme.approve"));
  routes.get(CHECKLIST_PATH, async (c) => {
    const said = /^\d{1,9}$/u.exec(c.req.query("approved") ?? "")?.[0];
    const approved = said === undefined ? undefined : Number(said);
    return (await read(c, async (tx) => checklist(tx, c, await workPlaceAsked(tx, c), { approved })))();
  });
  routes.use(`${CHECKLIST_PATH}/approve`, requirePermission("programme.approve"));
  routes.post(`${CHECKLIST_PATH}/approve`, (c) => approveMany(parts, c));
  return routes;
}

type Shown = Readonly<{ approved?: number | undefined; refused?: string | undefined }>;

async function checklist(
  tx: Tx,
  c: RequestContext,
  place: WorkPlace,
  shown: Shown,
  status: 200 | 409 = 200,
): Promise<Answer> {
  const actor = c.get("actor");
  const all = await listOwnProgrammes(tx, place.owner);
  const programmes = all.filter(({ publication }) => publication !== "withdrawn");
  const canEdit = isPermitted(actor, "programme.edit", marksOfOwner(place.owner));
  const mayApprove = isPermitted(actor, "programme.approve", marksOfOwner(place.owner));
  const waiting = programmes.filter(
    ({ state, submission }) => mayApprove && state === "in_review" && submission?.by !== actorName(actor),
  );
  const after = c.req.query("after");
  return () =>
    renderPage(
      c,
      <ChecklistPage page={pageContext(c)} {...{ place, programmes, waiting, canEdit, after }} {...shown} />,
      status,
    );
}

/** One transaction: when one of them cannot be approved, none is. */
async function approveMany({ database }: RouteParts, c: RequestContext): Promise<Response> {
  const form = await readForm(c);
  const wanted = form.getAll("programme").flatMap((value) => {
    const [, id, version] = /^(P\d{6,9}):(\d{1,9})$/u.exec(String(value)) ?? [];
    return id === undefined ? [] : [{ id, expectedVersion: Number(version) }];
  });
  const options = { requestId: c.get("requestId") };
  const failed = await database
    .write(
      c.get("actor"),
      async (tx) => {
        for (const one of wanted) {
          const outcome = await approveProgramme(tx, c.get("actor"), { ...one, reason: null });
          if (!outcome.ok) throw new NotApproved(outcome.problem.code);
        }
        return undefined;
      },
      options,
    )
    .catch((error: unknown) => {
      if (error instanceof NotApproved) return error.message;
      throw error;
    });
  const { cycle, refusals } = words(c.get("lang"));
  const place = { owner: formText(form, "owner"), year: formText(form, "year") };
  if (failed === undefined) {
    const query = new URLSearchParams({ ...place, approved: String(wanted.length) });
    return c.redirect(`${pathIn(c.get("lang"), CHECKLIST_PATH)}?${query}`, 303);
  }
  const refused = `${cycle.noneApproved} ${refusals.other(failed)}`;
  const read = reader({ database });
  return (await read(c, async (tx) => checklist(tx, c, await workPlaceAsked(tx, c), { refused }, 409)))();
}

/** Rolls the transaction back; its message is the problem's code. */
class NotApproved extends Error {}
