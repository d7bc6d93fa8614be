/** Joining drafts of a report to programmes on record, and whose they become, through the pages. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inventedLines } from "../../../test/fixtures/programme-report/invented-report.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { formsIn, type ReviewSite, reviewSite } from "../../../test/support/review-site.ts";
import { type Actor, type Member, SYSTEM } from "../../platform/index.ts";
import { syncLocalGovernments } from "../../registry/index.ts";
import { editProgramme, findProgramme, listOwnProgrammes, type ProgrammeFacts, recordProgramme } from "../index.ts";
import { aProgramme } from "../testing/programme-facts.ts";

let db: TestDatabase;
let site: ReviewSite;
let editor: Member;
let cityEditor: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const prefecture = await addBody(db.owner, "福岡県", "40000");
  editor = await addMember(db.owner, prefecture, "佐藤 一", "prefecture_coordinator");
  const city = await addBody(db.owner, "札幌市", "01100");
  cityEditor = await addMember(db.owner, city, "北 二", "municipal_editor");
  site = reviewSite(db);
});
afterAll(() => db.drop());

async function recorded(facts: Partial<ProgrammeFacts>, owner = "40000") {
  const outcome = await db.database.write(SYSTEM, (tx) =>
    recordProgramme(tx, SYSTEM, { owner, facts: aProgramme({ years: [], partners: [], ...facts }), reason: null }),
  );
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const programme = async (id: string) => (await db.database.read(editor, (tx) => findProgramme(tx, id)))!;

/** One box of a report. */
const box = (title: string, ...more: readonly string[]) => [
  `１ 事業名 ${title}`,
  "開始年度 平成12年度",
  "事業概要 訪問団の往来と専門家の派遣を行う。",
  ...more,
  "令和７年度計画",
  "未定",
];

const RESULT = ["令和６年度実績 「第９回交流協議会」の開催", "開催日：令和６年９月４日（水）", "開催場所：河北省"];

async function draftAt(lines: readonly string[], actor: Actor = editor): Promise<string> {
  return `${await site.upload(lines, actor)}/drafts/1`;
}

describe("a draft that looks like a programme on record", () => {
  test("is joined: the years it has are added, and of what differs only what was chosen is taken over", async () => {
    const known = await recorded({
      title: "中国・河北省との交流",
      startFiscalYear: { asPrinted: "平成12年度", fiscalYear: 2000 },
      overview: "往来を続ける。",
      section: "交流推進課",
    });
    const draft = await draftAt(["（１）県（国際課）", "", ...box("中国・河北省との交流", ...RESULT)]);
    const { html } = await site.get(draft, editor);
    expect(html).toContain("似ているところ：事業名が同じ、開始年度が同じ");
    expect(html).toContain("令和6年度 実績、令和7年度 計画");
    for (const text of ["往来を続ける。", "交流推進課", "県（国際課）"]) expect(html).toContain(text);
    const [join] = formsIn(html, "/link");
    expect(await site.post(`${draft}/accept`, { version: "1", owner: "40000" }, editor)).toMatchObject({ status: 409 });
    const joined = await site.post(`${draft}/link`, { ...join!, take: ["head.section"] }, editor);
    expect(joined.location).toContain(`done=linked&record=${known.id}`);
    const { facts } = await programme(known.id);
    expect(facts).toMatchObject({ section: "県（国際課）", overview: "往来を続ける。" });
    expect(facts.years.map(({ fiscalYear, column }) => `${fiscalYear} ${column}`)).toEqual([
      "2024 result",
      "2025 plan",
    ]);
  });

  test("of the next year differs fact by fact of the year that both have", async () => {
    const known = await recorded({ title: "河南省との交流", startFiscalYear: null });
    const first = await draftAt(box("河南省との交流", ...RESULT));
    await site.post(`${first}/link`, formsIn((await site.get(first, editor)).html, "/link")[0]!, editor);
    const other = RESULT.map((line) => line.replace("９月４日（水）", "９月５日（木）"));
    const next = await draftAt(box("河南省との交流", ...other));
    const { html } = await site.get(next, editor);
    expect(html).toContain("令和6年度 実績　行事");
    expect(html).toContain("加わるものはありません。");
    const form = formsIn(html, "/link")[0]!;
    await site.post(`${next}/link`, { ...form, take: ["2024-result.events"] }, editor);
    const [year] = (await programme(known.id)).facts.years;
    expect(year?.events[0]?.date?.from).toBe("2024-09-05");
    expect(year?.text).toContain("９月４日（水）");
  });

  test("is offered under its former name", async () => {
    const known = await recorded({
      title: "韓国・青海道との交流",
      partners: [{ name: "青海道", formerName: null, country: "KR" }],
    });
    const draft = await draftAt(
      box("韓国・新青道（旧青海道）との交流").toSpliced(
        1,
        0,
        "（※2025年２月３日付で「青海道」から「新青道」へ名称が変更）",
      ),
    );
    const { html } = await site.get(draft, editor);
    expect(html).toContain("相手の旧い名前に直すと、事業名が同じ");
    expect(html).toContain(`${known.id} に加える`);
    const bulk = await site.post(`${draft.split("/drafts")[0]}/accept-all`, { owner: "40000" }, editor);
    expect(bulk.location).toContain("accepted=0");
  });

  test("and like another one too shows both, and is recorded as a third only when the person says so", async () => {
    const start = { asPrinted: "平成12年度", fiscalYear: 2000 };
    const one = await recorded({ title: "二つある交流事業", startFiscalYear: start });
    const two = await recorded({ title: "二つある交流事業", startFiscalYear: null, section: "別の課" });
    const draft = await draftAt(box("二つある交流事業", ...RESULT));
    const { html } = await site.get(draft, editor);
    expect(html).toContain("似た記録が2件あります。");
    expect(formsIn(html, "/link").map(({ record }) => record)).toEqual([one.id, two.id]);
    const another = formsIn(html, "/accept")[0]!;
    expect(another).toMatchObject({ another: "yes" });
    expect((await site.post(`${draft}/accept`, another, editor)).status).toBe(303);
  });

  test("is not joined when the programme was changed after the person looked", async () => {
    const known = await recorded({ title: "河東省との交流", startFiscalYear: null });
    const draft = await draftAt(box("河東省との交流", ...RESULT));
    const form = formsIn((await site.get(draft, editor)).html, "/link")[0]!;
    await db.database.write(SYSTEM, (tx) =>
      editProgramme(tx, SYSTEM, {
        ...{ id: known.id, expectedVersion: known.version, reason: null },
        facts: { ...known.facts, section: "先に直した課" },
      }),
    );
    const stale = await site.post(`${draft}/link`, form, editor);
    expect(stale.status).toBe(409);
    expect(stale.html).toContain("ほかの人が先に保存しました。");
    expect((await programme(known.id)).facts).toMatchObject({ section: "先に直した課", years: [] });
  });
});

