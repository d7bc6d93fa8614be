import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDigitOf, formatGovernmentCode, parseGovernmentCode, prefectureCodeOf } from "./government-code.ts";

describe("a code of a local government", () => {
  it.each([
    ["01100", "2"],
    ["13000", "1"],
    ["01000", "6"],
    ["46000", "1"],
    ["25205", "1"],
    ["09367", "0"],
  ])("%s has the check digit %s", (code, digit) => {
    expect(checkDigitOf(code)).toBe(digit);
  });

  it.each(["01100", "011002", "01100-2", "０１１００２", " 01100 "])("is read from 「%s」", (text) => {
    expect(parseGovernmentCode(text)).toEqual({ ok: true, value: "01100" });
  });

  it.each([
    ["011003", "government_code_check_digit"],
    ["1100", "government_code_malformed"],
    ["48100", "government_code_malformed"],
    ["00100", "government_code_malformed"],
    ["札幌市", "government_code_malformed"],
    ["", "government_code_malformed"],
  ])("「%s」 is refused", (text, code) => {
    expect(parseGovernmentCode(text)).toEqual({ ok: false, problem: { code, text } });
  });

  it("lies in its prefecture", () => {
    expect(prefectureCodeOf("01100")).toBe("01000");
  });

  it("is read again as it was written, and no single wrong digit passes", () => {
    const code = fc
      .tuple(fc.integer({ min: 1, max: 47 }), fc.integer({ min: 0, max: 999 }))
      .map(([prefecture, rest]) => `${String(prefecture).padStart(2, "0")}${String(rest).padStart(3, "0")}`);
    fc.assert(
      fc.property(code, fc.integer({ min: 1, max: 9 }), (five, slip) => {
        const six = formatGovernmentCode(five);
        expect(parseGovernmentCode(six)).toEqual({ ok: true, value: five });
        const wrong = `${five}${(Number(six.at(-1)) + slip) % 10}`;
        expect(parseGovernmentCode(wrong).ok).toBe(false);
      }),
    );
  });
});
