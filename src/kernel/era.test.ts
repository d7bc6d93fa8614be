import { describe, expect, it } from "vitest";
import { ERAS, eraOfDay, findEra, nameEraYear, westernYear } from "./era.ts";

describe("eras", () => {
  it("follow each other without a gap", () => {
    for (const [index, era] of ERAS.slice(0, -1).entries()) {
      const dayAfter = new Date(`${era.lastDay}T00:00:00Z`);
      dayAfter.setUTCDate(dayAfter.getUTCDate() + 1);
      expect(dayAfter.toISOString().slice(0, 10)).toBe(ERAS[index + 1]?.firstDay);
    }
  });

  it.each([
    ["1912-07-29", "明治"],
    ["1912-07-30", "大正"],
    ["1926-12-25", "昭和"],
    ["1989-01-07", "昭和"],
    ["1989-01-08", "平成"],
    ["2019-04-30", "平成"],
    ["2019-05-01", "令和"],
  ])("%s lies in %s", (day, name) => {
    expect(eraOfDay(day)?.name).toBe(name);
  });

  it("have no day before 明治", () => {
    expect(eraOfDay("1867-12-31")).toBeUndefined();
  });

  it("are found by name and by letter", () => {
    expect(findEra("H")).toBe(findEra("平成"));
    expect(findEra("慶応")).toBeUndefined();
  });

  it("call their first year 元年", () => {
    const heisei = findEra("平成");
    if (heisei === undefined) throw new Error("平成 is an era");
    expect([nameEraYear(heisei, 1989), nameEraYear(heisei, 2008)]).toEqual(["平成元", "平成20"]);
    expect([westernYear(heisei, 31), westernYear(heisei, 32), westernYear(heisei, 0)]).toEqual([2019, null, null]);
  });
});
