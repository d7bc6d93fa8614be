import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Amount, parseQuantity } from "./quantity.ts";

function read(text: string) {
  const outcome = parseQuantity(text);
  if (!outcome.ok) throw new Error(`${text}: ${outcome.problem.code}`);
  return outcome.value;
}

const value = (n: number): Amount => ({ kind: "value", value: n });
const range = (from: number | null, to: number | null): Amount => ({ kind: "range", from, to });

describe("a quantity as documents print it", () => {
  it.each([
    ["30人", value(30), "人", false],
    ["約30名", value(30), "名", true],
    ["30名程度", value(30), "名", true],
    ["推定 1,200 人", value(1200), "人", true],
    ["20～30人", range(20, 30), "人", false],
    ["20人〜30人", range(20, 30), "人", false],
    ["約20～30人", range(20, 30), "人", true],
    ["１，０００円", value(1000), "円", false],
    ["3千円", value(3000), "円", false],
    ["2,500千円", value(2_500_000), "円", false],
    ["1.5億円", value(150_000_000), "円", false],
    ["30人以上", range(30, null), "人", false],
    ["50件以内", range(null, 50), "件", false],
    ["12.5％", value(12.5), "%", false],
    ["42", value(42), null, false],
  ])("%s", (text, amount, unit, isApproximate) => {
    expect(read(text)).toMatchObject({ amount, unit, isApproximate, subsetOf: null, asPrinted: text });
  });

  it.each(["11,349人のうち1,983人", "11,349人中1,983人", "11,349人、うち1,983人"])(
    "is a part of a whole in %s",
    (text) => {
      expect(read(text)).toMatchObject({ amount: value(1983), unit: "人", subsetOf: 11_349 });
    },
  );

  it("takes over what the document says around it", () => {
    const outcome = parseQuantity("約30名", { label: "派遣生徒", standing: "plan" });
    expect(outcome).toMatchObject({ ok: true, value: { label: "派遣生徒", standing: "plan", asOf: null } });
  });

  it.each([
    ["", "quantity_empty"],
    ["多数", "quantity_not_recognised"],
    ["1,98人", "quantity_not_recognised"],
    ["30人未満", "quantity_not_recognised"],
    ["生徒10人・教員2人", "quantity_not_recognised"],
    ["30～20人", "quantity_reversed"],
    ["10人のうち20人", "quantity_part_larger_than_whole"],
  ])("「%s」 is a problem", (text, code) => {
    expect(parseQuantity(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it("is read alike with and without separators, in any width", () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (n) => {
        const printed = n.toLocaleString("en-US");
        const wide = printed.replace(/[0-9,]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
        for (const text of [`${n}人`, `${printed}人`, `${wide}人`]) expect(read(text).amount).toEqual(value(n));
      }),
    );
  });
});
