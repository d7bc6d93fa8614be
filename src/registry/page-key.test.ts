import fc from "fast-check";
import { expect, test } from "vitest";
import { readPageKey, readSort, writePageKey } from "./page-key.ts";

test("a key is read as it was written", () => {
  const key = fc.record({ value: fc.string({ unit: "grapheme", maxLength: 60 }), no: fc.nat(2_000_000_000) });
  fc.assert(
    fc.property(key, (own) => {
      expect(readPageKey(writePageKey(own))).toEqual(own);
    }),
  );
});

test("anything else is no key", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      readPageKey(text);
    }),
  );
  expect(readPageKey(Buffer.from('["a",-1]').toString("base64url"))).toBeUndefined();
  expect(readPageKey(Buffer.from('{"no":1}').toString("base64url"))).toBeUndefined();
});

test("an unknown order is the usual one", () => {
  expect(readSort("x")).toBe("signed-desc");
  expect(readSort("title")).toBe("title");
});
