import { expect, test } from "vitest";
import { orderByReference } from "./table-order.ts";

const table = (name: string, ...refersTo: string[]) => ({ name, refersTo });

test("what is referred to comes first, however the tables are listed", () => {
  const tables = [
    table("draft", "document", "agreement"),
    table("document"),
    table("party", "agreement"),
    table("agreement"),
  ];
  expect(orderByReference(tables).map(({ name }) => name)).toEqual(["document", "agreement", "draft", "party"]);
});

test("a circle, and a reference to a table that is left out, are faults that name the tables", () => {
  expect(() => orderByReference([table("a", "b"), table("b", "a"), table("c")])).toThrow(/a, b$/);
  expect(() => orderByReference([table("letter", "platform_session")])).toThrow(/letter$/);
});
