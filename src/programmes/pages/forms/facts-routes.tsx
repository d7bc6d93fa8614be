/** `/programmes/new` and `/programmes/{id}/edit`: the programme itself, without its years. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { type Actor, formText, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { findGovernment, governmentsNamed, governmentText } from "../../../registry/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { editProgramme } from "../../edit-programme.ts";
import type { ProgrammeProblem } from "../../problems.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import { actsOnProgramme } from "../../programme-acts.ts";
import { programmeAddress } from "../../programme-address.ts";
import { programmeAsOf } from "../../programme-as-of.ts";
import { findProgramme } from "../../programme-store.ts";
import { recordProgramme } from "../../record-programme.ts";
import { differingProgrammeFacts, type ProgrammeFactName, type RecordedProgramme } from "../../recorded-programme.ts";
import { type Answer, pageContext, type RouteParts, reader } from "../page-context.ts";
import { partName } from "../record/part-name.ts";
import { offerAgreements, readFind, type SearchedIn } from "./agreement-choice.ts";
import { ConflictPage, keptOf } from "./conflict-page.tsx";
import { isSure } from "./doubts-notice.tsx";
import { factText } from "./fact-text.ts";
import { FactsPage, type FactsPageProps } from "./facts-form.tsx";
import { EMPTY_FACTS, type FactsInput, inputOfFacts, readFactsInput, withFactRows } from "./facts-input.ts";
import { knownPartners } from "./known-partners.ts";
import { type FactsProblem, readFacts } from "./read-facts.ts";
import { refusalOf } from "./refused-form.ts";
import { readAsked } from "./row-order.ts";
import { writer } from "./write-answer.ts";

const NEW = "/programmes/new";
const EDIT = "/programmes/:id{P[0-9]{6,9}}/edit";

export function factsRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const [read, write] = [reader(parts), writer(parts)];
  routes.use(NEW, requirePermission("programme.edit"));
  routes.get(NEW, async (c) => {
    const input = inputOfFacts(EMPTY_FACTS, 0, ownBody(c.get("actor")), c.get("lang"));
    return (await read(c, (tx) => factsPage(tx, c, null, { input })))();
  });
  routes.post(NEW, (c) => write(c, (tx, form) => saveNew(tx, c, form)));
  routes.use(EDIT, requirePermission("programme.edit"));
  routes.get(EDIT, async (c) => (await read(c, (tx) => showEdit(tx, c)))());
  routes.post(EDIT, (c) => write(c, (tx, form) => saveEdit(tx, c, form)));
  return routes;
}

function ownBody(actor: Actor): string {
  if (actor.kind !== "member") return "";
  return actor.body.governmentCode === null ? actor.body.name : governmentText(actor.body.governmentCode);
}

/** A code, a full name, or the own body's name; undefined when it is none or several. */
function ownerNamed(text: string, actor: Actor): string | undefined {
  const said = text.normalize("NFKC").trim();
  if (actor.kind === "member" && said === ownBody(actor).normalize("NFKC")) {
    return actor.body.governmentCode ?? actor.body.id;
  }
  if (/^[0-9]{5,6}$/u.test(said)) return findGovernment(said.slice(0, 5))?.code;
  const named = governmentsNamed(said);
  return named.length === 1 ? named[0]?.code : undefined;
}

async function saveNew(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const input = readFactsInput(form);
  const only = await withoutSaving(tx, c, { record: null, input }, formText(form, "act"));
  if (only !== undefined) return only;
  const owner = ownerNamed(input.owner, c.get("actor"));
  const from = { base: EMPTY_FACTS, saved: EMPTY_FACTS, partners: await knownPartners(tx, owner), lang: c.get("lang") };
  const { facts, problems, doubts } = readFacts(input, from);
  if (owner === undefined || problems.length > 0 || !isSure(doubts, formText(form, "sure"))) {
    const unknown: FactsProblem = { field: "owner", code: "owner_unknown", text: input.owner };
    const all = owner === undefined ? [...problems, unknown] : problems;
    return factsPage(tx, c, null, { input, problems: all, doubts }, 422);
  }
  const outcome = await recordProgramme(tx, c.get("actor"), {
    ...{ owner, facts, reason: input.reason || null, confirmation: input.confirmation || null },
  });
  if (!outcome.ok) return refuse(tx, c, { record: null, input }, outcome.problem);
  const { id, publication } = outcome.value;
  const saved = publication === "published" ? "recorded" : "draft";
  return () => c.redirect(`${pathIn(c.get("lang"), programmeAddress(id))}?saved=${saved}`, 303);
}

/** @returns an answer when this reader cannot change this programme now. */
async function open(tx: Tx, c: RequestContext): Promise<RecordedProgramme | Answer> {
  const saved = await findProgramme(tx, c.req.param("id") ?? "");
  if (saved === undefined) return () => c.notFound();
  const acts = await actsOnProgramme(tx, c.get("actor"), saved);
  const isWaiting = acts.includes("take_back");
  // a form that is sent is answered with what was typed: somebody may have asked for approval meanwhile
  if (isWaiting && c.req.method === "GET")
    return () => c.redirect(pathIn(c.get("lang"), programmeAddress(saved.id)), 303);
  return isWaiting || acts.includes("edit") ? saved : () => refusePage(c);
}

