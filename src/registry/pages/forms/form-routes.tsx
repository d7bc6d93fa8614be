/** Writing an agreement: new, and changed. Only for members who may edit; every answer to a POST that saved is a redirect. */
import { Hono } from "hono";
import { requirePermission } from "../../../office/index.ts";
import { type RequestContext, type RequestEnv, readForm, type Tx } from "../../../platform/index.ts";
import { operatorTitle, pathIn, renderPage } from "../../../ui/index.ts";
import { agreementAsOf } from "../../agreement-as-of.ts";
import { findAgreement } from "../../agreement-store.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { editAgreement } from "../../edit-agreement.ts";
import { listHistory } from "../../history-store.ts";
import { recordAgreement } from "../../record-agreement.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { instantText } from "../date-view.ts";
import { pageContext, type RouteParts } from "../page-context.ts";
import { ConflictPage, savedByText } from "./conflict-page.tsx";
import { knownCounterparts } from "./counterpart-query.ts";
import {
  EMPTY_INPUT,
  type FormInput,
  inputOfFacts,
  readAgreementInput,
  withRoom,
  withRowsAskedFor,
} from "./form-input.ts";
import { EditAgreementPage, NewAgreementPage } from "./form-page.tsx";
import { applyChoices, conflictsOf, readChoices } from "./merge-changes.ts";
import { NO_BASE, type ReadFacts, readFacts } from "./read-facts.ts";

export function formRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const write = <T,>(c: RequestContext, work: (tx: Tx) => Promise<T>) =>
    database.write(c.get("actor"), work, { requestId: c.get("requestId") });

  routes.use("/agreements/new", requirePermission("agreement.edit"));
  routes.get("/agreements/new", (c) =>
    renderPage(c, <NewAgreementPage page={pageContext(c)} input={EMPTY_INPUT} problems={[]} />),
  );
  routes.post("/agreements/new", async (c) => {
    const form = await readForm(c);
    const input = readAgreementInput(form);
    const answer = (problems: ReadFacts["problems"], status: 200 | 422) =>
      renderPage(c, <NewAgreementPage page={pageContext(c)} input={input} problems={problems} />, status);
    const outcome = await write(c, async (tx) => {
      const read = readFacts(input, NO_BASE, await knownCounterparts(tx, input, c.get("lang")));
      if (read.problems.length > 0) return { problems: read.problems };
      return recordAgreement(tx, c.get("actor"), { facts: read.facts, reason: input.reason || null });
    });
    if ("problems" in outcome) return answer(outcome.problems, 422);
    if (!outcome.ok) throw new Error(`facts passed the form and were refused: ${JSON.stringify(outcome.problem)}`);
    return c.redirect(pathIn(c.get("lang"), `${agreementAddress(outcome.value.id)}?saved=recorded`), 303);
  });

  routes.use("/agreements/:id{A[0-9]{6,9}}/edit", requirePermission("agreement.edit"));
  routes.get("/agreements/:id{A[0-9]{6,9}}/edit", async (c) => {
    const id = c.req.param("id");
    const agreement = await database.read(c.get("actor"), (tx) => findAgreement(tx, id));
    if (agreement === undefined) return c.notFound();
    if (agreement.mergedInto !== null) return c.redirect(pathIn(c.get("lang"), agreementAddress(id)), 303);
    return editPage(c, agreement, withRoom(inputOfFacts(agreement, agreement.version, c.get("lang"))), []);
  });
  routes.post("/agreements/:id{A[0-9]{6,9}}/edit", async (c) => {
    const form = await readForm(c);
    const saved = await write(c, (tx) => saveEdit(tx, c, form));
    return saved();
  });
  return routes;
}

/** @returns how to answer, once the transaction is committed. */
type Answer = () => Response | Promise<Response>;

async function saveEdit(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const id = c.req.param("id") ?? "";
  const lang = c.get("lang");
  const input = readAgreementInput(form);
  const saved = await findAgreement(tx, id);
  if (saved === undefined) return () => c.notFound();
  const more = withRowsAskedFor(form, input);
  if (more !== undefined) return () => editPage(c, saved, more, []);
  const opened = await agreementAsOf(tx, id, { version: Number(input.opened) });
  const base = opened.ok ? opened.value.after : undefined;
  const read = readFacts(input, base ?? NO_BASE, await knownCounterparts(tx, input, lang));
  if (read.problems.length > 0) return () => editPage(c, saved, input, read.problems, 422);
  const outcome = await editAgreement(tx, c.get("actor"), {
    id,
    expectedVersion: Number(input.version),
    facts: applyChoices(saved, read.facts, readChoices(form)),
    reason: input.reason || null,
  });
  const own = pathIn(lang, agreementAddress(id));
  if (outcome.ok) return () => c.redirect(`${own}?saved=edited`, 303);
  const { problem } = outcome;
  if (problem.code === "agreement_merged") return () => c.redirect(own, 303);
  if (problem.code !== "stale_version")
    throw new Error(`facts passed the form and were refused: ${JSON.stringify(problem)}`);
  const [newest] = await listHistory(tx, id);
  const who = operatorTitle(newest?.recordedBy ?? "", lang);
  const page = (
    <ConflictPage
      page={pageContext(c)}
      saved={problem.saved}
      mine={read.facts}
      conflicts={conflictsOf(problem.saved, read.facts, base)}
      savedBy={savedByText(who, instantText(problem.saved.updatedAt, lang), lang)}
      sent={form}
    />
  );
  return () => renderPage(c, page, 409);
}

function editPage(
  c: RequestContext,
  { id, title }: RecordedAgreement,
  input: FormInput,
  problems: ReadFacts["problems"],
  status: 200 | 422 = 200,
) {
  return renderPage(
    c,
    <EditAgreementPage page={pageContext(c)} id={id} title={title} input={input} problems={problems} />,
    status,
  );
}
