/** `/programmes/grid`: a body's programmes of a year in one table, checked as differences, saved all at once, taken back. */
import { Hono } from "hono";
import { fiscalYearOf } from "../../../kernel/fiscal-year.ts";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { formText, isPermitted, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { ownersAskingApproval } from "../../body-query.ts";
import { programmeRefusals as refusalsEn } from "../../messages-refusals.en.ts";
import { programmeRefusals as refusalsJa } from "../../messages-refusals.ja.ts";
import { ownersInWork, type WorkPlace, workPlaceAsked } from "../../pages/cycle/work-place.tsx";
import { writer } from "../../pages/forms/write-answer.ts";
import { type Answer, pageContext, type RouteParts, reader } from "../../pages/page-context.ts";
import type { SomeRefused } from "../../problems.ts";
import { marksOfOwner } from "../../recorded-programme.ts";
import { choicesIn, GRID_PATH, type GridQuery, gridParameters, readGridQuery, rowsToShow } from "../grid-query.ts";
import type { GridRow } from "../grid-rows.ts";
import { undoReason } from "../messages.ja.ts";
import { type PasteReading, readPaste } from "../paste-rows.ts";
import { type GridReview, isReady, reviewGrid } from "../review-grid.ts";
import { listGridRows, saveGrid } from "../save-grid.ts";
import { readTypedRows, type TypedRow } from "../typed-rows.ts";
import { canUndoGrid, undoGrid } from "../undo-grid.ts";
import { gridWords, PASTE_HEADERS } from "../words.ts";
import { GridPage, type GridPageProps } from "./grid-page.tsx";
import { GridPreviewPage, type GridPreviewProps } from "./grid-preview-page.tsx";

export function gridRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const [read, write] = [reader(parts), writer(parts)];
  routes.use(GRID_PATH, requirePermission("programme.edit"));
  routes.use(`${GRID_PATH}/*`, requirePermission("programme.edit"));
  routes.get(GRID_PATH, async (c) => (await read(c, (tx) => show(tx, c)))());
  routes.post(GRID_PATH, (c) => write(c, (tx, form) => check(tx, c, form)));
  routes.post(`${GRID_PATH}/save`, (c) => write(c, (tx, form) => save(tx, c, form)));
  routes.post(`${GRID_PATH}/undo`, (c) => write(c, (tx, form) => takeBack(tx, c, form)));
  return routes;
}

type Asked = Readonly<{ place: WorkPlace; query: GridQuery }>;
type Opened = Asked & Readonly<{ rows: readonly GridRow[] }>;

function mayEdit(c: RequestContext, owner: string): boolean {
  return isPermitted(c.get("actor"), "programme.edit", marksOfOwner(owner));
}

function askedAt(place: WorkPlace, said: (name: string) => string): Asked {
  const { owner, fiscalYear, today } = place;
  return { place, query: readGridQuery(said, { owner, fiscalYear, thisYear: fiscalYearOf(today) }) };
}

async function opened(tx: Tx, asked: Asked): Promise<Opened> {
  return { ...asked, rows: await listGridRows(tx, asked.query.owner, asked.query) };
}

async function show(tx: Tx, c: RequestContext): Promise<Answer> {
  const place = await workPlaceAsked(tx, c);
  if (!mayEdit(c, place.owner)) return () => refusePage(c);
  const found = await opened(
    tx,
    askedAt(place, (name) => c.req.query(name) ?? ""),
  );
  return answerTable(c, found, { done: await doneSaid(tx, c, place.owner) });
}

const DONE = /^(saved|undone)-(\d{1,5})$/u;

async function doneSaid(tx: Tx, c: RequestContext, owner: string): Promise<GridPageProps["done"]> {
  const [, act, count] = DONE.exec(c.req.query("done") ?? "") ?? [];
  if (act === undefined) return undefined;
  const asked = c.req.query("request") ?? "";
  const request = asked !== "" && (await canUndoGrid(tx, { owner, requestId: asked })) ? asked : null;
  const asksApproval = (await ownersAskingApproval(tx, c.get("actor"), [owner])).has(owner);
  return { act: act === "saved" ? "saved" : "undone", count: Number(count), request, asksApproval };
}

