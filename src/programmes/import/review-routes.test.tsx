import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inventedLines } from "../../../test/fixtures/programme-report/invented-report.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { type Fields, type ReviewSite, reviewSite } from "../../../test/support/review-site.ts";
import { hiddenIn } from "../../../test/support/sent-form.ts";
import { type Actor, type Member, PUBLIC, SYSTEM } from "../../platform/index.ts";
import { syncLocalGovernments } from "../../registry/index.ts";
import { listOwnProgrammes } from "../index.ts";

let db: TestDatabase;
let site: ReviewSite;
let editor: Member;
let cityEditor: Member;
let judge: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const prefecture = await addBody(db.owner, "鹿児島県", "46000");
  editor = await addMember(db.owner, prefecture, "佐藤 一", "prefecture_coordinator");
  const city = await addBody(db.owner, "鹿児島市", "46201");
  cityEditor = await addMember(db.owner, city, "市川 三", "municipal_editor");
  site = reviewSite(db);
  judge = await addMember(db.owner, city, "審査 四", "judge");
});
afterAll(() => db.drop());

const get = (path: string, actor: Actor = editor) => site.get(path, actor);
const post = (path: string, fields: Fields, actor: Actor = editor) => site.post(path, fields, actor);
const uploaded = (lines = inventedLines) => site.upload(lines, editor);

/** The form of a part as a browser would send it back. */
async function formAt(path: string, actor: Actor = editor): Promise<Record<string, string>> {
  const { html } = await get(path, actor);
  const body = html.slice(html.indexOf('<form id="draft-form"'));
  const sent: Record<string, string> = hiddenIn(body);
  for (const [tag] of body.matchAll(/<input class="input"[^>]*>/gu)) {
    sent[/name="([^"]*)"/u.exec(tag)![1]!] = /value="([^"]*)"/u.exec(tag)?.[1] ?? "";
  }
  for (const [, name, text] of body.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/gu)) {
    sent[name!] = text!;
  }
  for (const [, name, options] of body.matchAll(/<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/gu)) {
    sent[name!] = /<option value="([^"]*)" selected/u.exec(options!)?.[1] ?? "";
  }
  return { ...sent, act: "save" };
}

/** Address of the draft with that title. */
async function draftOf(document: string, title: string): Promise<string> {
  const { rows } = await db.owner.query<{ position: number }>(
    "select position from import_draft where document_id = $1 and record ->> 'title' = $2",
    [document.split("/").at(-1), title],
  );
  return `${document}/drafts/${rows[0]!.position}`;
}

async function findingsOf(draft: string) {
  const [, , document, , position] = draft.split("/");
  const { rows } = await db.owner.query<{
    number: number;
    code: string;
    settled_by: string | null;
    reason: string | null;
    by_correction: string | null;
  }>(
    `select number, code, settled_by, reason, by_correction from import_finding
     where document_id = $1 and draft_position = $2 order by number`,
    [document, position],
  );
  return rows;
}

const JUMP = "中国・河北省との交流";
const TWICE = "米国ワシントン州との交流";
const EARLY = "台湾との交流";

describe("who may review", () => {
  test.each(["", "/drafts/1", "/drafts/1/edit"])("the public and judges do not open %s", async (path) => {
    const document = await uploaded();
    expect((await get(`${document}${path}`, PUBLIC)).status).toBe(403);
    expect((await get(`${document}${path}`, judge)).status).toBe(403);
    expect((await get(`${document}${path}`, cityEditor)).status).toBe(404);
    expect((await post(`${document}/drafts/1/restore`, { version: "1" }, PUBLIC)).status).toBe(403);
    expect((await post(`${document}/drafts/1/edit`, { version: "1" }, cityEditor)).status).toBe(404);
  });
});

