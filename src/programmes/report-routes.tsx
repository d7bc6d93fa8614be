/** `/programmes/report`: the annual report as a page and as files, the workbook to fill in, and the form of the report. */
import { Hono } from "hono";
import { type DocumentFormat, MEDIA_TYPES, writeDocument } from "../documents/write-document.ts";
import { fiscalYearOf, parseFiscalYear } from "../kernel/fiscal-year.ts";
import { refuse } from "../kernel/outcome.ts";
import { refusePage, requirePermission } from "../office/index.ts";
import { formText, isPermitted, type RequestContext, type RequestEnv, readForm } from "../platform/index.ts";
import { attachment, todayInJapan } from "../registry/index.ts";
import { pathIn, renderPage } from "../ui/index.ts";
import { countOwnProgrammes, listOwnProgrammes } from "./own-programmes-query.ts";
import { pageContext, type RouteParts, reader, sideAsked } from "./pages/page-context.ts";
import { marksOfOwner } from "./recorded-programme.ts";
import { lostInReport } from "./report/lost-in-report.ts";
import { REPORT_FORMATS, type ReportAsked, ReportPage, reportQuery } from "./report/pages/report-page.tsx";
import { inputOfTemplate, type TemplateInput, TemplatePage } from "./report/pages/template-page.tsx";
import { reportPageWords } from "./report/pages/words.ts";
import { nameOfOwner, reportOfBody } from "./report/report-of-body.ts";
import { listReportOwners, matchOwners } from "./report/report-owners-query.ts";
import { countReported, MOST_IN_REPORT } from "./report/report-size-query.ts";
import {
  BOX_PARTS,
  type BoxPart,
  DEFAULT_TEMPLATE,
  REPORT_TABLES,
  type ReportTemplate,
} from "./report/report-template.ts";
import { findReportTemplate } from "./report/report-template-store.ts";
import { setReportTemplate } from "./report/set-report-template.ts";
import { MOST_IN_WORKBOOK, workbookAddress } from "./template/pages/workbook-address.ts";
import { programmesToWorkbook } from "./template/programmes-to-workbook.ts";

const PATH = "/programmes/report";
const OWNER = /^(?:[0-9]{5}|B[0-9]{6,12})$/;

export function reportRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get(PATH, (c) => showReport(parts, c));
  for (const format of REPORT_FORMATS) routes.get(`${PATH}.${format}`, (c) => sendReport(parts, c, format));
  routes.use(`${PATH}/*`, requirePermission("programme.edit"));
  routes.get(`${PATH}/workbook.xlsx`, (c) => sendWorkbook(parts, c));
  routes.get(`${PATH}/template`, (c) => showTemplate(parts, c));
  routes.post(`${PATH}/template`, (c) => saveTemplate(parts, c));
  return routes;
}

function askedOf(c: RequestContext): ReportAsked {
  const plain = (name: string) => (c.req.query(name) ?? "").normalize("NFKC").trim();
  return { government: plain("government"), year: plain("year"), side: sideAsked(c) };
}

/** 2024, 令和6年度, R6; undefined for anything else. */
function readYear(said: string): number | undefined {
  if (/^(?:18|19|20|21)[0-9]{2}$/.test(said)) return Number(said);
  const year = parseFiscalYear(/年度$/u.test(said) ? said : `${said.replace(/年$/u, "")}年度`);
  return year.ok ? year.value : undefined;
}

/** Who has signed in most often wants the own body's report of the newest year. */
function ownBody(c: RequestContext): string {
  const actor = c.get("actor");
  return actor.kind === "member" ? (actor.body.governmentCode ?? actor.body.id) : "";
}

/** Of more programmes than a request can wait for nothing is read but how many there are. */
async function makeReport(parts: RouteParts, c: RequestContext, { government, year, side }: ReportAsked) {
  const lang = c.get("lang");
  const request = { owner: government, fiscalYear: Number(year), lang, asOf: todayInJapan(), side };
  return reader(parts)(c, async (tx) => {
    const programmes = await countReported(tx, request);
    if (programmes > MOST_IN_REPORT) return refuse({ code: "too_many", programmes } as const);
    return reportOfBody(tx, request);
  });
}

