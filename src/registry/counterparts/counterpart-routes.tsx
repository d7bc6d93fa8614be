/** `/counterparts/{id}/edit`, `/merge`, `/merges/{n}/undo`: for who edits everybody's agreements, and nobody else. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../office/index.ts";
import { formText, type RequestContext, type RequestEnv, readForm, type Tx } from "../../platform/index.ts";
import { pathIn, renderPage } from "../../ui/index.ts";
import { counterpartAddress } from "../criteria-address.ts";
import type { Answer } from "../pages/answer.ts";
import { pageContext, type RouteParts } from "../pages/page-context.ts";
import {
  type CounterpartProblem,
  editCounterpart,
  mayChangeCounterparts,
  mergeCounterparts,
  undoCounterpartMerge,
} from "./change-counterpart.ts";
import { factsFrom, inputFrom, inputOf } from "./counterpart-form.ts";
import { CounterpartFormPage, type CounterpartFormProps } from "./counterpart-form-page.tsx";
import { CounterpartMergePage, type CounterpartMergeProps } from "./counterpart-merge-page.tsx";
import {
  findRecordedCounterpart,
  listCounterpartHistory,
  listMergesIntoCounterpart,
  type RecordedCounterpart,
  searchCounterparts,
} from "./counterpart-record-store.ts";
import { counterpartWords } from "./words.ts";

const ONE = "/counterparts/:id{C[0-9]{6,12}}";

export function counterpartRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const work = (c: RequestContext, act: (tx: Tx, own: RecordedCounterpart) => Promise<Answer>) => (tx: Tx) =>
    withCounterpart(tx, c, act);
  const read = async (c: RequestContext, act: (tx: Tx, own: RecordedCounterpart) => Promise<Answer>) =>
    (await database.read(c.get("actor"), work(c, act), { requestId: c.get("requestId") }))();
  const write = async (c: RequestContext, act: (tx: Tx, own: RecordedCounterpart) => Promise<Answer>) =>
    (await database.write(c.get("actor"), work(c, act), { requestId: c.get("requestId") }))();
  for (const path of ["edit", "merge", "merges/*"]) routes.use(`${ONE}/${path}`, requirePermission("agreement.edit"));
  routes.get(`${ONE}/edit`, (c) => read(c, (tx, own) => showForm(tx, c, own)));
  routes.post(`${ONE}/edit`, async (c) => {
    const form = await readForm(c);
    return write(c, (tx, own) => edit(tx, c, own, form));
  });
  routes.get(`${ONE}/merge`, (c) => read(c, (tx, own) => showMerge(tx, c, own)));
  routes.post(`${ONE}/merge`, async (c) => {
    const form = await readForm(c);
    return write(c, (tx, own) => merge(tx, c, own, form));
  });
  routes.post(`${ONE}/merges/:merge{[0-9]{1,9}}/undo`, async (c) => {
    const form = await readForm(c);
    return write(c, (tx, own) => undo(tx, c, own, form));
  });
  return routes;
}

/** A merged one leads to the one it went into. */
async function withCounterpart(
  tx: Tx,
  c: RequestContext,
  act: (tx: Tx, own: RecordedCounterpart) => Promise<Answer>,
): Promise<Answer> {
  if (!mayChangeCounterparts(c.get("actor"))) return () => refusePage(c);
  const own = await findRecordedCounterpart(tx, c.req.param("id") ?? "");
  if (own === undefined) return () => c.notFound();
  if (own.mergedInto === null) return act(tx, own);
  const { mergedInto } = own;
  return () => c.redirect(pathIn(c.get("lang"), counterpartAddress(mergedInto)), 303);
}

type Shown = Partial<Pick<CounterpartFormProps, "input" | "refused" | "reasonError" | "isStale">> &
  Readonly<{ status?: 200 | 409 | 422 }>;

async function showForm(tx: Tx, c: RequestContext, saved: RecordedCounterpart, shown: Shown = {}): Promise<Answer> {
  const { status = 200, input = inputOf(saved, saved.version), ...said } = shown;
  const history = await listCounterpartHistory(tx, saved.id);
  const merges = await listMergesIntoCounterpart(tx, saved.id);
  const props = { page: pageContext(c), saved, input, history, merges, ...said };
  return () => renderPage(c, <CounterpartFormPage {...props} />, status);
}