describe("the list of a report", () => {
  test("counts, filters and pages in words of programmes, in both languages", async () => {
    const document = await uploaded();
    const { html } = await get(document);
    expect(html).toContain("事業の一覧");
    expect(html).toContain("10件のうち0件を処理しました。");
    expect(html).not.toContain("個票");
    const blocked = await get(`${document}?filter=blocked`);
    expect(blocked.html).toContain(EARLY);
    expect(blocked.html).not.toContain("アジアの友人");
    const english = await get(`/en${document}`);
    expect(english.html).toContain("List of programmes");
    expect(english.html).toContain("A result before the first fiscal year");
    expect(english.html).not.toContain("sheet");
  });

  test("the same file again leads to the review that has begun", async () => {
    const file = () => new File([`${inventedLines.join("\n")}\n（同じ）`], "a.txt");
    const first = await post("/imports/new", { file: file(), layout: "auto" });
    const again = await post("/imports/new", { file: file(), layout: "auto" });
    expect(again.location).toBe(first.location.replace("imported", "known"));
    expect((await get(again.location)).html).toContain("取り込んだ文書です。下が、その確認の状況です。");
  });
});

describe("findings", () => {
  test("stand beside their line, in the language of the page", async () => {
    const draft = await draftOf(await uploaded(), EARLY);
    const { html } = await get(draft);
    expect(html).toContain("開始年度より前の実績です");
    expect(html).toMatch(/class="hit here"/u);
    const english = await get(`/en${draft}`);
    expect(english.html).toContain("A result before the first fiscal year");
    expect(english.html).not.toContain("開始年度より前の実績です");
    expect(english.html).not.toContain("開始年度は令和7年度です");
  });

  test("of a list stand at their cell", async () => {
    const rows = readFileSync(new URL("../../../test/fixtures/programme-report/invented-budget.csv", import.meta.url));
    const { location } = await post("/imports/new", {
      file: new File([rows], "yosan.csv"),
      layout: "programme-report",
    });
    const { html } = await get(`${location.split("?")[0]}/drafts/3`);
    expect(html).toContain("金額として読めません");
    expect(html).toContain("E5");
    expect(html).toMatch(/class="hit here"[^>]*>.*?未確定/u);
  });

  test("an error blocks its own draft until a named person settles it with a reason", async () => {
    const document = await uploaded();
    const draft = await draftOf(document, EARLY);
    expect((await post(`${draft}/accept`, { version: "1", owner: "46000" })).status).toBe(409);
    const [finding] = (await findingsOf(draft)).filter(({ code }) => code === "result_before_start");
    const settle = `${document}/findings/${finding!.number}/settle`;
    expect((await post(settle, { reason: "" })).status).toBe(422);
    expect((await post(settle, { reason: "資料のとおりと担当課に確かめた" })).status).toBe(303);
    expect((await get(draft)).html).toContain("佐藤 一「資料のとおりと担当課に確かめた」");
    const accepted = await post(`${draft}/accept`, { version: "1", owner: "46000" });
    expect(accepted).toMatchObject({ status: 303 });
    expect(accepted.location).toMatch(/done=accepted&record=P\d+/u);
    expect((await get(accepted.location)).html).toMatch(/記録を開く P\d+/u);
  });
});

