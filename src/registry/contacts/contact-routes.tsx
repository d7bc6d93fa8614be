/** `/agreements/{id}/contacts`: contact persons are written and removed by who edits the agreement. */
import { Hono } from "hono";
import { requirePermission } from "../../office/index.ts";
import { formText, type RequestContext, type RequestEnv, readForm, type Tx } from "../../platform/index.ts";
import { type FieldProblem, pathIn, renderPage } from "../../ui/index.ts";
import { agreementAddress } from "../criteria-address.ts";
import { type Answer, withOwnAgreement } from "../pages/own-agreement.ts";
import { pageContext, type RouteParts } from "../pages/page-context.ts";
import type { RecordedAgreement } from "../recorded-agreement.ts";
import { listContacts } from "./contact-store.ts";
import { ContactsPage, NO_CONTACT } from "./contacts-page.tsx";
import { type ContactInput, recordContact, removeContact } from "./keep-contact.ts";
import { contactWords } from "./words.ts";

const ALL = "/agreements/:id{A[0-9]{6,9}}/contacts";

export function contactRoutes({ database }: RouteParts): Hono<RequestEnv> {
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
  routes.post(`${ALL}/:contact{[0-9]{1,9}}/remove`, (c) => write(c, (tx, agreement) => remove(tx, c, agreement)));
  return routes;
}

type Shown = Readonly<{ input?: ContactInput; problem?: FieldProblem; refused?: string; status?: 409 | 422 }>;

async function show(tx: Tx, c: RequestContext, agreement: RecordedAgreement, shown: Shown = {}): Promise<Answer> {
  const page = pageContext(c);
  const contacts = await listContacts(tx, [agreement.no]);
  const saved = contactWords(page.lang).saved[c.req.query("saved") ?? ""];
  const { status = 200, input = NO_CONTACT, ...texts } = shown;
  return () => renderPage(c, <ContactsPage {...{ page, agreement, contacts, input, saved, ...texts }} />, status);
}

async function add(tx: Tx, c: RequestContext, agreement: RecordedAgreement, form: FormData): Promise<Answer> {
  const w = contactWords(c.get("lang"));
  const text = (name: keyof ContactInput) => formText(form, name);
  const input = { side: text("side"), name: text("name"), post: text("post"), note: text("note") };
  const outcome = await recordContact(tx, c.get("actor"), agreement.id, input);
  if (outcome.ok) return done(c, agreement, "added");
  const { problem } = outcome;
  const field = "field" in problem ? problem.field : "name";
  const told = { field, label: w[field], message: w.problems[problem.code] };
  return show(tx, c, agreement, { input, problem: told, status: 422 });
}

async function remove(tx: Tx, c: RequestContext, agreement: RecordedAgreement): Promise<Answer> {
  const outcome = await removeContact(tx, c.get("actor"), agreement.id, Number(c.req.param("contact")));
  if (outcome.ok) return done(c, agreement, "removed");
  const refused = contactWords(c.get("lang")).problems[outcome.problem.code];
  return show(tx, c, agreement, { refused, status: 409 });
}

function done(c: RequestContext, agreement: RecordedAgreement, what: string): Answer {
  const own = pathIn(c.get("lang"), `${agreementAddress(agreement.id)}/contacts`);
  return () => c.redirect(`${own}?saved=${what}`, 303);
}
