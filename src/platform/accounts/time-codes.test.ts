import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOfStep, findStep, normaliseCode, stepAt } from "./time-codes.ts";

/** RFC 6238, appendix B, for SHA-1, shortened to six digits. */
const RFC_SECRET = "12345678901234567890";

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("the code %s seconds after 1970 is that of the standard: %s", (seconds, code) => {
  expect(codeOfStep(RFC_SECRET, stepAt(new Date(seconds * 1000)))).toBe(code);
});

test("a code is found at its step and one beside, and nowhere else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 100_000_000 }), fc.integer({ min: -3, max: 3 }), (step, beside) => {
      const secret = createHmac("sha256", "test").update(String(step)).digest("base64url").slice(0, 32);
      const code = codeOfStep(secret, step + beside);
      const near = [step - 1, step, step + 1].find((one) => codeOfStep(secret, one) === code);
      expect(findStep(secret, code, new Date(step * 30_000))).toBe(near);
      if (Math.abs(beside) <= 1) expect(near).toBeDefined();
    }),
  );
});

test.each(["", "12345", "1234567", "１２３４５６", "abcdef", "     1", "🙂🙂🙂"])("%s is no code", (typed) => {
  expect(findStep(RFC_SECRET, typed, new Date(59_000))).toBeUndefined();
});

test("a code is the same in full width and in groups", () => {
  expect(normaliseCode(" ２８７ 082\n")).toBe("287082");
});
