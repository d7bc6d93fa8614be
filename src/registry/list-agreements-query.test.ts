import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementFacts, signedOn } from "../../test/support/agreement-facts.ts";
import { databaseWithSample, type TestDatabase } from "../../test/support/database.ts";
import { LOCAL_OPERATOR, PUBLIC, type Tx } from "../platform/index.ts";
import * as registry from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await databaseWithSample();
});
afterAll(() => db.drop());

const read = <T>(work: (tx: Tx) => Promise<T>) => db.database.read(PUBLIC, work);
const list = (criteria: registry.Criteria, own: Partial<registry.ListRequest> = {}) =>
  read((tx) => registry.listAgreements(tx, { criteria, limit: 200, ...own }));

async function walk(sort: registry.Sort, limit: number) {
  const pages: (readonly string[])[] = [];
  let page = await list({}, { sort, limit });
  pages.push(page.rows.map(({ id }) => id));
  while (page.next !== null) {
    page = await list({}, { sort, limit, page: { after: page.next } });
    pages.push(page.rows.map(({ id }) => id));
  }
  return { pages, last: page };
}

test.each(registry.SORTS)("paging by %s shows every record once, forwards and backwards", async (sort) => {
  const { pages, last } = await walk(sort, 40);
  expect(pages.map(({ length }) => length)).toEqual([40, 40, 40, 29]);
  const whole = await list({}, { sort });
  expect(pages.flat()).toEqual(whole.rows.map(({ id }) => id));
  const back = await list({}, { sort, limit: 40, page: { before: last.previous ?? "" } });
  expect(back.rows.map(({ id }) => id)).toEqual(pages[2]);
  const first = await list({}, { sort, limit: 80, page: { before: back.previous ?? "" } });
  expect(first.rows.map(({ id }) => id)).toEqual(pages.slice(0, 2).flat());
  expect(first.previous).toBeNull();
});

test("a record without a date comes last in both orders of signing", async () => {
  for (const sort of ["signed-desc", "signed-asc"] as const) {
    const { rows } = await list({}, { sort });
    expect(rows.at(-1)?.title).toBe("観光における友好交流及び協力協定");
    expect(rows.at(-1)?.signed).toBeNull();
  }
});

test("a key nobody wrote begins the list at its beginning", async () => {
  const { rows } = await list({}, { limit: 5 });
  for (const after of ["", "xx", "WyJ4Il0", `${"A".repeat(500)}`]) {
    expect((await list({}, { limit: 5, page: { after } })).rows).toEqual(rows);
  }
});

const CASES: readonly registry.Criteria[] = [
  {},
  { field: "⑧" },
  { field: "⑧", position: "relisting" },
  { field: "②", position: "main" },
  { position: "relisting" },
  { country: "CN", parties: "one" },
  { country: "KR", field: "②", prefecture: "01" },
  { exceptCountries: ["CN", "KR", "US"], parties: "several" },
  { prefecture: "22", decade: 2010 },
  { decade: "unknown" },
  { decade: 1990, field: "①" },
  { government: "14130" },
  { government: "14130", country: "DK" },
  { q: "韓国", field: "②" },
];

test.each(CASES)("the list, its totals and every facet agree: %j", async (criteria) => {
  const { rows, totals } = await list(criteria);
  expect(rows.length).toBe(totals.agreements);
  const { facets } = await read((tx) => registry.facetCounts(tx, criteria));
  for (const facet of ["country", "prefecture", "decade", "parties", "field"] as const) {
    for (const { value, n } of facets[facet].slice(0, 6)) {
      const { [facet]: _own, ...others } = criteria;
      const parameters = registry.criteriaToParameters(others);
      parameters.set(facet, value);
      if (facet === "country") parameters.delete("except");
      const opened = await list(registry.criteriaFromParameters(parameters));
      expect(`${facet} ${value} ${opened.rows.length}`).toBe(`${facet} ${value} ${n}`);
    }
  }
});

test("a counterpart's agreements are those that name it", async () => {
  const { rows } = await list({ q: "ケチケメート" });
  const counterpart = rows[0]?.foreign[0]?.counterpartId ?? "";
  expect((await list({ counterpart })).rows.map(({ id }) => id)).toEqual([rows[0]?.id]);
  expect(await read((tx) => registry.findCounterpart(tx, counterpart))).toMatchObject({ country: "HU" });
});