async function edit(tx: Tx, c: RequestContext, own: RecordedCounterpart, form: FormData): Promise<Answer> {
  const w = counterpartWords(c.get("lang"));
  const input = inputFrom(form);
  const facts = factsFrom(input);
  if ("unreadable" in facts) {
    return showForm(tx, c, own, { input, refused: w.dateUnreadable(facts.unreadable), status: 422 });
  }
  const request = { id: own.id, expectedVersion: input.version, facts, reason: input.reason };
  const outcome = await editCounterpart(tx, c.get("actor"), request);
  if (outcome.ok) return done(c, own.id, "edited");
  const { problem } = outcome;
  if (isAboutReason(problem)) {
    return showForm(tx, c, own, { input, reasonError: w.problems[problem.code], status: 422 });
  }
  if (problem.code === "counterpart_stale") {
    return showForm(tx, c, own, { input, refused: w.stale, isStale: true, status: 409 });
  }
  const refused = problem.code === "counterpart_invalid" ? w.invalid[problem.why] : w.problems[problem.code];
  return showForm(tx, c, own, { input, refused, status: problem.code === "counterpart_invalid" ? 422 : 409 });
}

type MergeShown = Partial<Pick<CounterpartMergeProps, "refused" | "typed">> & Readonly<{ status?: 200 | 409 | 422 }>;

async function showMerge(
  tx: Tx,
  c: RequestContext,
  survivor: RecordedCounterpart,
  other = c.req.query("with") ?? "",
  { status = 200, ...said }: MergeShown = {},
): Promise<Answer> {
  const query = c.req.query("q")?.trim() ?? "";
  const absorbed = other === survivor.id ? undefined : await findRecordedCounterpart(tx, other);
  const found = await searchCounterparts(tx, query === "" ? survivor.name : query, survivor.id);
  const compared = absorbed?.mergedInto === null ? absorbed : undefined;
  const props = { page: pageContext(c), survivor, query, found, absorbed: compared, ...said };
  return () => renderPage(c, <CounterpartMergePage {...props} />, status);
}

async function merge(tx: Tx, c: RequestContext, own: RecordedCounterpart, form: FormData): Promise<Answer> {
  const w = counterpartWords(c.get("lang"));
  const reason = formText(form, "reason");
  const absorbedId = formText(form, "with");
  const outcome = await mergeCounterparts(tx, c.get("actor"), {
    ...{ survivorId: own.id, survivorVersion: Number(formText(form, "version")), reason },
    ...{ absorbedId, absorbedVersion: Number(formText(form, "withVersion")) },
  });
  if (outcome.ok) return done(c, own.id, "merged");
  const { problem } = outcome;
  if (isAboutReason(problem)) {
    const typed = { reason, error: w.problems[problem.code] };
    return showMerge(tx, c, own, absorbedId, { typed, status: 422 });
  }
  return showMerge(tx, c, own, absorbedId, { refused: w.problems[problem.code], status: 409 });
}

async function undo(tx: Tx, c: RequestContext, own: RecordedCounterpart, form: FormData): Promise<Answer> {
  const w = counterpartWords(c.get("lang"));
  const asked = { mergeId: Number(c.req.param("merge")), reason: formText(form, "reason") };
  const outcome = await undoCounterpartMerge(tx, c.get("actor"), asked);
  if (outcome.ok) return done(c, own.id, "undone");
  const { problem } = outcome;
  return showForm(tx, c, own, { refused: w.problems[problem.code], status: isAboutReason(problem) ? 422 : 409 });
}

function done(c: RequestContext, id: string, saved: string): Answer {
  return () => c.redirect(pathIn(c.get("lang"), `${counterpartAddress(id)}?saved=${saved}`), 303);
}

function isAboutReason(
  problem: CounterpartProblem,
): problem is Extract<CounterpartProblem, { code: "reason_missing" | "personal_mailbox_in_reason" }> {
  return problem.code === "reason_missing" || problem.code === "personal_mailbox_in_reason";
}
