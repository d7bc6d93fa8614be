import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agreementFacts } from "../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { addBody, addMember } from "../../test/support/people.ts";
import { type Actor, LOCAL_OPERATOR, type Member, PUBLIC, SYSTEM, type Tx } from "../platform/index.ts";
import * as registry from "./index.ts";

let editor: Member;
let approver: Member;
let prefecture: Member;
let stranger: Member;
let national: Member;
let researcher: Member;
let judge: Member;

const kagoshima = { name: "鹿児島市", governmentCode: "46201" };
const sapporo = { name: "札幌市", governmentCode: "01100" };

let db: TestDatabase;
let open: registry.RecordedAgreement;
let draft: registry.RecordedAgreement;
beforeAll(async () => {
  db = await testDatabase();
  const city = await addBody(db.owner, "鹿児島市", "46201");
  const agency = await addBody(db.owner, "全国の機関");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  editor = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  approver = await addMember(db.owner, city, "鈴木 二", "municipal_approver");
  const kagoshimaPrefecture = await addBody(db.owner, "鹿児島県", "46000");
  prefecture = await addMember(db.owner, kagoshimaPrefecture, "県 三", "prefecture_coordinator");
  judge = await addMember(db.owner, kagoshimaPrefecture, "審査 四", "judge");
  stranger = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "北 五", "municipal_editor");
  national = await addMember(db.owner, agency, "国 六", "national_officer");
  researcher = await addMember(db.owner, agency, "学 七", "researcher");
  await db.database.write(SYSTEM, registry.syncLocalGovernments);
  open = await recorded(LOCAL_OPERATOR, "公開の覚書", [sapporo]);
  draft = await recorded(editor, "下書きの覚書", [kagoshima], "大韓民国の秘密市");
});
afterAll(() => db.drop());

