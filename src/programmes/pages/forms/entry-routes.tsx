/** `/programmes/{id}/years/{year}/{column}`: entering a plan or a result, begun from the plan with `?from=plan`. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { formText, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { enterYear } from "../../enter-years.ts";
import type { ProgrammeProblem, StaleProgramme } from "../../problems.ts";
import { actsOnProgramme } from "../../programme-acts.ts";
import { programmeAddress } from "../../programme-address.ts";
import { programmeAsOf } from "../../programme-as-of.ts";
import { findProgramme } from "../../programme-store.ts";
import { emptyEntry, sideBySide, YEAR_COLUMNS, type YearColumn, type YearEntry } from "../../programme-year.ts";
import { entryOf, isSameEntry, type RecordedProgramme } from "../../recorded-programme.ts";
import { lostParts } from "../../report/lost-in-report.ts";
import { type Answer, pageContext, type RouteParts, reader } from "../page-context.ts";
import { ConflictPage, keptOf } from "./conflict-page.tsx";
import { isSure } from "./doubts-notice.tsx";
import { EntryPage, type EntryPageProps } from "./entry-form.tsx";
import { type EntryInput, inputOfEntry, readEntryInput, withRows } from "./entry-input.ts";
import { differencesOf, withKept } from "./merge-entry.ts";
import { type ReadEntry, readEntry } from "./read-entry.ts";
import { refusalOf } from "./refused-form.ts";
import { RemovalPage } from "./removal-page.tsx";
import { readAsked } from "./row-order.ts";
import { writer } from "./write-answer.ts";

const PROGRAMME = "/programmes/:id{P[0-9]{6,9}}";
const ENTRY = `${PROGRAMME}/years/:year{(?:18|19|20|21)[0-9]{2}}/:column{(?:plan|plan_including_results|result)}`;

export function entryRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const [read, write] = [reader(parts), writer(parts)];
  routes.use(`${PROGRAMME}/years/open`, requirePermission("programme.edit"));
  routes.use(ENTRY, requirePermission("programme.edit"));
  routes.get(`${PROGRAMME}/years/open`, (c) => {
    const own = pathIn(c.get("lang"), programmeAddress(c.req.param("id")));
    const year = /^(18|19|20|21)\d{2}$/u.exec((c.req.query("year") ?? "").normalize("NFKC"))?.[0];
    const column = YEAR_COLUMNS.find((known) => known === c.req.query("column"));
    return c.redirect(year === undefined || column === undefined ? own : `${own}/years/${year}/${column}`, 303);
  });
  routes.get(ENTRY, async (c) => (await read(c, (tx) => show(tx, c)))());
  routes.post(ENTRY, (c) => write(c, (tx, form) => save(tx, c, form)));
  return routes;
}

type Opened = Readonly<{ saved: RecordedProgramme; fiscalYear: number; column: YearColumn }>;

/** @returns an answer when this reader cannot change this programme now. */
async function open(tx: Tx, c: RequestContext): Promise<Opened | Answer> {
  const id = c.req.param("id") ?? "";
  const saved = await findProgramme(tx, id);
  if (saved === undefined) return () => c.notFound();
  const acts = await actsOnProgramme(tx, c.get("actor"), saved);
  const isWaiting = acts.includes("take_back");
  // a form that is sent is answered with what was typed: somebody may have asked for approval meanwhile
  if (isWaiting && c.req.method === "GET") return () => c.redirect(pathIn(c.get("lang"), programmeAddress(id)), 303);
  if (!isWaiting && !acts.includes("edit")) return () => refusePage(c);
  const column = YEAR_COLUMNS.find((known) => known === c.req.param("column")) ?? "plan";
  return { saved, fiscalYear: Number(c.req.param("year")), column };
}