describe("correcting a draft", () => {
  test("keeps what was read, checks anew, and names who corrected what", async () => {
    const document = await uploaded();
    const draft = await draftOf(document, EARLY);
    const sent = await formAt(`${draft}/edit`);
    expect(sent).toMatchObject({ part: "head", title: EARLY, start: "令和７年度" });
    const saved = await post(`${draft}/edit`, {
      ...sent,
      title: "台湾花蓮県との交流",
      start: "令和5年度",
      section: "国際課",
    });
    expect(saved.location).toBe(`${draft}?done=corrected`);
    const { html } = await get(saved.location);
    expect(html).toContain("直したところ");
    expect(html).toMatch(/佐藤 一が直しました/u);
    for (const text of ["令和７年度", "令和5年度", EARLY, "台湾花蓮県との交流", "国際課"]) expect(html).toContain(text);
    const [finding] = (await findingsOf(draft)).filter(({ code }) => code === "result_before_start");
    expect(finding).toMatchObject({ settled_by: editor.accountId, by_correction: "check" });
    const { rows } = await db.owner.query(
      `select actor, after from audit_event where action = 'import.corrected' and subject_id = $1`,
      [document.split("/").at(-1)],
    );
    expect(rows[0].actor).toBe(editor.accountId);
    expect(rows[0].after.changes).toContainEqual({
      label: { ja: "開始年度", en: expect.any(String) },
      ...{ before: "令和７年度", after: "令和5年度" },
    });
    const accepted = await post(`${draft}/accept`, { version: "2", owner: "46000" });
    expect(accepted.status).toBe(303);
    const own = await db.database.read(editor, (tx) => listOwnProgrammes(tx, "46000"));
    expect(own.find(({ facts }) => facts.title === "台湾花蓮県との交流")?.facts.startFiscalYear?.fiscalYear).toBe(2023);
  });

  test("is taken back one by one or all at once, and the findings come back", async () => {
    const draft = await draftOf(await uploaded(), EARLY);
    const sent = await formAt(`${draft}/edit?part=head`);
    await post(`${draft}/edit`, { ...sent, start: "令和5年度", section: "国際課" });
    const one = await post(`${draft}/restore`, { version: "2", name: "head.startFiscalYear" });
    expect(one.location).toBe(`${draft}?done=restored`);
    const { html } = await get(draft);
    expect(html).toContain("国際課");
    const open = (await findingsOf(draft)).filter(({ settled_by }) => settled_by === null);
    expect(open.map(({ code }) => code)).toContain("result_before_start");
    expect((await post(`${draft}/restore`, { version: "2" })).status).toBe(409);
    expect((await post(`${draft}/restore`, { version: "3" })).status).toBe(303);
    expect((await get(draft)).html).not.toContain("直したところ");
  });

  test("of a year changes its status, events and figures, and settles what the person names", async () => {
    const document = await uploaded();
    const draft = await draftOf(document, JUMP);
    const before = await findingsOf(draft);
    const unread = before.find(({ code }) => code === "date_unreadable")!;
    const jump = before.find(({ code }) => code === "edition_jumps")!;
    const sent = await formAt(`${draft}/edit?part=2025-plan_including_results`);
    expect(sent).toMatchObject({
      part: "2025-plan_including_results",
      "events.0.name": expect.stringContaining("第10回"),
    });
    const corrected = {
      ...sent,
      ...{ "events.0.name": sent["events.0.name"]!.replace("第10回", "第９回"), "events.0.date": "６月30日（月）" },
      ...{ status: "under_adjustment", reasonAsPrinted: "日程を調整中", "items.1.status": "undecided" },
      ...{ "quantities.0.label": "訪問団", "quantities.0.value": "12", "quantities.0.unit": "名" },
      settles: String(unread.number),
    };
    const silent = await post(`${draft}/edit`, corrected);
    expect(silent.status).toBe(422);
    expect(silent.html).toContain("理由を入力してください。");
    expect(silent.html).toContain("６月30日（月）");
    const saved = await post(`${draft}/edit`, { ...corrected, why: "相手方の案内で確かめた" });
    expect(saved.status).toBe(303);
    const after = new Map((await findingsOf(draft)).map((one) => [one.number, one]));
    expect(after.get(unread.number)).toMatchObject({ reason: "相手方の案内で確かめた", settled_by: editor.accountId });
    expect(after.get(jump.number)).toMatchObject({ by_correction: "check" });
    await post(`${draft}/restore`, { version: "2" });
    expect((await findingsOf(draft)).filter(({ settled_by }) => settled_by !== null)).toEqual([]);
  });

  test("says what cannot be read, keeps what was typed, and adds rows", async () => {
    const draft = await draftOf(await uploaded(), JUMP);
    const sent = await formAt(`${draft}/edit?part=2025-plan_including_results`);
    const refused = await post(`${draft}/edit`, { ...sent, "events.0.date": "13月40日", fiscalYear: "令和7年度" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("13月40日");
    expect(refused.html).toContain("1か所を直してください");
    expect((await post(`${draft}/edit`, { ...sent, fiscalYear: "来年" })).html).toContain("年度として読み取れません");
    const more = await post(`${draft}/edit`, { ...sent, act: "add:events" });
    expect(more.status).toBe(200);
    expect(more.html).toContain('name="events.2.name"');
    const head = await formAt(`${draft}/edit?part=head`);
    expect((await post(`${draft}/edit`, { ...head, title: "" })).status).toBe(422);
    expect((await findingsOf(draft)).every(({ settled_by }) => settled_by === null)).toBe(true);
  });

  test("brings in findings of its own", async () => {
    const draft = await draftOf(await uploaded(), "みどり・香港経済交流会議");
    const sent = await formAt(`${draft}/edit?part=2025-plan_including_results`);
    await post(`${draft}/edit`, { ...sent, "events.0.date": "令和7年11月21日（土）" });
    expect((await findingsOf(draft)).map(({ code }) => code)).toContain("weekday_contradicts");
    expect((await get(draft)).html).toContain("曜日が日付と合いません");
  });

  test("makes a report recordable that prints one column of one year twice", async () => {
    const document = await uploaded();
    const draft = await draftOf(document, TWICE);
    const sent = await formAt(`${draft}/edit?part=2024-result-2`);
    const moved = await post(`${draft}/edit`, { ...sent, fiscalYear: "令和5年度" });
    expect(moved.location).toBe(`${draft}?done=corrected`);
    expect((await findingsOf(draft)).find(({ code }) => code === "year_twice")).toMatchObject({
      by_correction: "check",
    });
    expect((await post(`${draft}/accept`, { version: "2", owner: "46000" })).status).toBe(303);
    const own = await db.database.read(editor, (tx) => listOwnProgrammes(tx, "46000"));
    const years = own.find(({ facts }) => facts.title === TWICE)?.facts.years.map(({ fiscalYear }) => fiscalYear);
    expect(years?.toSorted()).toEqual([2023, 2024]);
  });

  test("may leave a year out or add one", async () => {
    const draft = await draftOf(await uploaded(), TWICE);
    const sent = await formAt(`${draft}/edit?part=2024-result-2`);
    expect((await post(`${draft}/edit`, { ...sent, act: "remove" })).status).toBe(303);
    const added = await formAt(`${draft}/edit?part=2025-plan`);
    expect((await post(`${draft}/edit`, { ...added, reasonAsPrinted: "予算要求中" })).status).toBe(303);
    expect((await get(draft)).html).toContain("予算要求中");
  });

  test("of two people correcting at once the second sees it and loses nothing", async () => {
    const draft = await draftOf(await uploaded(), JUMP);
    const sent = await formAt(`${draft}/edit?part=head`);
    await post(`${draft}/edit`, { ...sent, section: "国際課" });
    const second = await post(`${draft}/edit`, { ...sent, section: "交流課" });
    expect(second.status).toBe(409);
    expect(second.html).toContain('value="交流課"');
    const again = await post(`${draft}/edit`, { ...hiddenIn(second.html), act: "continue" });
    expect(again.status).toBe(200);
    expect(again.html).toContain('value="交流課"');
  });

  test("is not possible any more once it is decided", async () => {
    const draft = await draftOf(await uploaded(), JUMP);
    const sent = await formAt(`${draft}/edit?part=head`);
    await post(`${draft}/skip`, { version: "1", reason: "対象外" });
    expect((await get(`${draft}/edit`)).location).toBe(draft);
    expect((await post(`${draft}/edit`, { ...sent, version: "2" })).status).toBe(409);
  });
});
