import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { addBody, addMember } from "../../test/support/people.ts";
import { type Actor, CLI, type Member, SYSTEM, type Tx } from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import * as programmes from "./index.ts";
import { PROGRAMME_FACT_NAMES } from "./recorded-programme.ts";
import { anyEntry, anyFacts } from "./testing/any-facts.ts";
import { anEntry, aProgramme } from "./testing/programme-facts.ts";

/** A programme, and the entry that is saved into it. */
type Saving = Readonly<{ facts: programmes.ProgrammeFacts; entry: programmes.YearEntry }>;

let db: TestDatabase;
let deciding: Member;
let preparing: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  deciding = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "佐藤 一", "municipal_editor");
  const cautious = await addBody(db.owner, "鹿児島市", "46201");
  await db.owner.query("update body set asks_approval = true where id = $1", [cautious.id]);
  preparing = await addMember(db.owner, cautious, "鈴木 二", "municipal_editor");
});
afterAll(() => db.drop());

const WHY = { reason: "まとめて直した", confirmation: "公表済み" };

async function done<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(JSON.stringify(settled.problem));
  return settled.value;
}

const write = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  db.database.write(actor, work, { requestId: "request-1" });

function record(owner: string, all: readonly programmes.ProgrammeFacts[]) {
  return write(CLI, async (tx) => {
    const recorded: programmes.RecordedProgramme[] = [];
    for (const facts of all) {
      recorded.push(await done(programmes.recordProgramme(tx, CLI, { owner, facts, ...WHY })));
    }
    return recorded;
  });
}

async function save(actor: Actor, recorded: readonly programmes.RecordedProgramme[], savings: readonly Saving[]) {
  const entered = recorded.map(({ id, version }, at) => ({ id, expectedVersion: version, entry: savings[at]!.entry }));
  return done(write(actor, (tx) => programmes.enterYears(tx, actor, entered, WHY)));
}

const DERIVED = ["programme_year", "programme_event", "programme_people", "programme_partner", "programme_agreement"];

/** All the database keeps of a programme but its own number and the moment. */
async function keptOf({ no, id }: programmes.RecordedProgramme) {
  const rows = async (query: string, values: readonly unknown[]) => (await db.owner.query(query, [...values])).rows;
  const bare = (table: string) =>
    rows(
      `select to_jsonb(t) - '{programme_no,no,id,recorded_at,updated_at,published_at,submitted_at}'::text[] as row
       from ${table} t where ${table === "programme" ? "no" : "programme_no"} = $1 order by 1`,
      [no],
    );
  const tables = ["programme", "programme_work", "programme_facts", "programme_version", ...DERIVED];
  const audit = await rows(
    `select actor, body_id, request_id, action, subject_kind, marks, outcome, before, after, reason
     from audit_event where subject_id = $1 order by id`,
    [id],
  );
  return { audit, ...Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await bare(table)]))) };
}

const savings = fc.array(fc.record({ facts: anyFacts, entry: anyEntry }), { minLength: 2, maxLength: 5 }).map((all) =>
  all.map(({ facts, entry }) => {
    const years = new Map(facts.years.map((one) => [`${one.fiscalYear} ${one.column}`, one]));
    return { entry, facts: { ...facts, agreementIds: [], years: [...years.values()] } };
  }),
);

test.each([
  ["public at once", () => deciding, "01100"],
  ["waiting for approval", () => preparing, "46201"],
])("programmes saved together leave what they leave when saved one by one: %s", async (_, actorOf, owner) => {
  const actor = actorOf();
  await fc.assert(
    fc.asyncProperty(savings, async (all) => {
      const facts = all.map((one) => one.facts);
      const [apart, together] = [await record(owner, facts), await record(owner, facts)];
      const oneByOne: programmes.RecordedProgramme[] = [];
      for (const [at, one] of apart.entries()) oneByOne.push(...(await save(actor, [one], [all[at]!])));
      const atOnce = await save(actor, together, all);
      expect(await Promise.all(atOnce.map(keptOf))).toEqual(await Promise.all(oneByOne.map(keptOf)));
      const read = await db.database.read(actor, (tx) =>
        programmes.findProgrammes(
          tx,
          atOnce.map(({ id }) => id),
        ),
      );
      expect(atOnce).toEqual(read);
    }),
    { numRuns: 12 },
  );
});