async function show(tx: Tx, c: RequestContext): Promise<Answer> {
  const opened = await open(tx, c);
  if (typeof opened === "function") return opened;
  const from = c.req.query("from") === "plan" ? "plan" : "";
  const base = baseEntry(opened, opened.saved, from);
  const input = inputOfEntry(base, opened.saved.version, from, c.get("lang"));
  return entryPage(c, opened, { input: from === "plan" && base.column === "result" ? withoutStatuses(input) : input });
}

/** What became of the plan is for the person to say. */
function withoutStatuses(input: EntryInput): EntryInput {
  const open = (rows: EntryInput["items"]) => rows.map((row) => ({ ...row, status: "" }));
  return { ...input, status: "", items: open(input.items), posts: open(input.posts), events: open(input.events) };
}

/** The entry the form begins with: what is saved, else the plan of that year to start from, else an empty one. */
function baseEntry(
  { fiscalYear, column }: Opened,
  { facts }: Pick<RecordedProgramme, "facts">,
  from: string,
): YearEntry {
  const saved = entryOf(facts, { fiscalYear, column });
  if (saved !== undefined) return saved;
  const plan = sideBySide(facts.years).find((year) => year.fiscalYear === fiscalYear)?.plan ?? null;
  if (from === "plan" && plan !== null && column === "result") return startFromPlan(plan);
  return emptyEntry(fiscalYear, column, column === "result" ? "held" : "planned");
}

/** Names, dates and places are taken over; what was reached is for the person to say. Nothing of a result is 見込み. */
function startFromPlan(plan: YearEntry): YearEntry {
  return {
    ...plan,
    ...{ column: "result", status: "held", reasonAsPrinted: null, text: "", notes: [], lines: null, people: [] },
    items: plan.items.map((item) => ({ ...item, reasonAsPrinted: null, text: "" })),
    events: plan.events.map((event) => ({ ...event, isEstimate: false })),
    quantities: [],
  };
}

async function save(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const opened = await open(tx, c);
  if (typeof opened === "function") return opened;
  const input = readEntryInput(form);
  const act = formText(form, "act");
  const asked = readAsked(act);
  if (asked !== undefined) return entryPage(c, opened, { input, asked });
  if (act === "remove" || act === "removed") return remove(tx, c, { opened, input, isAsked: act === "remove" });
  const known = await programmeAsOf(tx, opened.saved.id, { version: Number(input.opened) || 0 });
  const base = baseEntry(opened, known.ok ? known.value : opened.saved, input.from);
  const read = readEntry(input, { base, facts: opened.saved.facts, lang: c.get("lang") });
  const { problems, doubts } = read;
  if (problems.length > 0 || !isSure(doubts, formText(form, "sure"))) {
    return entryPage(c, opened, { input, problems, doubts }, 422);
  }
  const wasThere = known.ok && entryOf(known.value.facts, opened) !== undefined;
  return store(tx, c, { opened, input, read, base, wasThere, form });
}

type ToRemove = Readonly<{ opened: Opened; input: EntryInput; isAsked: boolean }>;

/** First what would go is shown and a reason asked for. Nothing typed into the form goes with it. */
async function remove(tx: Tx, c: RequestContext, { opened, input, isAsked }: ToRemove): Promise<Answer> {
  const { saved, fiscalYear, column } = opened;
  const entry = entryOf(saved.facts, { fiscalYear, column });
  const own = pathIn(c.get("lang"), programmeAddress(saved.id));
  if (entry === undefined) return () => c.redirect(own, 303);
  const shown = { page: pageContext(c), id: saved.id, title: saved.facts.title, entry };
  const page = (version: number, refused?: string, status: 200 | 409 | 422 = 200) => {
    const props = { ...shown, version, reason: input.reason, refused };
    return () => renderPage(c, <RemovalPage {...props} />, status);
  };
  if (isAsked) return page(Number(input.version) || 0);
  const outcome = await enterYear(
    tx,
    c.get("actor"),
    { id: saved.id, expectedVersion: Number(input.version) || 0, removed: { fiscalYear, column } },
    { reason: input.reason || null },
  );
  if (outcome.ok) return () => c.redirect(`${own}?saved=removed`, 303);
  const refusal = refusalOf(c, outcome.problem, "");
  return typeof refusal === "function" ? refusal : page(saved.version, refusal.refused, refusal.status);
}

