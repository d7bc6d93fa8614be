/** `/agreements/{id}/promises`: promises are written and settled by who edits the agreement. */
import { Hono } from "hono";
import { parsePartialDate } from "../../kernel/partial-date.ts";
import { requirePermission } from "../../office/index.ts";
import { formText, type RequestContext, type RequestEnv, readForm, type Tx } from "../../platform/index.ts";
import { type FieldProblem, pathIn, renderPage } from "../../ui/index.ts";
import { agreementAddress } from "../criteria-address.ts";
import { type Answer, withOwnAgreement } from "../pages/own-agreement.ts";
import { pageContext, type RouteParts } from "../pages/page-context.ts";
import type { RecordedAgreement } from "../recorded-agreement.ts";
import { type PromiseProblem, recordPromise, settlePromise } from "./keep-promise.ts";
import { listPromises } from "./promise-store.ts";
import { NO_PROMISE, type PromiseInput, PromisesPage } from "./promises-page.tsx";
import { promiseWords } from "./words.ts";

const ALL = "/agreements/:id{A[0-9]{6,9}}/promises";

export function promiseRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const write = async (c: RequestContext, work: (tx: Tx, agreement: RecordedAgreement) => Promise<Answer>) =>
    (await database.write(c.get("actor"), (tx) => withOwnAgreement(tx, c, work), { requestId: c.get("requestId") }))();
  routes.use(ALL, requirePermission("agreement.edit"));
  routes.use(`${ALL}/*`, requirePermission("agreement.edit"));
  routes.get(ALL, async (c) => {
    const answer = await database.read(c.get("actor"), (tx) => withOwnAgreement(tx, c, (_tx, own) => show(tx, c, own)));
    return answer();
  });
  routes.post(ALL, async (c) => {
    const form = await readForm(c);
    return write(c, (tx, agreement) => add(tx, c, agreement, form));
  });
  for (const act of ["keep", "reopen"] as const) {
    routes.post(`${ALL}/:promise{[0-9]{1,9}}/${act}`, (c) =>
      write(c, (tx, agreement) => settle(tx, c, agreement, act === "keep")),
    );
  }
  return routes;
}

type Shown = Readonly<{ input?: PromiseInput; problem?: FieldProblem; refused?: string; status?: 409 | 422 }>;

async function show(tx: Tx, c: RequestContext, agreement: RecordedAgreement, shown: Shown = {}): Promise<Answer> {
  const page = pageContext(c);
  const promises = await listPromises(tx, [agreement.no]);
  const saved = promiseWords(page.lang).saved[c.req.query("saved") ?? ""];
  const { status = 200, input = NO_PROMISE, ...texts } = shown;
  return () => renderPage(c, <PromisesPage {...{ page, agreement, promises, input, saved, ...texts }} />, status);
}

async function add(tx: Tx, c: RequestContext, agreement: RecordedAgreement, form: FormData): Promise<Answer> {
  const w = promiseWords(c.get("lang"));
  const input = { text: formText(form, "text"), madeOn: formText(form, "madeOn"), dueOn: formText(form, "dueOn") };
  const again = (field: keyof PromiseInput, message: string) =>
    show(tx, c, agreement, { input, problem: { field, label: w[field], message }, status: 422 });
  const madeOn = readDay(input.madeOn);
  const dueOn = readDay(input.dueOn);
  if (madeOn === undefined) return again("madeOn", w.dayUnreadable);
  if (dueOn === undefined) return again("dueOn", w.dayUnreadable);
  const asked = { agreementId: agreement.id, text: input.text, madeOn, dueOn };
  const outcome = await recordPromise(tx, c.get("actor"), asked);
  if (outcome.ok) return done(c, agreement, "added");
  const { code } = outcome.problem;
  return again(code === "promise_days_reversed" ? "dueOn" : "text", w.problems[code]);
}

async function settle(tx: Tx, c: RequestContext, agreement: RecordedAgreement, isKept: boolean): Promise<Answer> {
  const asked = { agreementId: agreement.id, promiseId: Number(c.req.param("promise")), isKept };
  const outcome = await settlePromise(tx, c.get("actor"), asked);
  if (outcome.ok) return done(c, agreement, "settled");
  return show(tx, c, agreement, { refused: words(c, outcome.problem), status: 409 });
}

const words = (c: RequestContext, { code }: PromiseProblem): string => promiseWords(c.get("lang")).problems[code];

function done(c: RequestContext, agreement: RecordedAgreement, what: string): Answer {
  const own = pathIn(c.get("lang"), `${agreementAddress(agreement.id)}/promises`);
  return () => c.redirect(`${own}?saved=${what}`, 303);
}

/** @returns null for no day, undefined for what is none. */
function readDay(text: string): string | null | undefined {
  if (text === "") return null;
  const read = parsePartialDate(text);
  if (!read.ok || read.value.precision !== "day" || read.value.from !== read.value.to) return undefined;
  return read.value.from ?? undefined;
}
