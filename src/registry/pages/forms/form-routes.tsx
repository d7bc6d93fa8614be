/** Writing a new agreement. Only for members who may edit; every answer to a POST that saved is a redirect. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { type RequestContext, type RequestEnv, readForm, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { recordAgreement } from "../../record-agreement.ts";
import type { Answer } from "../answer.ts";
import { pageContext, type RouteParts } from "../page-context.ts";
import { knownCounterparts } from "./counterpart-query.ts";
import { saveEdit, showEdit } from "./edit-routes.tsx";
import { formText } from "./form-fields.ts";
import { EMPTY_INPUT, readAgreementInput } from "./form-input.ts";
import { type FormPageProps, NewAgreementPage } from "./form-page.tsx";
import { controlsOf, NO_BASE, readFacts } from "./read-facts.ts";

const EDIT = "/agreements/:id{A[0-9]{6,9}}/edit";

export function formRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const write = async (c: RequestContext, work: (tx: Tx, form: FormData) => Promise<Answer>) => {
    const form = await readForm(c);
    const options = { requestId: c.get("requestId") };
    return (await database.write(c.get("actor"), (tx) => work(tx, form), options))();
  };
  routes.use("/agreements/new", requirePermission("agreement.edit"));
  routes.get("/agreements/new", (c) =>
    renderPage(c, <NewAgreementPage page={pageContext(c)} input={EMPTY_INPUT} problems={[]} />),
  );
  routes.post("/agreements/new", (c) => write(c, (tx, form) => saveNew(tx, c, form)));
  routes.use(EDIT, requirePermission("agreement.edit"));
  routes.get(EDIT, async (c) => (await database.read(c.get("actor"), (tx) => showEdit(tx, c)))());
  routes.post(EDIT, (c) => write(c, (tx, form) => saveEdit(tx, c, form)));
  return routes;
}

async function saveNew(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const input = readAgreementInput(form);
  const confirmation = formText(form, "confirmation");
  const again = (said: Partial<FormPageProps>) => () =>
    renderPage(c, <NewAgreementPage page={pageContext(c)} input={input} problems={[]} {...said} />, 422);
  const read = readFacts(input, NO_BASE, await knownCounterparts(tx, input, c.get("lang")));
  if (read.problems.length > 0) return again({ problems: read.problems });
  const wanted = { facts: read.facts, reason: input.reason || null, confirmation: confirmation || null };
  const outcome = await recordAgreement(tx, c.get("actor"), wanted);
  if (outcome.ok) {
    const saved = outcome.value.publication === "draft" ? "draft" : "recorded";
    return () => c.redirect(pathIn(c.get("lang"), `${agreementAddress(outcome.value.id)}?saved=${saved}`), 303);
  }
  const { problem } = outcome;
  if (problem.code === "not_permitted") return () => refusePage(c);
  if (problem.code === "invalid_facts") return again({ problems: controlsOf(problem.problems) });
  if (problem.code === "personal_data_unconfirmed") {
    return again({ personal: { warnings: problem.warnings, confirmation } });
  }
  throw new Error(`facts passed the form and were refused: ${JSON.stringify(problem)}`);
}