async function recorded(actor: Actor, title: string, japan: registry.JapaneseParty[], abroad = "中華人民共和国大連市") {
  const foreign = [{ name: abroad, country: abroad.startsWith("大") ? "KR" : "CN", counterpartId: null }];
  const facts = agreementFacts({ title, japan, foreign, phones: ["099-000-0000"], listings: ["①"] });
  const outcome = await db.database.write(actor, (tx) => registry.recordAgreement(tx, actor, { facts, reason: null }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

const find = (actor: Actor, id: string) => db.database.read(actor, (tx) => registry.findAgreement(tx, id));
const write = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => db.database.write(actor, work);

test("a record begins as a draft where the body asks for approval, and public where it does not", async () => {
  expect([draft.publication, open.publication]).toEqual(["draft", "published"]);
  expect((await recorded(prefecture, "県が登録した覚書", [kagoshima])).publication).toBe("published");
});

test("a draft is read by its own body, its prefecture and the national officers, and by nobody else", async () => {
  for (const actor of [editor, approver, prefecture, national, LOCAL_OPERATOR]) {
    const seen = await find(actor, draft.id);
    expect([seen?.title, seen?.japan.length, seen?.phones.length]).toEqual(["下書きの覚書", 1, 1]);
  }
  for (const actor of [PUBLIC, stranger, researcher, judge]) {
    expect(await find(actor, draft.id)).toBeUndefined();
  }
});

const CHILDREN = [
  ...["agreement_party_japan", "agreement_party_foreign", "agreement_listing", "agreement_office"],
  ...["agreement_version"],
];

test("no table shows a stranger anything of a draft", async () => {
  for (const actor of [stranger, researcher]) {
    for (const table of CHILDREN) {
      const { rows } = await db.database.read(actor, (tx) =>
        sql`select from ${sql.table(table)} where agreement_no = ${draft.no}`.execute(tx),
      );
      expect([table, rows.length]).toEqual([table, 0]);
    }
  }
  const named = await db.database.read(researcher, (tx) =>
    sql`select from counterpart where name like '%秘密市'`.execute(tx),
  );
  expect(named.rows).toEqual([]);
});

test("lists, counts and searches are of what is published, for whoever works on the draft too", async () => {
  for (const actor of [editor, LOCAL_OPERATOR, PUBLIC]) {
    const list = await db.database.read(actor, (tx) => registry.listAgreements(tx, { criteria: { q: "秘密市" } }));
    expect([list.rows.length, list.totals.agreements]).toEqual([0, 0]);
    const counts = await db.database.read(actor, (tx) => registry.facetCounts(tx, {}));
    expect(counts.facets.country.find(({ value }) => value === "KR")).toBeUndefined();
  }
  const numbers = await db.database.read(stranger, (tx) =>
    sql<{ no: number }>`select no from agreements_written_since(0) as written (no)`.execute(tx),
  );
  expect(numbers.rows.map(({ no }) => no)).not.toContain(draft.no);
});

describe("the application refuses", () => {
  const edit = (actor: Actor, saved: registry.RecordedAgreement, japan: registry.JapaneseParty[]) =>
    write(actor, (tx) => {
      const facts = { ...registry.factsOf(saved), title: "ほかの題名", japan };
      return registry.editAgreement(tx, actor, { id: saved.id, expectedVersion: saved.version, facts, reason: null });
    });
  test("a change of another's record, without saying that a draft exists", async () => {
    expect(await edit(editor, open, [kagoshima])).toMatchObject({ problem: { code: "not_permitted" } });
    expect(await edit(stranger, draft, [sapporo])).toMatchObject({ problem: { code: "agreement_not_found" } });
    expect(await edit(researcher, open, [sapporo])).toMatchObject({ problem: { code: "not_permitted" } });
  });
  test("a record without an own local government, new or changed", async () => {
    const foreign = { code: "invalid_facts", problems: [{ fact: "japan", code: "own_government_missing" }] };
    const facts = agreementFacts({ japan: [sapporo] });
    const made = await write(editor, (tx) => registry.recordAgreement(tx, editor, { facts, reason: null }));
    expect(made).toMatchObject({ problem: foreign });
    expect(await edit(editor, draft, [sapporo])).toMatchObject({ problem: foreign });
  });
  test("what only another person may do", async () => {
    const request = { id: draft.id, expectedVersion: draft.version, reason: "公開" };
    expect(await write(editor, (tx) => registry.publishAgreement(tx, editor, request))).toMatchObject({ ok: false });
    const withdrawal = { id: open.id, expectedVersion: open.version, reason: "やめる" };
    expect(await write(editor, (tx) => registry.withdrawAgreement(tx, editor, withdrawal))).toMatchObject({
      problem: { code: "not_permitted" },
    });
  });
});

describe("the database refuses what the application forgot to", () => {
  const changed = async (actor: Actor, statement: ReturnType<typeof sql>) =>
    Number((await write(actor, (tx) => statement.execute(tx))).numAffectedRows ?? 0n);

  test("changing a stranger's record, published or not", async () => {
    expect(await changed(stranger, sql`update agreement set title = 'x' where no = ${draft.no}`)).toBe(0);
    expect(await changed(editor, sql`update agreement set title = 'x' where no = ${open.no}`)).toBe(0);
    expect(await changed(researcher, sql`update agreement set title = 'x' where no = ${open.no}`)).toBe(0);
    expect(await changed(editor, sql`delete from agreement_office where agreement_no = ${open.no}`)).toBe(0);
    const added = sql`insert into agreement_link (agreement_no, publication, position, url)
      values (${open.no}, 'published', 9, 'https://example.jp/')`;
    await expect(changed(editor, added)).rejects.toThrow(/row-level security/);
  });
  test("publishing one's own draft without approval", async () => {
    const publish = sql`update agreement set publication = 'published' where no = ${draft.no}`;
    await expect(changed(editor, publish)).rejects.toThrow(/row-level security/);
  });
  test("giving a record away, or claiming one by false marks", async () => {
    const give = sql`update agreement set marks = '{*,01100,01}' where no = ${draft.no}`;
    await expect(changed(editor, give)).rejects.toThrow(/row-level security/);
    const claim = sql`update agreement set marks = '{*,01,01100,46201}' where no = ${open.no}`;
    await expect(changed(LOCAL_OPERATOR, claim)).rejects.toThrow(/are not those of its local governments/);
  });
  test("a history in another's name or of another's record", async () => {
    const forged = (by: string, no: number) => sql`
      insert into agreement_version (agreement_no, version, action, before, after, recorded_by)
      values (${no}, 99, 'edited', '{}', '{}', ${by})`;
    await expect(changed(editor, forged("system", draft.no))).rejects.toThrow(/row-level security/);
    await expect(changed(stranger, forged(stranger.accountId, draft.no))).rejects.toThrow(/row-level security/);
  });
  test("changing names of counterparts and local governments by those who do not answer for all", async () => {
    expect(await changed(editor, sql`update counterpart set name = 'x'`)).toBe(0);
    expect(await changed(approver, sql`update local_government set name = 'x'`)).toBe(0);
  });
});

test("who reads a record's history fully depends on the record; everybody reads that and when", async () => {
  const full = (actor: Actor) => db.database.read(actor, (tx) => registry.listHistory(tx, open.id));
  const short = (actor: Actor) => db.database.read(actor, (tx) => registry.listPublicHistory(tx, open.id));
  expect([(await full(stranger)).length, (await full(researcher)).length, (await full(editor)).length]).toEqual([
    1, 1, 0,
  ]);
  expect([(await short(editor)).length, (await short(PUBLIC)).length]).toEqual([1, 1]);
  expect(await db.database.read(editor, (tx) => registry.listPublicHistory(tx, draft.id))).toEqual([]);
});
