import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { member } from "../../test/support/members.ts";
import {
  type Actor,
  LOCAL_OPERATOR,
  PUBLIC,
  type RequestEnv,
  routedPath,
  SYSTEM,
  splitLanguage,
} from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import { loadProgrammeSample } from "./index.ts";
import { programmeRoutes } from "./routes.tsx";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  await loadProgrammeSample(db.database);
});
afterAll(() => db.drop());

function asking(actor: Actor): (path: string) => Promise<Response> {
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
  return async (path) => app.request(path);
}

const visitor = (path: string) => asking(PUBLIC)(path);

async function page(path: string, ask = visitor): Promise<string> {
  const response = await ask(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

const titlesIn = (html: string) =>
  [...html.matchAll(/<th scope="row"[^>]*><a href="\/(?:en\/)?programmes\/P\d+">([^<]+)/g)].map(([, title]) => title);

describe("the list of programmes", () => {
  test("shows what is published, in the order of the report", async () => {
    const html = await page("/programmes");
    expect(html).toContain("18件の事業");
    expect(titlesIn(html)[0]).toBe("鹿児島・香港交流会議");
  });

  test("leads who works for a city to its programmes, and who works for a prefecture to its municipalities' too", async () => {
    const city = await page("/programmes?year=2024", asking(member("46201", "municipal_editor")));
    expect(city).toContain('href="/programmes?government=46201&amp;year=2024">自分の団体の事業</a>');
    expect(city).not.toContain("都道府県内の団体の事業");
    const prefecture = await page("/programmes", asking(member("46000", "prefecture_coordinator")));
    expect(prefecture).toContain('href="/programmes?prefecture=46">都道府県内の団体の事業</a>');
    expect(await page("/programmes")).not.toContain("自分の団体の事業");
  });

  test("says which programmes began in 令和2年度", async () => {
    const titles = titlesIn(await page("/programmes?start=2020"));
    expect(titles).toEqual([
      "ベトナム・ハイズオン省との交流",
      "米国ジョージア州との交流",
      "鹿児島県国際交流センター管理運営事業",
    ]);
  });

  test("says what was cancelled in a fiscal year, and why, as printed", async () => {
    const html = await page("/programmes?year=2023&status=cancelled");
    expect(titlesIn(html)).toEqual(["米国ジョージア州との交流"]);
    expect(html).toContain("m-cancelled");
  });

  test("finds by a place an event was held at and drops conditions one by one", async () => {
    const html = await page("/programmes?q=江蘇省&year=2023");
    expect(titlesIn(html)).toEqual(["アジア地域との交流：中国・江蘇省との交流"]);
    expect(html).toContain('href="/programmes?year=2023"');
  });

  test("leads to the annual report of the body and year that are chosen", async () => {
    const href = /href="(\/programmes\/report[^"]*)"/;
    for (const path of ["/programmes", "/programmes?government=46000&year=2024"]) {
      const found = href.exec(await page(path));
      expect((await visitor(found![1]!.replaceAll("&amp;", "&"))).status).toBe(200);
    }
  });

  test("says so when nothing is found", async () => {
    expect(await page("/programmes?q=見つからない語")).toContain("「見つからない語」の事業は見つかりませんでした");
  });

  test("reads in English", async () => {
    expect(await page("/en/programmes")).toContain("18 programmes");
  });
});

describe("the matrix of years", () => {
  test("has the newest year on the left and counts that open their programmes", async () => {
    const html = await page("/programmes/years");
    expect(html.indexOf("令和6年度</th>")).toBeLessThan(html.indexOf("令和5年度</th>"));
    const href = /href="(\/programmes\?year=2023&(?:amp;)?status=held)">(\d+)</.exec(html);
    expect(href).not.toBeNull();
    const opened = await page(href![1]!.replace("&amp;", "&"));
    expect(titlesIn(opened)).toHaveLength(Number(href![2]));
  });

  test("shows the years asked for, at most twenty", async () => {
    const html = await page("/programmes/years?from=1990&to=2024");
    expect(html).toContain("一度に表示できるのは20年度までです");
    expect(html).toContain("平成17年度</th>");
    expect(html).not.toContain("平成16年度</th>");
  });
});

describe("the page of a programme", () => {
  const address = async (title: string) =>
    new RegExp(`href="(/programmes/P\\d+)">${title}`).exec(await page("/programmes"))![1]!;

  test("shows plan and result side by side with the reasons as printed", async () => {
    const html = await page(await address("アジア地域との交流：中国・江蘇省との交流"));
    expect(html).toContain("江蘇省から派遣依頼がなく，実績なし");
    expect(html).toContain("書面開催");
    expect(html).toContain("令和7年1月15日（水）");
  });

  test("expects the next turn of a meeting that takes turns, as an estimate with its basis", async () => {
    const html = await page(await address("鹿児島・香港交流会議"));
    expect(html).toContain("次の開催（見込み）");
    expect(html).toContain("決まったことではありません");
  });

  test("never sets a figure of a part of a year against a whole one", async () => {
    const html = await page(await address("国際交流プラザ設置事業"));
    expect(html).toContain("年度途中のものなので、比べていません");
  });

  test("fits on one page and has a history of which the public reads only when", async () => {
    const own = await address("鹿児島・香港交流会議");
    expect(await page(`${own}/years`)).toContain("一枚にまとめた経過");
    expect(await page(`${own}/history`)).not.toContain("見本の記録を入れた");
    expect(await page(`${own}/history`, asking(LOCAL_OPERATOR))).toContain("見本の記録を入れた");
  });

  test("tells search engines whose it is, with whom and what for", async () => {
    const description = /<meta name="description" content="([^"]+)"/;
    expect((await page("/programmes/P000001")).match(description)?.[1]).toMatch(/^鹿児島県　.*香港との間の交流会議。/);
    expect(await page("/programmes")).not.toMatch(description);
  });

  test("is not there before it is published, but for those who work on it", async () => {
    const own = await address("ベトナム・ハイズオン省との交流");
    await db.owner.query("update programme_work set state = 'draft' where programme_no = $1", [Number(own.slice(-6))]);
    expect(await page(own)).not.toContain("作成中");
    expect(await page(own, asking(member("46000", "municipal_editor")))).toContain("作成中");
    expect((await visitor("/programmes/P999999")).status).toBe(404);
  });
});
