import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { addBody, addMember } from "../../test/support/people.ts";
import { type Actor, CLI, type Member, PUBLIC, SYSTEM, type Tx } from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import * as programmes from "./index.ts";
import { aDate, anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";

let db: TestDatabase;
let editor: Member;
let approver: Member;
let both: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const city = await addBody(db.owner, "鹿児島市", "46201");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  editor = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  approver = await addMember(db.owner, city, "鈴木 二", "municipal_approver");
  both = await addMember(db.owner, city, "高橋 三", "municipal_editor", "municipal_approver");
});
afterAll(() => db.drop());

const write = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => db.database.write(actor, work);
const read = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => db.database.read(actor, work);

async function recorded(actor: Actor, owner: string, own: Partial<programmes.ProgrammeFacts> = {}) {
  const outcome = await write(actor, (tx) =>
    programmes.recordProgramme(tx, actor, { owner, facts: aProgramme(own), reason: null }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

async function done<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(JSON.stringify(settled.problem));
  return settled.value;
}

const published = (id: string) => read(PUBLIC, (tx) => programmes.findPublishedProgramme(tx, id));

describe("where nobody asks for approval", () => {
  test("a recorded programme is public at once, and so is each change", async () => {
    const first = await recorded(CLI, "46000", { title: "国際会議" });
    expect(first).toMatchObject({ version: 1, state: "approved", publication: "published", governmentCode: "46000" });
    const facts = { ...first.facts, overview: "毎年の会議" };
    const edited = await done(
      write(CLI, (tx) => programmes.editProgramme(tx, CLI, { ...first, expectedVersion: 1, facts, reason: "追記" })),
    );
    expect(edited).toMatchObject({ version: 2, published: { version: 2 } });
    expect((await published(first.id))?.facts).toEqual(facts);
  });

  test("saving without a difference makes no version", async () => {
    const first = await recorded(CLI, "46000");
    const same = { ...first, expectedVersion: 1, reason: null };
    expect(await done(write(CLI, (tx) => programmes.editProgramme(tx, CLI, same)))).toMatchObject({ version: 1 });
  });

  test("a stale version is refused with what is saved now", async () => {
    const first = await recorded(CLI, "46000");
    const entry = anEntry(2023);
    const enter = () =>
      write(CLI, (tx) => programmes.enterYear(tx, CLI, { id: first.id, expectedVersion: 1, entry }, { reason: null }));
    await done(enter());
    const facts = { ...first.facts, title: "ほかの題名" };
    const late = await write(CLI, (tx) =>
      programmes.editProgramme(tx, CLI, { id: first.id, expectedVersion: 1, facts, reason: null }),
    );
    expect(late).toMatchObject({
      problem: { code: "stale_version", saved: { version: 2 }, differing: ["title", "years"] },
    });
  });

  test("two people who save at the same time do not overwrite each other", async () => {
    const first = await recorded(CLI, "46000");
    const enter = (fiscalYear: number) =>
      write(CLI, (tx) =>
        programmes.enterYear(
          tx,
          CLI,
          { id: first.id, expectedVersion: 1, entry: anEntry(fiscalYear) },
          { reason: null },
        ),
      );
    const outcomes = await Promise.all([enter(2022), enter(2023)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test("withdrawn and put back, with its history", async () => {
    const first = await recorded(CLI, "46000", { title: "公開をやめる事業", overview: null });
    const withdrawn = await done(
      write(CLI, (tx) =>
        programmes.withdrawProgramme(tx, CLI, { id: first.id, expectedVersion: 1, reason: "重複していた" }),
      ),
    );
    expect([withdrawn.publication, await published(first.id)]).toEqual(["withdrawn", undefined]);
    const facts = { ...first.facts, overview: "直した" };
    const edited = await done(
      write(CLI, (tx) => programmes.editProgramme(tx, CLI, { id: first.id, expectedVersion: 2, facts, reason: null })),
    );
    expect(edited).toMatchObject({ publication: "withdrawn", published: null });
    const back = { id: first.id, expectedVersion: 3, reason: null };
    await done(write(CLI, (tx) => programmes.publishProgramme(tx, CLI, back)));
    expect((await published(first.id))?.facts.overview).toBe("直した");
    const history = await read(CLI, (tx) => programmes.listProgrammeHistory(tx, first.id));
    expect(history.map(({ action, version }) => `${version} ${action}`)).toEqual([
      ...["4 published", "3 edited", "2 withdrawn", "1 recorded"],
    ]);
    expect(history[1]?.before?.overview).toBeNull();
    expect(history[1]?.facts.overview).toBe("直した");
    const asOf = await read(CLI, (tx) => programmes.programmeAsOf(tx, first.id, { version: 2 }));
    expect(asOf).toMatchObject({ value: { facts: { overview: null }, publication: "withdrawn" } });
    const short = await read(PUBLIC, (tx) => programmes.listPublicProgrammeHistory(tx, first.id));
    expect(short.map(({ version }) => version)).toEqual([4, 1]);
  });
});

describe("where the body asks for approval", () => {
  test("an editor prepares, another person approves, and only then the public reads it", async () => {
    const draft = await recorded(editor, "46201", { title: "市の交流事業" });
    expect([draft.state, draft.publication, await published(draft.id)]).toEqual(["draft", "unpublished", undefined]);
    const sent = await done(
      write(editor, (tx) =>
        programmes.submitProgramme(tx, editor, { id: draft.id, expectedVersion: 1, message: "お願いします" }),
      ),
    );
    expect(sent).toMatchObject({ state: "in_review", submission: { by: editor.accountId, message: "お願いします" } });
    const work = await db.owner.query("select kind from work_item where subject_id = $1 and closed_at is null", [
      draft.id,
    ]);
    expect(work.rows).toEqual([{ kind: "programme_review" }]);
    const change = { id: draft.id, expectedVersion: 2, facts: { ...draft.facts, title: "別の題名" }, reason: null };
    expect(await write(editor, (tx) => programmes.editProgramme(tx, editor, change))).toMatchObject({
      problem: { code: "in_review" },
    });
    const approval = { id: draft.id, expectedVersion: 2, reason: null };
    expect(await write(editor, (tx) => programmes.approveProgramme(tx, editor, approval))).toMatchObject({
      problem: { code: "not_permitted" },
    });
    const approved = await done(write(approver, (tx) => programmes.approveProgramme(tx, approver, approval)));
    expect(approved).toMatchObject({ version: 3, state: "approved", publication: "published" });
    expect((await published(draft.id))?.facts.title).toBe("市の交流事業");
  });

  test("the public goes on reading what was approved while a change is prepared, sent back and corrected", async () => {
    const draft = await recorded(both, "46201", { title: "二段階の事業" });
    const submit = (version: number) =>
      done(
        write(both, (tx) =>
          programmes.submitProgramme(tx, both, { id: draft.id, expectedVersion: version, message: null }),
        ),
      );
    await submit(1);
    const own = { id: draft.id, expectedVersion: 2, reason: null };
    expect(await write(both, (tx) => programmes.approveProgramme(tx, both, own))).toMatchObject({
      problem: { code: "own_submission" },
    });
    await done(write(approver, (tx) => programmes.approveProgramme(tx, approver, own)));
    const entry = anEntry(2024, { column: "plan", status: "planned" });
    const entered = await done(
      write(both, (tx) =>
        programmes.enterYear(tx, both, { id: draft.id, expectedVersion: 3, entry }, { reason: null }),
      ),
    );
    expect([entered.state, entered.published?.facts.years.length]).toEqual(["draft", 0]);
    await submit(4);
    const back = { id: draft.id, expectedVersion: 5, reason: "日程を入れてください" };
    const returned = await done(write(approver, (tx) => programmes.returnProgramme(tx, approver, back)));
    expect(returned).toMatchObject({ state: "returned", returnedReason: "日程を入れてください" });
    const work = await db.owner.query(
      "select kind, account_id from work_item where subject_id = $1 and closed_at is null",
      [draft.id],
    );
    expect(work.rows).toEqual([{ kind: "programme_returned", account_id: both.accountId }]);
    await submit(6);
    const taken = { id: draft.id, expectedVersion: 7 };
    await done(write(both, (tx) => programmes.takeBackProgramme(tx, both, taken)));
    await submit(8);
    await done(
      write(approver, (tx) =>
        programmes.approveProgramme(tx, approver, { id: draft.id, expectedVersion: 9, reason: null }),
      ),
    );
    expect((await published(draft.id))?.facts.years.length).toBe(1);
  });

  test("an editor cannot publish what waits, not even around the use cases", async () => {
    const draft = await recorded(editor, "46201", { title: "公開されない事業" });
    const publish = { id: draft.id, expectedVersion: 1, reason: null };
    expect(await write(editor, (tx) => programmes.publishProgramme(tx, editor, publish))).toMatchObject({
      problem: { code: "approval_needed" },
    });
    const withdraw = { id: draft.id, expectedVersion: 1, reason: "書きまちがい" };
    const gone = await done(write(editor, (tx) => programmes.withdrawProgramme(tx, editor, withdraw)));
    expect(gone.publication).toBe("withdrawn");
  });
});

test("a year entered twice replaces the entry, and the derived rows follow both sides", async () => {
  const first = await recorded(CLI, "46000", { title: "行をもつ事業", partners: [] });
  const meeting = anEvent({ name: "第3回会議", edition: 3, date: aDate("2023年11月22日"), place: "香港" });
  const enter = (version: number, entry: programmes.YearEntry) =>
    done(
      write(CLI, (tx) =>
        programmes.enterYear(tx, CLI, { id: first.id, expectedVersion: version, entry }, { reason: null }),
      ),
    );
  await enter(1, anEntry(2023, { column: "plan", status: "planned" }));
  await enter(2, anEntry(2023, { column: "result", status: "held", events: [meeting] }));
  await enter(3, anEntry(2023, { column: "plan", status: "cancelled", reasonAsPrinted: "台風のため" }));
  const { rows } = await db.owner.query(
    `select side, year_column, is_latest, status, reason from programme_year where programme_no = $1
     order by side, year_column`,
    [first.no],
  );
  const plan = { year_column: "plan", is_latest: false, status: "cancelled", reason: "台風のため" };
  const result = { year_column: "result", is_latest: true, status: "held", reason: null };
  expect(rows).toEqual(["published", "working"].flatMap((side) => [plan, result].map((row) => ({ side, ...row }))));
  const events = await db.owner.query(
    "select name, first_day, last_day, place from programme_event where programme_no = $1 and side = 'published'",
    [first.no],
  );
  expect(events.rows).toEqual([{ name: "第3回会議", first_day: "2023-11-22", last_day: "2023-11-22", place: "香港" }]);
  const removed = { id: first.id, expectedVersion: 4, removed: { fiscalYear: 2023, column: "result" as const } };
  await done(write(CLI, (tx) => programmes.enterYear(tx, CLI, removed, { reason: null })));
  const left = await db.owner.query("select is_latest from programme_year where programme_no = $1", [first.no]);
  expect(left.rows).toEqual([{ is_latest: true }, { is_latest: true }]);
});

test("of many entries one that is refused keeps all from being saved", async () => {
  const a = await recorded(CLI, "46000", { title: "甲" });
  const b = await recorded(CLI, "46000", { title: "乙" });
  const entries = [
    { id: a.id, expectedVersion: 1, entry: anEntry(2024) },
    { id: a.id, expectedVersion: 1, entry: anEntry(2025) },
    { id: b.id, expectedVersion: 9, entry: anEntry(2024) },
  ];
  const outcome = await write(CLI, (tx) => programmes.enterYears(tx, CLI, entries, { reason: null }));
  expect(outcome).toMatchObject({
    problem: { code: "some_refused", refused: [{ index: 2, id: b.id, problem: { code: "stale_version" } }] },
  });
  expect((await read(CLI, (tx) => programmes.findProgramme(tx, a.id)))?.version).toBe(1);
});

test("what cannot be stored is refused with its place", async () => {
  const refused = (own: Partial<programmes.ProgrammeFacts>) =>
    write(CLI, (tx) => programmes.recordProgramme(tx, CLI, { owner: "46000", facts: aProgramme(own), reason: null }));
  const entry = anEntry(2023, { text: "連絡先 taro.yamada@example.jp" });
  expect(await refused({ years: [entry] })).toMatchObject({
    problem: { code: "invalid_facts", problems: [{ code: "personal_mailbox", path: "years.0.text" }] },
  });
  expect(await refused({ years: [anEntry(2023), anEntry(2023)] })).toMatchObject({
    problem: { problems: [{ code: "year_twice", path: "years.1" }] },
  });
  expect(await refused({ title: " " })).toMatchObject({ problem: { problems: [{ code: "title_missing" }] } });
  expect(await refused({ agreementIds: ["A999999"] })).toMatchObject({
    problem: { code: "agreements_unknown", ids: ["A999999"] },
  });
  expect(await refused({ overview: "連絡先 090-1234-5678" })).toMatchObject({
    problem: { code: "personal_data_unconfirmed", warnings: [{ kind: "mobile_number" }] },
  });
  const unknown = { owner: "99999", facts: aProgramme(), reason: null };
  expect(await write(CLI, (tx) => programmes.recordProgramme(tx, CLI, unknown))).toMatchObject({
    problem: { code: "owner_unknown" },
  });
});

test("each act is an event of the audit with what changed", async () => {
  const first = await recorded(CLI, "46000", { title: "監査される事業" });
  const entry = anEntry(2023);
  const entered = { id: first.id, expectedVersion: 1, entry };
  await done(write(CLI, (tx) => programmes.enterYear(tx, CLI, entered, { reason: "実績を入れた" })));
  const { rows } = await db.owner.query(
    "select action, marks, before, after, reason from audit_event where subject_id = $1 order by id",
    [first.id],
  );
  expect(rows[0]).toMatchObject({
    ...{ action: "programme.recorded", marks: ["*", "46", "46000"], before: null },
    after: { title: "監査される事業", publication: "published", version: 1 },
  });
  expect(rows[1]).toMatchObject({ action: "programme.years_entered", reason: "実績を入れた", before: { years: [] } });
  expect(rows[1]?.after.years).toEqual([entry]);
});

test("the audit keeps what an entry said before something was only added to it", async () => {
  const first = await recorded(CLI, "46000", { title: "行事が加わる事業", years: [anEntry(2023), anEntry(2024)] });
  const [entry] = first.facts.years;
  const more = anEntry(2023, { events: [...(entry?.events ?? []), anEvent({ name: "加わった行事" })] });
  const entered = { id: first.id, expectedVersion: 1, entry: more };
  await done(write(CLI, (tx) => programmes.enterYear(tx, CLI, entered, { reason: null })));
  const { rows } = await db.owner.query(
    "select before -> 'years' as before, after -> 'years' as after from audit_event where subject_id = $1 order by id",
    [first.id],
  );
  expect(rows[1]).toEqual({ before: [entry], after: [more] });
});