async function showEdit(tx: Tx, c: RequestContext): Promise<Answer> {
  const saved = await open(tx, c);
  if (typeof saved === "function") return saved;
  return factsPage(tx, c, saved, { input: inputOfFacts(saved.facts, saved.version, saved.owner, c.get("lang")) });
}

async function saveEdit(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const saved = await open(tx, c);
  if (typeof saved === "function") return saved;
  const input = readFactsInput(form);
  const only = await withoutSaving(tx, c, { record: saved, input }, formText(form, "act"));
  if (only !== undefined) return only;
  const opened = await programmeAsOf(tx, saved.id, { version: Number(input.opened) || 0 });
  const base = opened.ok ? opened.value.facts : saved.facts;
  const partners = await knownPartners(tx, saved.owner);
  const from = { base, saved: saved.facts, partners, lang: c.get("lang") };
  const { facts: typed, problems, doubts } = readFacts(input, from);
  if (problems.length > 0 || !isSure(doubts, formText(form, "sure"))) {
    return factsPage(tx, c, saved, { input, problems, doubts }, 422);
  }
  const kept = keptOf(form);
  const facts = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      kept.has(name) ? saved.facts[name as ProgrammeFactName] : value,
    ]),
  ) as ProgrammeFacts; // the same names
  const outcome = await editProgramme(tx, c.get("actor"), {
    ...{ id: saved.id, expectedVersion: Number(input.version) || 0, facts },
    ...{ reason: input.reason || null, confirmation: input.confirmation || null },
  });
  if (outcome.ok) {
    return () => c.redirect(`${pathIn(c.get("lang"), programmeAddress(saved.id))}?saved=edited`, 303);
  }
  if (outcome.problem.code === "stale_version") return showConflict(c, { saved, facts, base, form });
  return refuse(tx, c, { record: saved, input }, outcome.problem);
}

type Conflicting = Readonly<{
  saved: RecordedProgramme;
  facts: ProgrammeFacts;
  /** What the form was opened with. */
  base: ProgrammeFacts;
  form: FormData;
}>;

function showConflict(c: RequestContext, { saved, facts, base, form }: Conflicting): Answer {
  const lang = c.get("lang");
  const mineChanged = differingProgrammeFacts(base, facts);
  const differences = differingProgrammeFacts(saved.facts, facts).map((name) => ({
    ...{ field: name, label: partName({ id: name, kind: "fact", name }, [saved.facts, facts], lang) },
    ...{ saved: factText(saved.facts, name, lang), mine: factText(facts, name, lang) },
    keep: mineChanged.includes(name) ? ("mine" as const) : ("saved" as const),
  }));
  const action = `${programmeAddress(saved.id)}/edit`;
  const page = <ConflictPage page={pageContext(c)} {...{ saved, action, differences, sent: form }} />;
  return () => renderPage(c, page, 409);
}

type Typed = Readonly<{ record: RecordedProgramme | null; input: FactsInput }>;

async function refuse(tx: Tx, c: RequestContext, { record, input }: Typed, problem: ProgrammeProblem): Promise<Answer> {
  if (problem.code === "agreements_unknown") {
    const problems = [{ field: "agreementIds", code: "agreement_unknown", text: problem.ids.join(" ") } as const];
    return factsPage(tx, c, record, { input, problems }, 422);
  }
  const refusal = refusalOf(c, problem, input.confirmation);
  if (typeof refusal === "function") return refusal;
  const { status, ...said } = refusal;
  return factsPage(tx, c, record, { input, ...said }, status);
}

type Shown = Pick<FactsPageProps, "input" | "asked" | "problems" | "doubts" | "personal" | "refused"> &
  Readonly<{ within?: SearchedIn | undefined }>;

/** Rows that are asked for or moved, and agreements that are searched for: the form comes back, and nothing is saved. */
async function withoutSaving(
  tx: Tx,
  c: RequestContext,
  { record, input }: Typed,
  act: string,
): Promise<Answer | undefined> {
  const [asked, within] = [readAsked(act), readFind(act, input)];
  if (asked === undefined && within === undefined) return undefined;
  return factsPage(tx, c, record, { input, asked, within });
}

/** Always with an empty row to write into. */
async function factsPage(
  tx: Tx,
  c: RequestContext,
  record: RecordedProgramme | null,
  { input, within, ...shown }: Shown,
  status: 200 | 409 | 422 = 200,
): Promise<Answer> {
  const own = record === null ? null : { id: record.id, title: record.facts.title };
  const owner = record?.owner ?? ownerNamed(input.owner, c.get("actor"));
  const offer = await offerAgreements(tx, input, owner, within);
  const partners = await knownPartners(tx, owner);
  const props = { ...shown, offer, partners, record: own, input: withFactRows(input, shown.asked) };
  return () => renderPage(c, <FactsPage page={pageContext(c)} {...props} />, status);
}
