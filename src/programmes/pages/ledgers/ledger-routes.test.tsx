import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseWithSample, type TestDatabase } from "../../../../test/support/database.ts";
import { PUBLIC, type RequestEnv, routedPath, SYSTEM, splitLanguage } from "../../../platform/index.ts";
import { recordProgramme } from "../../record-programme.ts";
import { programmeRoutes } from "../../routes.tsx";
import { loadProgrammeSample } from "../../sample/load-sample.ts";
import { aDate, anEntry, anEvent, aProgramme } from "../../testing/programme-facts.ts";
import { programmesInHandover } from "../programmes-in-handover.ts";
import { programmesOfAgreements } from "../programmes-of-agreements.ts";

let db: TestDatabase;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await databaseWithSample();
  await loadProgrammeSample(db.database);
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", PUBLIC);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.route("/", programmeRoutes({ database: db.database }));
});
afterAll(() => db.drop());

async function page(path: string): Promise<string> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

const rowsIn = (html: string) =>
  [...html.matchAll(/<tr role="row">(.*?)<\/tr>/gs)].map(([, row]) =>
    row!.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "),
  );

describe("the calendar", () => {
  test("lists which events fall in fiscal year 2024, and where", async () => {
    const html = await page("/programmes/calendar?year=2024");
    const { rows } = await db.owner.query(
      "select count(*) from programme_event where side = 'published' and is_latest and fiscal_year = 2024",
    );
    expect(html).toContain(`${rows[0].count}件の行事`);
    const hongKong = rowsIn(html).find((row) => row.includes("香港交流会議"));
    expect(hongKong).toMatch(/令和6年11月\d+日（.）.*香港/u);
  });

  test("shows a month with its days, and months without a day apart", async () => {
    const html = await page("/programmes/calendar?month=2023-11");
    expect(html).toContain('<time datetime="2023-11-22">22</time>');
    expect(html).toContain('href="/programmes/calendar?month=2023-12"');
  });

  test("is read by calendar programs as whole days", async () => {
    const response = await app.request("/programmes/calendar.ics");
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = (await response.text()).replace(/\r\n /g, "");
    expect(text).toMatch(/DTSTART;VALUE=DATE:20231122\r\n.*?DTEND;VALUE=DATE:20231123/su);
    expect(text).toContain("日の記載はありません。");
    expect(text.match(/UID:/g)?.length).toBe(new Set(text.match(/UID:.*/g)).size);
  });
});

test("what did not take place in fiscal year 2023 is said with its reason, parts of a programme too", async () => {
  const rows = rowsIn(await page("/programmes/not-held?year=2023"));
  expect(rows.find((row) => row.includes("ジョージア州"))).toMatch(/中止 .*新型コロナウイルス/u);
  expect(rows.find((row) => row.includes("専門家派遣"))).toMatch(/実績なし .*派遣依頼がなく/u);
});

test("anniversaries of agreements and programmes stand in their fiscal year", async () => {
  const html = await page("/programmes/anniversaries?year=2024");
  const rows = rowsIn(html);
  expect(rows.find((row) => row.includes("清華大学との交流促進事業"))).toMatch(/10周年.*事業/u);
  const agreements = await db.owner.query(
    "select count(*) from agreement where publication = 'published' and extract(year from signed_from) in (1984, 1994, 2004, 2014)",
  );
  const shown = new Set(html.match(/\/agreements\/A\d+/g));
  expect(shown.size).toBeGreaterThan(0);
  expect(Number(agreements.rows[0].count)).toBeGreaterThan(0);
});