type Sent = Readonly<{
  opened: Opened;
  input: EntryInput;
  read: ReadEntry;
  base: YearEntry;
  /** The entry was recorded when the form was opened. */
  wasThere: boolean;
  form: FormData;
}>;

async function store(tx: Tx, c: RequestContext, sent: Sent): Promise<Answer> {
  const { opened, input, read, form } = sent;
  const { saved, fiscalYear, column } = opened;
  const now = entryOf(saved.facts, { fiscalYear, column });
  const entry = now === undefined ? read.entry : withKept(read.entry, now, keptOf(form));
  const outcome = await enterYear(
    tx,
    c.get("actor"),
    { id: saved.id, expectedVersion: await versionRead(tx, opened, Number(input.version) || 0), entry },
    { reason: input.reason || null, confirmation: input.confirmation || null },
  );
  if (!outcome.ok) return refuse(c, sent, outcome.problem);
  const own = pathIn(c.get("lang"), programmeAddress(saved.id));
  return () => c.redirect(`${own}?saved=entered#fy${fiscalYear}`, 303);
}

/** Who changed another year of the programme meanwhile changed nothing that this form shows: it was read as it is now. */
async function versionRead(tx: Tx, opened: Opened, version: number): Promise<number> {
  const { saved } = opened;
  if (version === saved.version) return version;
  const then = await programmeAsOf(tx, saved.id, { version });
  if (!then.ok) return version;
  const [before, now] = [entryOf(then.value.facts, opened), entryOf(saved.facts, opened)];
  return isSameEntry(before, now) ? saved.version : version;
}

function refuse(c: RequestContext, sent: Sent, problem: ProgrammeProblem): Answer {
  const { opened, input } = sent;
  if (problem.code === "stale_version") return showConflict(c, sent, problem);
  const refusal = refusalOf(c, problem, input.confirmation);
  if (typeof refusal === "function") return refusal;
  const { status, ...said } = refusal;
  return entryPage(c, opened, { input, ...said }, status);
}

function showConflict(
  c: RequestContext,
  { opened, read, base, wasThere, form }: Sent,
  { saved }: StaleProgramme,
): Answer {
  const { fiscalYear, column } = opened;
  const lang = c.get("lang");
  const now = entryOf(saved.facts, { fiscalYear, column });
  const differences = now === undefined ? [] : differencesOf(now, read.entry, base, lang);
  const action = `${programmeAddress(saved.id)}/years/${fiscalYear}/${column}`;
  const isGone = wasThere && now === undefined;
  const page = <ConflictPage page={pageContext(c)} {...{ saved, action, differences, isGone, sent: form }} />;
  return () => renderPage(c, page, 409);
}

type Shown = Pick<EntryPageProps, "input" | "asked" | "problems" | "doubts" | "personal" | "refused">;

/** Always with an empty row to write into: also above an error the next thing may be a row. */
function entryPage(
  c: RequestContext,
  opened: Opened,
  { input, ...shown }: Shown,
  status: 200 | 409 | 422 = 200,
): Answer {
  const { saved, fiscalYear, column } = opened;
  const entry = entryOf(saved.facts, { fiscalYear, column });
  const own = {
    ...{ id: saved.id, title: saved.facts.title, fiscalYear, column, isSaved: entry !== undefined },
    lost: entry === undefined ? [] : lostParts(entry, saved.facts),
  };
  const rows = withRows(input, { column }, shown.asked);
  return () => renderPage(c, <EntryPage page={pageContext(c)} {...own} {...shown} input={rows} />, status);
}