describe("a report of another body", () => {
  const lines = ["国際交流事業実績と計画", "福岡県", "", ...box("福岡県の交流事業", ...RESULT)];

  test("says so, and nothing is accepted before it is said whose it becomes", async () => {
    const document = await site.upload(lines, cityEditor);
    const draft = `${document}/drafts/1`;
    for (const path of [document, draft]) {
      const { html } = await site.get(path, cityEditor);
      expect(html).toContain("この資料は、福岡県のもののようです");
      expect(html).toContain("あなたには、福岡県の記録を作る権限がありません。");
    }
    expect((await site.post(`${draft}/accept`, { version: "1", owner: "" }, cityEditor)).status).toBe(409);
    const bulk = await site.post(`${document}/accept-all`, { owner: "" }, cityEditor);
    expect(bulk.location).toContain("owner_unclear=1");
    expect((await site.get(bulk.location, cityEditor)).html).toContain("どの団体の記録にするかが決まっていません");
    expect((await site.post(`${draft}/accept`, { version: "1", owner: "40000" }, cityEditor)).status).toBe(403);
    const chosen = await site.get(`${draft}?owner=01100`, cityEditor);
    expect(chosen.html).toContain("札幌市の記録になります。");
    const form = formsIn(chosen.html, "/accept")[0]!;
    expect((await site.post(`${draft}/accept`, form, cityEditor)).status).toBe(303);
    const own = await db.database.read(cityEditor, (tx) => listOwnProgrammes(tx, "01100"));
    expect(own.map(({ facts }) => facts.title)).toEqual(["福岡県の交流事業"]);
  });

  test("is nothing special to the body itself", async () => {
    const { html } = await site.get(await draftAt(lines), editor);
    expect(html).not.toContain("のもののようです");
    expect(html).toContain("福岡県の記録になります。");
  });
});