/** @returns an answer when the form is about a body whose programmes are not this person's to edit. */
async function askedBy(tx: Tx, c: RequestContext, form: FormData): Promise<Asked | Answer> {
  const asked = formText(form, "owner");
  if (asked === "") return () => c.redirect(pathIn(c.get("lang"), GRID_PATH), 303);
  const owners = await ownersInWork(tx, c.get("actor"));
  const owner = owners.find(({ value }) => value === asked)?.value;
  if (owner === undefined || !mayEdit(c, owner)) return () => refusePage(c);
  const place = await workPlaceAsked(tx, c);
  const year = /^(18|19|20|21)\d{2}$/u.exec(formText(form, "year"))?.[0];
  const fiscalYear = year === undefined ? place.fiscalYear : Number(year);
  return askedAt({ ...place, owner, fiscalYear }, (name) => formText(form, name));
}

async function check(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const asked = await askedBy(tx, c, form);
  if (typeof asked === "function") return asked;
  const found = await opened(tx, asked);
  const sent = readSent(form, found);
  if (sent === undefined) return unreadable(c, found);
  const review = await reviewGrid(tx, found.rows, sent.typed, found.query);
  const { problems, unread } = sent.paste;
  if (formText(form, "act") !== "edit" && problems.length === 0 && isReady(review)) {
    return answerPreview(tx, c, found, { review, typed: carriedOf(found.rows, review), unread });
  }
  const shown = { review, paste: problems.length === 0 ? "" : sent.pasted, pasteProblems: problems, unread };
  return answerTable(c, found, shown, statusOf(review, problems.length));
}

type Sent = Readonly<{ typed: readonly TypedRow[]; paste: PasteReading; pasted: string }>;

/** The pasted block over the table; a block with problems is not taken at all, and stays to be corrected. */
function readSent(form: FormData, { rows }: Opened): Sent | undefined {
  const typed = readTypedRows(form);
  if (typed === undefined) return undefined;
  const said = form.get("paste");
  const pasted = typeof said === "string" ? said : "";
  if (pasted.trim() === "") return { typed, paste: { rows: [], problems: [], unread: [] }, pasted: "" };
  const paste = readPaste(pasted, rows, PASTE_HEADERS);
  if (paste.problems.length > 0) return { typed, paste, pasted };
  const byId = new Map(typed.map((row) => [row.id, row]));
  for (const row of paste.rows) {
    const known = byId.get(row.id);
    byId.set(row.id, known === undefined ? row : { ...known, texts: { ...known.texts, ...row.texts } });
  }
  return { typed: [...byId.values()], paste, pasted };
}

function statusOf({ problems, conflicts }: GridReview, pasteProblems: number): 200 | 409 | 422 {
  if (problems.length + pasteProblems > 0) return 422;
  return conflicts.length > 0 ? 409 : 200;
}

/** What differs, tied to the versions now: whoever looks at it has been shown what somebody else saved. */
function carriedOf(rows: readonly GridRow[], { typed }: GridReview): readonly TypedRow[] {
  return rows.flatMap(({ programme: { id, version } }) => {
    const texts = typed.get(id);
    return texts === undefined ? [] : [{ id, version, texts }];
  });
}

type Shown = Partial<Pick<GridPageProps, "review" | "paste" | "pasteProblems" | "unread" | "done" | "refused">>;

function answerTable(c: RequestContext, found: Opened, shown: Shown, status: 200 | 409 | 422 = 200): Answer {
  const { place, rows } = found;
  const { review = null, paste = "", pasteProblems = [], unread = [], done, refused } = shown;
  const urgent = new Set([...(review?.problems ?? []), ...(review?.conflicts ?? [])].map(({ id }) => id));
  const visible = rowsToShow(rows, found.query, urgent, new Set(review?.typed.keys()));
  const query = { ...found.query, page: Math.min(found.query.page, visible.pages) };
  const inTable = new Set(visible.rows.map(({ programme }) => programme.id));
  const carried = review === null ? [] : carriedOf(rows, review).filter(({ id }) => !inTable.has(id));
  const page = (
    <GridPage
      {...{ page: pageContext(c), place, query, choices: choicesIn(rows), shown: visible, all: rows.length }}
      {...{ review, carried, paste, pasteProblems, unread, done, refused }}
    />
  );
  return () => renderPage(c, page, status);
}

