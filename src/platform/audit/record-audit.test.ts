import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { SYSTEM } from "../database/actor.ts";
import { recordAudit } from "./record-audit.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());

it("keeps every text of an event, but for the characters no database can keep", async () => {
  const odd = fc.constantFrom("\0", "\\u0000", "\\", "\\\\u0000", "\u{D800}", "𠮷野", "\n", '"');
  const text = fc.array(fc.oneof(odd, fc.string({ unit: "binary" })), { maxLength: 5 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(text, text, async (name, value) => {
      const after = { [name]: value };
      await test.database.write(SYSTEM, (tx) => recordAudit(tx, { action: "data.exported", after }));
      const { rows } = await test.owner.query("select after from audit_event order by id desc limit 1");
      const kept = (whole: string) => whole.replaceAll(/\0|\p{Surrogate}/gu, "");
      expect(rows[0].after).toEqual({ [kept(name)]: kept(value) });
    }),
    { numRuns: 200 },
  );
});
