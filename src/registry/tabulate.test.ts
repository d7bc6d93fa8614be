import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementFacts } from "../../test/support/agreement-facts.ts";
import { databaseWithSample, type TestDatabase } from "../../test/support/database.ts";
import { formatTally } from "../kernel/tally.ts";
import { LOCAL_OPERATOR, PUBLIC } from "../platform/index.ts";
import * as registry from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await databaseWithSample();
});
afterAll(() => db.drop());

const tableOf = (table: registry.TableId) =>
  db.database.read(PUBLIC, (tx) => registry.tabulate(tx, { table, today: "2026-04-01" }));

/** Counted from the lines of the file, without the code under test. */
function countByHand(isCounted: (line: string) => boolean, field: string): string {
  const lines = readFileSync("data/sample/agreements.json", "utf8").split("\n");
  const agreements = lines.filter((line) => line.includes('"id":"U') && isCounted(line));
  const places = agreements.flatMap((line) => {
    const listed = [...line.matchAll(/"field":"(.)"/gu)].map(([, own]) => own);
    return listed.includes(field) ? [listed.indexOf(field)] : [];
  });
  const relisted = places.filter((place) => place > 0).length;
  return relisted === 0 ? `${places.length}` : `${places.length}(${relisted})`;
}

const partiesOf = (line: string, side: "japan" | "foreign") =>
  (new RegExp(`"${side}":\\[(.*?)\\]`, "u").exec(line)?.[1]?.match(/"name"/gu) ?? []).length;
const isOneToOne = (line: string) => partiesOf(line, "japan") === 1 && partiesOf(line, "foreign") === 1;

test("the table by field equals a count of the sample by hand", async () => {
  const { rows, asOf, columns } = await tableOf("by-field");
  expect(asOf).toBe("2012-08");
  expect(rows.map(({ label }) => label)).toEqual(["1対1の提携", "複数の自治体との提携", "合計"]);
  for (const field of registry.FIELDS) {
    const printed = rows.map(({ cells }) => formatTally(cells[field]));
    expect(printed).toEqual([
      countByHand(isOneToOne, field),
      countByHand((line) => !isOneToOne(line), field),
      countByHand(() => true, field),
    ]);
  }
  expect(columns.at(-1)).toBe("合計");
  expect(formatTally(rows[2]!.cells.合計)).toBe("175(26)");
});

test("the table by country counts 1対1 only and equals a count by hand", async () => {
  const { rows } = await tableOf("by-country");
  for (const row of rows.filter(({ country }) => country !== undefined)) {
    for (const field of registry.FIELDS) {
      const isOfCountry = (line: string) => isOneToOne(line) && line.includes(`"country":"${row.country}"`);
      expect(`${row.label} ${field} ${formatTally(row.cells[field])}`).toBe(
        `${row.label} ${field} ${countByHand(isOfCountry, field)}`,
      );
    }
  }
  expect(rows.at(0)).toMatchObject({ label: "中華人民共和国", country: "CN", rank: 1 });
  const byField = await tableOf("by-field");
  expect(rows.at(-1)?.cells).toEqual(byField.rows[0]?.cells);
});

test("every number of both tables opens exactly its listings", async () => {
  for (const id of ["by-field", "by-country"] as const) {
    const table = await tableOf(id);
    const cells = table.rows.flatMap((row) => table.columns.map((column) => ({ row, column })));
    await db.database.read(PUBLIC, async (tx) => {
      for (const { row, column } of cells) {
        const opened = async (measure: registry.Measure) => {
          const criteria = registry.cellCriteria(table, row, column, measure);
          const address = registry.criteriaFromParameters(registry.criteriaToParameters(criteria));
          return (await registry.facetCounts(tx, address)).totals;
        };
        const { n, relisted } = row.cells[column];
        expect(await opened("n")).toMatchObject({ listings: n, relisted });
        expect(await opened("relisted")).toMatchObject({ listings: relisted, relisted });
      }
    });
  }
});

test("a record from elsewhere makes the count one of today", async () => {
  const facts = agreementFacts({ listings: ["①"] });
  await db.database.write(LOCAL_OPERATOR, (tx) =>
    registry.recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null }),
  );
  const table = await tableOf("by-field");
  expect(table.asOf).toBe("2026-04-01");
  expect(formatTally(table.rows[2]!.cells.合計)).toBe("176(26)");
});