test("counts follow a change at once, for the public and for operators", async () => {
  const before = (await list({ country: "BT" })).totals.agreements;
  const facts = agreementFacts({ foreign: [{ name: "ブータン王国某県", country: "BT", counterpartId: null }] });
  const saved = await db.database.write(LOCAL_OPERATOR, (tx) =>
    registry.recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null }),
  );
  if (!saved.ok) throw new Error("refused");
  expect((await list({ country: "BT" })).totals.agreements).toBe(before + 1);
  const withdrawal = { id: saved.value.id, expectedVersion: 1, reason: "試し" };
  await db.database.write(LOCAL_OPERATOR, (tx) => registry.withdrawAgreement(tx, LOCAL_OPERATOR, withdrawal));
  expect((await list({ country: "BT" })).totals.agreements).toBe(before);
  const own = await db.database.read(LOCAL_OPERATOR, (tx) => registry.facetCounts(tx, { country: "BT" }));
  expect(own.totals.agreements).toBe(before);
});

test("what a transaction wrote and took back is counted by itself only", async () => {
  const facts = agreementFacts({ foreign: [{ name: "トンガ王国某市", country: "TO", counterpartId: null }] });
  const count = (tx: Tx) => registry.facetCounts(tx, { country: "TO" }).then(({ totals }) => totals.agreements);
  const failing = db.database.write(LOCAL_OPERATOR, async (tx) => {
    await registry.recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null });
    expect(await count(tx)).toBe(1);
    await registry.recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null });
    expect(await count(tx)).toBe(2);
    throw new Error("taken back");
  });
  await expect(failing).rejects.toThrow("taken back");
  expect(await db.database.read(LOCAL_OPERATOR, count)).toBe(0);
  await db.database.write(LOCAL_OPERATOR, (tx) =>
    registry.recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null }),
  );
  expect(await db.database.read(LOCAL_OPERATOR, count)).toBe(1);
  expect(await read(count)).toBe(1);
});

test("a body that became part of another leaves it its agreements", async () => {
  const { signed, inherited } = await read((tx) => registry.agreementsOfGovernment(tx, "09203"));
  expect(signed.rows).toEqual([]);
  expect(inherited).toMatchObject([{ from: "09367", agreements: { rows: [{ japan: [{ name: "栃木県岩舟町" }] }] } }]);
});

test("related records say why they are related, the closest first", async () => {
  const { rows } = await list({ government: "22000", country: "CN" });
  const own = rows.find(({ signed }) => signed?.date === "2012-04-04");
  const related = await read((tx) => registry.relatedAgreements(tx, own?.no ?? 0));
  expect(related[0]?.reasons).toEqual(["same_day", "same_counterpart", "same_government"]);
  expect(related.map(({ agreement }) => agreement.id)).not.toContain(own?.id);
});

test("a country's counterparts and a prefecture's signers are counted from the records", async () => {
  const counterparts = await read((tx) => registry.counterpartsOfCountry(tx, "CN"));
  const most = counterparts.slice(0, 2).map(({ name, agreements }) => `${name} ${agreements}`);
  expect(most.sort()).toEqual(["浙江省 8", "遼寧省瀋陽市 8"].sort());
  const signers = await read((tx) => registry.governmentsWithAgreements(tx, { prefecture: "14" }));
  expect(signers.map(({ code }) => code)).toEqual(["14130", "14205"]);
});

test("an export gives whole records in the order of ids", async () => {
  const ids: string[] = [];
  for await (const row of db.database.stream(PUBLIC, (tx) => registry.agreementsForExport(tx, { country: "HU" }))) {
    ids.push(registry.agreementOf(row).id);
  }
  const { rows } = await list({ country: "HU" });
  expect(ids).toEqual(rows.map(({ id }) => id).sort());
});

test("a signing date of a month is listed under its decade", async () => {
  const facts = agreementFacts({ dates: [signedOn("1969-12")] });
  await db.database.write(LOCAL_OPERATOR, (tx) =>
    registry.recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null }),
  );
  expect((await list({ decade: 1960 })).totals.agreements).toBe(1);
});

test("a page that is being read counts one state, however long it takes", async () => {
  const later = { facts: agreementFacts({ title: "読む間の記録", dates: [signedOn("2001-01-01")] }), reason: null };
  const totals = await read(async (tx) => {
    const before = await registry.facetCounts(tx, { decade: 2000 });
    await db.database.write(LOCAL_OPERATOR, (other) => registry.recordAgreement(other, LOCAL_OPERATOR, later));
    return [before.totals, (await registry.facetCounts(tx, { decade: 2000 })).totals];
  });
  expect(totals[1]).toEqual(totals[0]);
  const after = await read((tx) => registry.facetCounts(tx, { decade: 2000 }));
  expect(after.totals.agreements).toBe((totals[0]?.agreements ?? 0) + 1);
});
