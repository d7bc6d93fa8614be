import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { member } from "../../test/support/members.ts";
import { wordsOf } from "../../test/support/words-of.ts";
import { type Actor, CLI, PUBLIC, type RequestEnv, routedPath, SYSTEM, splitLanguage } from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import { loadProgrammeSample } from "./index.ts";
import { recordProgramme } from "./record-programme.ts";
import { programmeRoutes } from "./routes.tsx";
import { anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";

const MEMBER = member("46000", "municipal_editor");
const FOREIGN = member("01100", "municipal_editor");

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  await loadProgrammeSample(db.database);
});
afterAll(() => db.drop());

function ask(actor: Actor, path: string, form?: Record<string, string>): Promise<Response> {
  const app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", actor);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.onError((error) => {
    throw error;
  });
  app.route("/", programmeRoutes({ database: db.database }));
  const init = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
  return Promise.resolve(app.request(path, init));
}

const ASKED = "government=46000&year=2024";

test("everybody sees the report of published programmes with its four files", async () => {
  const page = await ask(PUBLIC, `/programmes/report?${ASKED}`);
  const html = await page.text();
  expect(page.status).toBe(200);
  for (const format of ["docx", "pdf", "xlsx", "html"])
    expect(html).toContain(`/programmes/report.${format}?${ASKED.replace("&", "&amp;")}`);
  expect(html).toContain("隔年実施のため計画なし");
  expect(html).not.toContain("/programmes/report/template");
});

test.each(["docx", "pdf", "xlsx", "html"])(
  "the %s file comes as an attachment with a Japanese name",
  async (format) => {
    const file = await ask(PUBLIC, `/programmes/report.${format}?${ASKED}`);
    expect(file.status).toBe(200);
    expect(file.headers.get("Content-Disposition")).toContain(`filename="annual-report-2024.${format}"`);
    expect(file.headers.get("Content-Disposition")).toContain(encodeURIComponent("鹿児島県"));
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
  },
);

test("the English address gives the English edition", async () => {
  const html = await (await ask(PUBLIC, `/en/programmes/report?${ASKED}`)).text();
  expect(html).toContain("Status of programmes");
  expect(wordsOf(html)).toContain("22 November 2024: 第24回鹿児島・香港交流会議");
});

test.each([
  ["government=99999&year=2024", 404],
  ["government=abc&year=2024", 404],
  ["government=46000&year=去年", 422],
  ["government=01100&year=2024", 404],
])("%s is refused beside its field", async (query, status) => {
  const page = await ask(PUBLIC, `/programmes/report?${query}`);
  expect(page.status).toBe(status);
  expect(await page.text()).toContain('role="alert"');
});

test.each(["government=鹿児島県&year=令和6年度", "government=鹿児島&year=R6", "government=46000"])(
  "the body is found by its name or code, and the year as offices write it: %s",
  async (query) => {
    const page = await ask(PUBLIC, `/programmes/report?${query}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain(`/programmes/report.pdf?${ASKED.replace("&", "&amp;")}`);
    expect(html).toContain('value="鹿児島県"');
  },
);

test("without a body the page offers those with programmes, and the own one to whoever works for it", async () => {
  const html = await (await ask(PUBLIC, "/programmes/report")).text();
  expect(html).toContain('<a href="/programmes/report?government=46000">鹿児島県（18事業）</a>');
  expect(html).not.toMatch(/name="year"[^>]*value="\d/u);
  const own = await (await ask(MEMBER, "/programmes/report")).text();
  expect(own).toContain('value="鹿児島県"');
  expect(own).toContain('value="2024"');
});

test("the form of the report is for who edits the body's programmes", async () => {
  const path = "/programmes/report/template?government=46000";
  expect((await ask(PUBLIC, path)).status).toBe(403);
  expect((await ask(FOREIGN, path)).status).toBe(403);
  expect((await ask(MEMBER, path)).status).toBe(200);
  expect((await ask(FOREIGN, "/programmes/report/workbook.xlsx?government=46000")).status).toBe(403);
  expect((await ask(MEMBER, "/programmes/report/workbook.xlsx?government=46000")).status).toBe(200);
});

const FORM = {
  ...{ government: "46000", version: "0", title: "国際交流の概要", titleLabel: "事業名", tables: "statuses" },
  ...{ "label.start": "始めた年度", "order.start": "2", "label.overview": "事業概要", "order.overview": "1" },
  ...{ "label.previous": "{年度}{区分}", "order.previous": "3", "label.current": "{年度}{区分}", "order.current": "4" },
};

test("a saved form changes what the public prints, is kept in the audit, and a stale one is not saved", async () => {
  const invalid = await ask(MEMBER, "/programmes/report/template", { ...FORM, "label.previous": "昨年の実績" });
  expect(invalid.status).toBe(422);
  expect(await invalid.text()).toContain("昨年の実績");
  expect((await ask(FOREIGN, "/programmes/report/template", FORM)).status).toBe(403);
  expect((await ask(MEMBER, "/programmes/report/template", FORM)).status).toBe(303);
  expect((await ask(MEMBER, "/programmes/report/template", FORM)).status).toBe(409);
  const html = await (await ask(PUBLIC, `/programmes/report?${ASKED}`)).text();
  expect(html).toContain("国際交流の概要");
  expect(html.indexOf("事業概要")).toBeLessThan(html.indexOf("始めた年度"));
  expect(html).not.toContain("備考");
  const { rows } = await db.owner.query(
    "select subject_id, after ->> 'title' as title from audit_event where action = $1",
    ["programme.report_template_set"],
  );
  expect(rows).toEqual([{ subject_id: "46000", title: "国際交流の概要" }]);
});

test("who prepares a report reads what its columns cannot say, with the way to the entry; nobody else does", async () => {
  // A month's precision with two of its days: no wording of a date says that.
  const days = { date: "2026-07", from: "2026-07-10", to: "2026-07-12", precision: "month", conflict: null } as const;
  const date = { asPrinted: "夏", ...days };
  const facts = aProgramme({ number: 99, years: [anEntry(2026, { events: [anEvent({ name: "会議", date })] })] });
  const recorded = await db.database.write(CLI, (tx) =>
    recordProgramme(tx, CLI, { owner: "46000", facts, reason: null }),
  );
  if (!recorded.ok) throw new Error(recorded.problem.code);
  const path = "/programmes/report?government=46000&year=2026";
  const html = await (await ask(MEMBER, path)).text();
  expect(html).toContain("報告書の欄に書き表せない項目");
  expect(html).toContain(`<a href="/programmes/${recorded.value.id}/years/2026/result">`);
  for (const other of [PUBLIC, FOREIGN]) {
    expect((await (await ask(other, path)).text()).includes("報告書の欄に書き表せない項目")).toBe(false);
  }
});