async function showReport(parts: RouteParts, c: RequestContext): Promise<Response> {
  const typed = askedOf(c);
  const page = pageContext(c);
  const w = reportPageWords(page.lang);
  const wanted = typed.government === "" && typed.year === "" ? ownBody(c) : typed.government;
  const { owners, ownName } = await reader(parts)(c, async (tx) => {
    const named = OWNER.test(wanted) ? await nameOfOwner(tx, wanted) : undefined;
    return { owners: await listReportOwners(tx, typed.side), ownName: named };
  });
  const found = OWNER.test(wanted) ? owners.filter(({ owner }) => owner === wanted) : matchOwners(owners, wanted);
  const [only] = found.length === 1 ? found : [];
  const government = only?.owner ?? wanted;
  // nobody chosen, no year: left empty it becomes the newest one of whoever is chosen
  const newest = only?.newestYear ?? (typed.government === "" ? "" : fiscalYearOf(todayInJapan()));
  const year = typed.year === "" ? String(newest) : typed.year;
  const canEdit = OWNER.test(government) && isPermitted(c.get("actor"), "programme.edit", marksOfOwner(government));
  const shown = { page, asked: { ...typed, government, year }, name: only?.name ?? ownName ?? wanted, owners, canEdit };
  const answer = (field: "government" | "year", message: string, status: 404 | 422, choices = found) => {
    const problem = { field, label: w[field], message };
    return renderPage(c, <ReportPage {...shown} choices={choices} report={null} problem={problem} />, status);
  };
  if (typed.government === "") {
    return renderPage(c, <ReportPage {...shown} choices={[]} report={null} problem={undefined} />);
  }
  if (found.length > 1) return answer("government", w.problems.several(found.length), 422);
  if (!OWNER.test(government)) return answer("government", w.problems.owner_unknown, 404);
  const fiscalYear = readYear(year);
  if (fiscalYear === undefined) return answer("year", w.problems.year_unreadable, 422, []);
  const asked = { ...shown.asked, year: String(fiscalYear) };
  const made = await makeReport(parts, c, asked);
  if (made.ok) {
    const lost = canEdit && page.lang === "ja" ? lostInReport(made.value.records, fiscalYear) : [];
    const answered = { ...shown, asked, name: made.value.name, choices: [], problem: undefined };
    return renderPage(c, <ReportPage {...answered} report={made.value} lost={lost} />);
  }
  const { problem } = made;
  const { code } = problem;
  if (code === "too_many") {
    return answer("government", w.problems.too_many(problem.programmes, MOST_IN_REPORT), 422, []);
  }
  return answer(code === "no_records" ? "year" : "government", w.problems[code], 404, []);
}

async function sendReport(parts: RouteParts, c: RequestContext, format: DocumentFormat): Promise<Response> {
  const asked = askedOf(c);
  if (!OWNER.test(asked.government) || !/^\d{4}$/.test(asked.year)) return c.notFound();
  const made = await makeReport(parts, c, asked);
  if (!made.ok && made.problem.code === "too_many") {
    return c.redirect(pathIn(c.get("lang"), `${PATH}?${reportQuery(asked)}`), 303); // its page says why
  }
  if (!made.ok) return c.notFound();
  const written = await writeDocument(made.value.document, format);
  if (!written.ok) throw new Error(`the report could not be written: ${JSON.stringify(written.problem)}`);
  c.set("exportedRecords", made.value.programmes);
  const name = reportPageWords(c.get("lang")).fileName(made.value.name, Number(asked.year));
  return sendFile(
    c,
    written.value.bytes,
    MEDIA_TYPES[format],
    `${name}.${format}`,
    `annual-report-${asked.year}.${format}`,
  );
}

function sendFile(c: RequestContext, bytes: Uint8Array, mediaType: string, name: string, ascii: string): Response {
  c.header("Content-Type", mediaType);
  c.header("Content-Disposition", attachment(name, ascii));
  return c.body(Uint8Array.from(bytes));
}

