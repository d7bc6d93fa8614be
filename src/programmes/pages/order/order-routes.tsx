/** `/programmes/order`: the report's order, moved step by step and saved as numbers, without a script. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { formText, isPermitted, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { ownersAskingApproval } from "../../body-query.ts";
import { listReportOrder, type NumberedProgramme, numberProgrammes } from "../../number-programmes.ts";
import type { SomeRefused } from "../../problems.ts";
import { marksOfOwner, type RecordedProgramme } from "../../recorded-programme.ts";
import { movedBy, orderedByPlace } from "../../report-order.ts";
import { ownersInWork, type WorkPlace, workPlaceAsked } from "../cycle/work-place.tsx";
import { refusalOf } from "../forms/refused-form.ts";
import { writer } from "../forms/write-answer.ts";
import { type Answer, pageContext, type RouteParts, reader } from "../page-context.ts";
import { ORDER_PATH, type OrderedRow, OrderPage, type OrderPageProps } from "./order-page.tsx";
import { orderWords } from "./words.ts";

export function orderRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const [read, write] = [reader(parts), writer(parts)];
  routes.use(ORDER_PATH, requirePermission("programme.edit"));
  routes.get(ORDER_PATH, async (c) => (await read(c, (tx) => show(tx, c)))());
  routes.post(ORDER_PATH, (c) => write(c, (tx, form) => act(tx, c, form)));
  return routes;
}

type Place = Pick<WorkPlace, "owner" | "owners">;

function mayEdit(c: RequestContext, owner: string): boolean {
  return isPermitted(c.get("actor"), "programme.edit", marksOfOwner(owner));
}

async function show(tx: Tx, c: RequestContext): Promise<Answer> {
  const place = await workPlaceAsked(tx, c);
  if (!mayEdit(c, place.owner)) return () => refusePage(c);
  const saved = /^\d{1,5}$/u.exec(c.req.query("saved") ?? "")?.[0];
  const rows = numbered(await listReportOrder(tx, place.owner));
  return orderPage(tx, c, place, { rows, saved: saved === undefined ? undefined : Number(saved) });
}

/** Each at the place it stands at. */
function numbered(programmes: readonly RecordedProgramme[]): readonly OrderedRow[] {
  return programmes.map((programme, index) => ({ programme, version: programme.version, place: String(index + 1) }));
}

async function act(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const owners = await ownersInWork(tx, c.get("actor"));
  const asked = formText(form, "owner");
  if (asked === "") return () => c.redirect(pathIn(c.get("lang"), ORDER_PATH), 303);
  const owner = owners.find(({ value }) => value === asked)?.value;
  if (owner === undefined || !mayEdit(c, owner)) return () => refusePage(c);
  const place = { owner, owners };
  const sent = sentRows(form, await listReportOrder(tx, owner));
  const reason = formText(form, "reason");
  const unread = sent.filter(({ place: said }) => placeOf(said) === undefined).map(({ programme }) => programme.id);
  if (unread.length > 0) return orderPage(tx, c, place, { rows: sent, reason, unread }, 422);
  const rows = orderedByPlace(sent.map((row) => ({ id: row.programme.id, row, place: placeOf(row.place) ?? 0 })));
  const [, to, id] = /^(up|down):(P\d{6,9})$/u.exec(formText(form, "act")) ?? [];
  if (id !== undefined) {
    const moved = { id, to: to === "up" ? ("up" as const) : ("down" as const) };
    return orderPage(tx, c, place, { rows: replaced(movedBy(rows, id, moved.to)), reason, moved });
  }
  if (formText(form, "act") !== "save")
    return orderPage(tx, c, place, { rows: replaced(rows), reason, isSorted: true });
  return save(tx, c, place, { rows: replaced(rows), reason, confirmation: formText(form, "confirmation") });
}

function replaced(rows: readonly Readonly<{ row: OrderedRow }>[]): readonly OrderedRow[] {
  return rows.map(({ row }, index) => ({ ...row, place: String(index + 1) }));
}