describe("sent and received", () => {
  test("people received by country, each number opening its rows", async () => {
    const html = await page("/programmes/reciprocity");
    const link =
      /href="(\/programmes\/reciprocity\?year=2023&(?:amp;)?direction=received&(?:amp;)?country=BR#entries)">(\d+)人/u.exec(
        html,
      );
    expect(link).not.toBeNull();
    const opened = await page(link![1]!.replaceAll("&amp;", "&"));
    const behind = opened.slice(
      opened.indexOf("<tbody", opened.indexOf('id="entries"')),
      opened.indexOf("すべての人数に戻る"),
    );
    const sum = [...behind.matchAll(/(\d+)人/g)].reduce((total, [, n]) => total + Number(n), 0);
    expect(sum).toBe(Number(link![2]));
  });

  test("says when and where each biennial meeting is next, as an estimate with its basis", async () => {
    const html = await page("/programmes/reciprocity");
    const rows = rowsIn(html.slice(html.indexOf('id="meetings"')));
    for (const meeting of ["香港交流会議", "シンガポール交流会議", "全北特別自治道"]) {
      expect(rows.some((row) => row.includes(meeting) && /令和\d+年度/u.test(row))).toBe(true);
    }
    expect(html).toContain("決まったことではありません");
  });

  test("a year with planned numbers says so, and no total is made over years", async () => {
    const html = await page("/programmes/reciprocity");
    const received = html.slice(html.indexOf('id="received"'), html.indexOf('id="sent"'));
    expect(received).toMatch(/令和6年度<br\/?>.{0,60}計画の数を含む/u);
    expect(received).toMatch(/令和5年度<\/th>/u);
    expect(html).toContain("年度をまたいだ合計も出していません");
  });

  test("a turn whose year has passed without a record is said, and the one to come only holds if it was held", async () => {
    const html = await page("/programmes/reciprocity");
    const rows = rowsIn(html.slice(html.indexOf('id="meetings"'))).filter((row) =>
      row.includes("シンガポール交流会議"),
    );
    expect(rows[0]).toMatch(/令和7年度.*過ぎた年度・記録なし.*第22回.*シンガポール/u);
    expect(rows[1]).toMatch(/令和7年度に開催されていた場合.*第23回/u);
  });
});

describe("criteria on the ledgers", () => {
  const own = "government=46201";

  test("one body's pages show nothing of another's", async () => {
    for (const path of ["not-held?year=2023", "calendar?year=2024", "reciprocity"]) {
      const html = await page(`/programmes/${path}${path.includes("?") ? "&" : "?"}${own}`);
      expect(html, path).not.toContain("鹿児島・シンガポール交流会議");
      expect(html, path).toContain("鹿児島市");
    }
  });

  test("what is chosen stays when the page's view changes", async () => {
    const html = await page(`/programmes/calendar?year=2024&field=①&government=46000`);
    expect(html).toMatch(/href="\/programmes\/not-held\?government=46000&(?:amp;)?field=[^"]*year=2024"/u);
    expect(html).toMatch(/href="\/programmes\/report\?government=46000&(?:amp;)?year=2024"/u);
  });

  test("a month without events leads to the nearest ones", async () => {
    const html = await page("/programmes/calendar?month=2030-01");
    expect(html).toMatch(/href="\/programmes\/calendar\?month=2025-01"/u);
  });
});

test("an agreement's page and a handover are told of the programmes", async () => {
  const { rows } = await db.owner.query("select id from agreement order by no limit 1");
  const agreement = String(rows[0].id);
  const facts = aProgramme({
    ...{
      title: "協定にもとづく事業",
      agreementIds: [agreement],
      startFiscalYear: { asPrinted: "平成8年度", fiscalYear: 1996 },
    },
    years: [anEntry(2023, { events: [anEvent({ name: "訪問", date: aDate("2023年7月10日") })] })],
  });
  await db.database.write(SYSTEM, (tx) => recordProgramme(tx, SYSTEM, { owner: "46201", facts, reason: null }));
  const linked = await db.database.read(PUBLIC, (tx) => programmesOfAgreements.list(tx, agreement, "ja"));
  expect(linked).toMatchObject([{ title: "協定にもとづく事業", note: "鹿児島県鹿児島市　令和5年度までの記録" }]);
  const body = { id: "B000002", name: "鹿児島市", unit: null, governmentCode: "46201" };
  const context = { body, lang: "ja", today: "2026-11-22" } as const;
  const { relations } = await db.database.read(SYSTEM, (tx) => programmesInHandover(tx, context));
  expect(relations).toMatchObject([
    {
      nextAnniversary: { years: 30, when: "令和8年度" },
      lastExchanges: [{ when: "令和5年7月10日（月）", title: "訪問" }],
    },
  ]);
});