function unreadable(c: RequestContext, found: Opened): Answer {
  const w = gridWords(c.get("lang"));
  return answerTable(c, found, { refused: { title: w.unreadableForm, text: w.unreadableText } }, 422);
}

type Previewed = Pick<GridPreviewProps, "review" | "typed" | "unread"> & Partial<GridPreviewProps>;

async function answerPreview(
  tx: Tx,
  c: RequestContext,
  { place, query }: Asked,
  preview: Previewed,
  status: 200 | 409 | 422 = 200,
): Promise<Answer> {
  const asksApproval = (await ownersAskingApproval(tx, c.get("actor"), [query.owner])).has(query.owner);
  const ownerName = place.owners.find(({ value }) => value === query.owner)?.label ?? query.owner;
  const page = <GridPreviewPage {...{ page: pageContext(c), query, ownerName, asksApproval }} {...preview} />;
  return () => renderPage(c, page, status);
}

async function save(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const asked = await askedBy(tx, c, form);
  if (typeof asked === "function") return asked;
  const typed = readTypedRows(form);
  if (typed === undefined) return unreadable(c, await opened(tx, asked));
  const { query } = asked;
  const [reason, confirmation] = [formText(form, "reason"), formText(form, "confirmation")];
  const why = { reason: reason || null, confirmation: confirmation || null };
  const outcome = await saveGrid(tx, c.get("actor"), { owner: query.owner, key: query, typed, why });
  if (outcome.ok) return finished(c, query, `saved-${outcome.value.length}`);
  const { problem } = outcome;
  const { review } = problem;
  const found = await opened(tx, asked);
  if (problem.code === "not_ready") return answerTable(c, found, { review }, statusOf(review, 0));
  if (problem.refused.some((one) => one.problem.code === "not_permitted")) return () => refusePage(c);
  const warnings = problem.refused.flatMap((one) =>
    one.problem.code === "personal_data_unconfirmed" ? one.problem.warnings : [],
  );
  const isStale = problem.refused.some(({ problem: { code } }) => code === "stale_version" || code === "in_review");
  const again = { review, typed: carriedOf(found.rows, review), unread: [], reason, confirmation };
  const refused = refusalSentences(c, review, problem);
  const personal = warnings.length === 0 ? undefined : warnings;
  return answerPreview(tx, c, found, { ...again, refused, personal }, isStale ? 409 : 422);
}

function refusalSentences(c: RequestContext, { changes }: GridReview, { refused }: SomeRefused): readonly string[] {
  const lang = c.get("lang");
  const { problems, factProblems } = lang === "en" ? refusalsEn : refusalsJa;
  const { refusedOf } = gridWords(lang).preview;
  return refused.map(({ id, problem }) => {
    const title = changes.find(({ row }) => row.programme.id === id)?.row.programme.facts.title ?? id;
    const facts = problem.code === "invalid_facts" ? problem.problems.map(({ code }) => factProblems[code]) : [];
    return refusedOf(title, [problems[problem.code], ...new Set(facts)].join(" "));
  });
}

function finished(c: RequestContext, query: GridQuery, done: string): Answer {
  const parameters = gridParameters(query);
  parameters.set("done", done);
  parameters.set("request", c.get("requestId"));
  return () => c.redirect(`${pathIn(c.get("lang"), GRID_PATH)}?${parameters}`, 303);
}

async function takeBack(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const asked = await askedBy(tx, c, form);
  if (typeof asked === "function") return asked;
  const { query } = asked;
  const toUndo = { owner: query.owner, key: query, requestId: formText(form, "request"), reason: undoReason };
  const outcome = await undoGrid(tx, c.get("actor"), toUndo);
  if (outcome.ok) return finished(c, query, `undone-${outcome.value.length}`);
  const { problem } = outcome;
  const w = gridWords(c.get("lang"));
  const found = await opened(tx, asked);
  const refused = (text: string) => answerTable(c, found, { refused: { title: w.notUndone, text } }, 409);
  if (problem.code === "nothing_saved") return refused(w.nothingSaved);
  if (problem.code === "saved_since") return refused(w.savedSince(problem.ids.length));
  if (problem.refused.some((one) => one.problem.code === "not_permitted")) return () => refusePage(c);
  return refused(w.savedSince(problem.refused.length));
}