test("rows derived by saving are those of a programme that is recorded with the same facts", async () => {
  await fc.assert(
    fc.asyncProperty(savings, async (all) => {
      const recorded = await record(
        "01100",
        all.map(({ facts }) => facts),
      );
      const saved = await save(deciding, recorded, all);
      const anew = await record(
        "01100",
        saved.map(({ facts }) => facts),
      );
      const rows = async (one: programmes.RecordedProgramme) => {
        const kept: Record<string, unknown> = await keptOf(one);
        return [...DERIVED, "programme_facts"].map((table) => kept[table]);
      };
      expect(await Promise.all(saved.map(rows))).toEqual(await Promise.all(anew.map(rows)));
    }),
    { numRuns: 12 },
  );
});

test("the audit of programmes saved together says of each what differs, before and after", async () => {
  await fc.assert(
    fc.asyncProperty(savings, async (all) => {
      const recorded = await record(
        "01100",
        all.map(({ facts }) => facts),
      );
      for (const now of await save(deciding, recorded, all)) {
        const before = recorded.find(({ id }) => id === now.id)!;
        const { rows } = await db.owner.query(
          `select actor, reason, before, after from audit_event
           where subject_id = $1 and action = 'programme.years_entered' order by id desc`,
          [now.id],
        );
        if (now.version === before.version) {
          expect(rows).toEqual([]);
          continue;
        }
        const { state, publication } = before;
        expect(rows).toEqual([
          {
            ...{ actor: deciding.accountId, reason: expect.stringContaining(WHY.reason) },
            before: { ...differing(before.facts, now.facts), state, publication },
            after: { ...differing(now.facts, before.facts), state, publication, version: 2 },
          },
        ]);
      }
    }),
    { numRuns: 12 },
  );
});

/** Of the years only the entries that differ. */
function differing(own: programmes.ProgrammeFacts, other: programmes.ProgrammeFacts) {
  const text = (value: unknown) => JSON.stringify(value, (_, part) => sorted(part));
  const names = PROGRAMME_FACT_NAMES.filter((name) => text(own[name]) !== text(other[name]));
  const known = new Set(other.years.map(text));
  const years = own.years.filter((entry) => !known.has(text(entry)));
  return Object.fromEntries(names.map((name) => [name, name === "years" ? years : own[name]]));
}

function sorted(part: unknown): unknown {
  if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test("what was read before the lock and saved by somebody else since is not overwritten", async () => {
  const [first, second] = await record("01100", [aProgramme({ title: "先の事業" }), aProgramme({ title: "後の事業" })]);
  const ids = [first!.id, second!.id];
  const entered = ids.map((id) => ({ id, expectedVersion: 1, entry: anEntry(2023, { text: "まとめて" }) }));
  const outcome = await write(deciding, async (tx) => {
    const known = await programmes.findProgrammes(tx, ids);
    const other = { id: ids[0]!, expectedVersion: 1, entry: anEntry(2023, { text: "別の人" }) };
    await done(write(CLI, (elsewhere) => programmes.enterYear(elsewhere, CLI, other, WHY)));
    return programmes.enterYears(tx, deciding, entered, WHY, known);
  });
  expect(outcome).toMatchObject({
    ok: false,
    problem: { refused: [{ id: ids[0], problem: { code: "stale_version", saved: { version: 2 } } }] },
  });
  const now = await db.database.read(deciding, (tx) => programmes.findProgrammes(tx, ids));
  expect(now.map(({ facts }) => facts.years.map(({ text }) => text))).toEqual([["別の人"], []]);
});