/** What is being worked on, of one's own programmes only. */
async function sendWorkbook(parts: RouteParts, c: RequestContext): Promise<Response> {
  const { government: owner } = askedOf(c);
  if (!OWNER.test(owner)) return c.notFound();
  if (!isPermitted(c.get("actor"), "programme.edit", marksOfOwner(owner))) return refusePage(c);
  const count = await reader(parts)(c, (tx) => countOwnProgrammes(tx, owner));
  // the page of the workbook says why
  if (count > MOST_IN_WORKBOOK) return c.redirect(pathIn(c.get("lang"), workbookAddress(owner)), 303);
  const { programmes, name } = await reader(parts)(c, async (tx) => {
    return { programmes: await listOwnProgrammes(tx, owner), name: await nameOfOwner(tx, owner) };
  });
  if (programmes.length === 0 || name === undefined) return c.notFound();
  const bytes = await programmesToWorkbook(programmes, { owner, madeOn: todayInJapan() });
  c.set("exportedRecords", programmes.length);
  const file = `${reportPageWords(c.get("lang")).workbookName(name)}.xlsx`;
  return sendFile(c, bytes, MEDIA_TYPES.xlsx, file, "programmes-workbook.xlsx");
}

async function showTemplate(parts: RouteParts, c: RequestContext): Promise<Response> {
  const { government } = askedOf(c);
  if (!OWNER.test(government)) return c.notFound();
  if (!isPermitted(c.get("actor"), "programme.edit", marksOfOwner(government))) return refusePage(c);
  const said = c.req.query("saved") === undefined ? undefined : "saved";
  return answerTemplate(parts, c, government, { said });
}

type TemplateAnswer = Readonly<{ said?: "saved" | "stale" | "invalid" | undefined; input?: TemplateInput }>;

async function answerTemplate(
  parts: RouteParts,
  c: RequestContext,
  government: string,
  answer: TemplateAnswer,
): Promise<Response> {
  const { name, kept } = await reader(parts)(c, async (tx) => {
    return { name: await nameOfOwner(tx, government), kept: await findReportTemplate(tx, government) };
  });
  if (name === undefined) return c.notFound();
  const { said, input = inputOfTemplate(kept.template, DEFAULT_TEMPLATE) } = answer;
  const status = said === "stale" ? 409 : said === "invalid" ? 422 : 200;
  const shown = { page: pageContext(c), government, name, input, version: kept.version, said };
  return renderPage(c, <TemplatePage {...shown} />, status);
}

async function saveTemplate(parts: RouteParts, c: RequestContext): Promise<Response> {
  const form = await readForm(c);
  const owner = formText(form, "government");
  if (!OWNER.test(owner)) return c.notFound();
  const input = inputOfForm(form);
  const change = { owner, template: templateOf(input), expectedVersion: Number(formText(form, "version")) || 0 };
  const actor = c.get("actor");
  const outcome = await parts.database.write(actor, (tx) => setReportTemplate(tx, actor, change), {
    requestId: c.get("requestId"),
  });
  if (outcome.ok) return c.redirect(pathIn(c.get("lang"), `${PATH}/template?government=${owner}&saved`), 303);
  switch (outcome.problem.code) {
    case "not_permitted":
      return refusePage(c);
    case "template_stale":
      return answerTemplate(parts, c, owner, { said: "stale" });
    case "template_invalid":
      return answerTemplate(parts, c, owner, { said: "invalid", input });
  }
}

function inputOfForm(form: FormData): TemplateInput {
  const rowOf = (part: BoxPart) => ({ label: formText(form, `label.${part}`), order: formText(form, `order.${part}`) });
  return {
    ...{ title: formText(form, "title"), titleLabel: formText(form, "titleLabel") },
    rows: {
      ...{ start: rowOf("start"), overview: rowOf("overview"), previous: rowOf("previous") },
      ...{ current: rowOf("current"), remarks: rowOf("remarks") },
    },
    tables: form.getAll("tables").map(String),
  };
}

/** Equal orders keep the usual one among themselves; what is no number goes last. */
function templateOf({ title, titleLabel, rows, tables }: TemplateInput): ReportTemplate {
  const printed = BOX_PARTS.filter((part) => rows[part].order.trim() !== "");
  const orderOf = (part: BoxPart) => Number(rows[part].order.normalize("NFKC")) || Number.MAX_SAFE_INTEGER;
  return {
    ...{ title, titleLabel },
    rows: printed.toSorted((a, b) => orderOf(a) - orderOf(b)).map((part) => ({ part, label: rows[part].label })),
    tables: REPORT_TABLES.filter((table) => tables.includes(table)),
  };
}