/** A whole number from 0 on, in any width. */
function placeOf(said: string): number | undefined {
  const plain = /^\d{1,5}$/u.exec(said.normalize("NFKC").trim())?.[0];
  return plain === undefined ? undefined : Number(plain);
}

/** In the order they were sent; what was recorded meanwhile comes last. */
function sentRows(form: FormData, programmes: readonly RecordedProgramme[]): readonly OrderedRow[] {
  const known = new Map(programmes.map((programme) => [programme.id, programme]));
  const sent = form.getAll("row").flatMap((value) => {
    const [, id = "", version] = /^(P\d{6,9}):(\d{1,9})$/u.exec(String(value)) ?? [];
    const programme = known.get(id);
    known.delete(id);
    return programme === undefined
      ? []
      : [{ programme, version: Number(version), place: formText(form, `place.${id}`) }];
  });
  const fresh = [...known.values()].map((programme, at) => ({
    ...{ programme, version: programme.version, place: String(sent.length + at + 1) },
  }));
  return [...sent, ...fresh];
}

type ToSave = Readonly<{ rows: readonly OrderedRow[]; reason: string; confirmation: string }>;

async function save(tx: Tx, c: RequestContext, place: Place, { rows, reason, confirmation }: ToSave): Promise<Answer> {
  const changes = rows.flatMap(({ programme: { id, facts }, version }, index): readonly NumberedProgramme[] =>
    facts.number === index + 1 ? [] : [{ id, expectedVersion: version, number: index + 1 }],
  );
  const why = { reason: reason || null, confirmation: confirmation || null };
  const outcome = await numberProgrammes(tx, c.get("actor"), changes, why);
  if (!outcome.ok) return refuse(tx, c, place, { rows, reason, confirmation }, outcome.problem);
  const query = new URLSearchParams({ owner: place.owner, saved: String(changes.length) });
  return () => c.redirect(`${pathIn(c.get("lang"), ORDER_PATH)}?${query}`, 303);
}

/** The order that was asked for stays on the page, set against the records as they are now. */
async function refuse(
  tx: Tx,
  c: RequestContext,
  place: Place,
  { rows, reason, confirmation }: ToSave,
  { refused }: SomeRefused,
): Promise<Answer> {
  const { refusedOf } = orderWords(c.get("lang"));
  const titles = new Map(rows.map(({ programme }) => [programme.id, programme.facts.title]));
  const told = refused.map(({ id, problem }) => ({ id, refusal: refusalOf(c, problem, confirmation) }));
  const gone = told.find(({ refusal }) => typeof refusal === "function")?.refusal;
  if (typeof gone === "function") return gone;
  const said = told.flatMap(({ id, refusal }) => (typeof refusal === "function" ? [] : [{ id, ...refusal }]));
  const warnings = said.flatMap(({ personal }) => personal?.warnings ?? []);
  const shown = {
    ...{ rows: rows.map((row) => ({ ...row, version: row.programme.version })), reason },
    refused: said.flatMap(({ id, refused: sentence }) =>
      sentence === undefined ? [] : [refusedOf(titles.get(id) ?? id, sentence)],
    ),
    personal: warnings.length === 0 ? undefined : { warnings, confirmation },
  };
  return orderPage(tx, c, place, shown, said.some(({ status }) => status === 409) ? 409 : 422);
}

async function orderPage(
  tx: Tx,
  c: RequestContext,
  { owner, owners }: Place,
  shown: Omit<OrderPageProps, "page" | "place" | "asksApproval">,
  status: 200 | 409 | 422 = 200,
): Promise<Answer> {
  const asksApproval = (await ownersAskingApproval(tx, c.get("actor"), [owner])).has(owner);
  const props = { ...shown, place: { owner, owners }, asksApproval };
  return () => renderPage(c, <OrderPage page={pageContext(c)} {...props} />, status);
}