describe("several drafts that look like programmes on record", () => {
  test("are joined in one act and taken back in one; one whose start year nobody recorded is not chosen", async () => {
    const start = { asPrinted: "平成12年度", fiscalYear: 2000 };
    const sure = await recorded({ title: "東の港との交流", startFiscalYear: start, overview: "往来を続ける。" });
    const unsure = await recorded({ title: "西の港との交流", startFiscalYear: null });
    const lines = [
      ...box("東の港との交流", ...RESULT),
      ...box("西の港との交流").map((line) => line.replace("１", "２")),
    ];
    const document = await site.upload(lines, editor);
    const { html } = await site.get(`${document}/look-alikes`, editor);
    const boxes = [...html.matchAll(/name="pair" value="(\d+:\d+:(P\d+):\d+)"( checked)?/gu)];
    expect(boxes.map(([, , id, isChosen]) => [id, isChosen !== undefined])).toEqual([
      [sure.id, true],
      [unsure.id, false],
    ]);
    expect(html).toContain("往来を続ける。");
    const pair = boxes.map(([, value]) => value!);
    const linked = await site.post(`${document}/look-alikes`, { pair, owner: "40000" }, editor);
    expect(linked.location).toContain("done=paired&n=2");
    expect((await programme(sure.id)).facts.years).toHaveLength(2);
    expect((await programme(sure.id)).facts.overview).toBe("往来を続ける。");
    const page = await site.get(linked.location, editor);
    const address = /href="([^"]*\/acceptances\/[0-9a-f]{10}\/undo)"/u.exec(page.html)![1]!;
    const undone = await site.post(address, { reason: "別の年の資料だった" }, editor);
    expect(undone.location).toContain("done=undone&n=2&left=0");
    expect((await programme(sure.id)).facts).toEqual(sure.facts);
    expect((await programme(unsure.id)).publication).toBe("published");
  });
});

describe("a long report", () => {
  let firstOfMany = "";
  const many = Array.from({ length: 300 }, (_, index) =>
    box(`${"甲乙丙丁戊"[index % 5]}${index + 1}号の交流事業`, ...RESULT).map((line) =>
      line.replace(/^１ /u, `${index + 1} `),
    ),
  ).flat();

  test("is paged, filtered, and accepted in one go, all or nothing being written by one transaction", async () => {
    const document = await site.upload(many, cityEditor);
    firstOfMany = document;
    const first = await site.get(document, cityEditor);
    expect(first.html).toContain("300件のうち0件を処理しました。");
    expect(first.html.match(/href="[^"]*\/drafts\/\d+"/gu)).toHaveLength(50);
    expect((await site.get(`${document}?after=250`, cityEditor)).html).toContain("300号の交流事業");
    const bulk = await site.post(`${document}/accept-all`, { owner: "01100" }, cityEditor);
    expect(bulk.location).toContain("accepted=300");
    expect((await site.get(bulk.location, cityEditor)).html).toContain("300件を確定しました。");
    const { rows } = await db.owner.query<{ n: number }>(
      "select count(distinct xmin::text)::integer as n from import_draft where document_id = $1 and state = 'accepted'",
      [document.split("/").at(-1)],
    );
    expect(rows[0]?.n).toBe(1);
  });

  test("is taken back in one go too, but for what somebody has changed since, which is named", async () => {
    const standing = async () =>
      (await db.database.read(cityEditor, (tx) => listOwnProgrammes(tx, "01100"))).filter(
        ({ publication }) => publication === "published",
      );
    const known = await standing();
    const before = await site.get(`${firstOfMany}?filter=accepted`, cityEditor);
    const address = /href="([^"]*\/acceptances\/[0-9a-f]{10}\/undo)"/u.exec(before.html)![1]!;
    expect((await site.get(address, cityEditor)).html).toContain("300件を確認待ちに戻します。");
    const changed = known.find(({ facts }) => facts.title.includes("42号"))!;
    await db.database.write(cityEditor, (tx) =>
      editProgramme(tx, cityEditor, {
        ...{ id: changed.id, expectedVersion: changed.version, reason: null },
        facts: { ...changed.facts, section: "国際交流課" },
      }),
    );
    const reason = "前の年の資料だった";
    const refused = await site.post(address, { reason }, cityEditor);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain(changed.id);
    expect(refused.html).toContain("事業が変更されたか、ほかの人が決めています");
    expect(refused.html).toContain("ほかの299件の確定を取り消す");
    expect(refused.html).toContain(`value="${reason}"`);
    expect(await standing()).toHaveLength(known.length);
    const leave = formsIn(refused.html, "/undo").flatMap(({ leave: position }) => position ?? []);
    const done = await site.post(address, { reason, leave }, cityEditor);
    expect(done.location).toBe(`${firstOfMany}?done=undone&n=299&left=1`);
    expect((await site.get(done.location, cityEditor)).html).toContain("299件の確定を取り消し");
    const left = await standing();
    expect(left.map(({ id }) => id)).toContain(changed.id);
    expect(left).toHaveLength(known.length - 299);
    const { rows } = await db.owner.query<{ n: number }>(
      `select count(distinct xmin::text)::integer as n from programme_version
        where action = 'withdrawn' and reason = $1`,
      [reason],
    );
    expect(rows[0]?.n).toBe(1);
  });

  test("goes on with the next draft that waits", async () => {
    const document = await site.upload(inventedLines, cityEditor);
    const skipped = await site.post(`${document}/drafts/1/skip`, { version: "1", reason: "対象外" }, cityEditor);
    expect(skipped.location).toBe(`${document}/drafts/2?done=skipped`);
    expect((await site.get(`${document}?filter=skipped`, cityEditor)).html).toContain("みどり・香港経済交流会議");
  });
});
