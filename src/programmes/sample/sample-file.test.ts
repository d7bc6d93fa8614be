import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkProgramme } from "../check-programme.ts";
import { programmeSampleSchema } from "./sample-file.ts";

const file = new URL("../../../data/sample/programmes.json", import.meta.url);
const { document, programmes } = programmeSampleSchema.parse(JSON.parse(readFileSync(file, "utf8")));

describe("the sample of programmes", () => {
  it("has 18 programmes numbered in order, each with both fiscal years", () => {
    expect(programmes.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    for (const { years } of programmes) expect(years.map(({ fiscalYear }) => fiscalYear)).toEqual(document.fiscalYears);
  });

  it("carries printed reasons only as far as a reason goes", () => {
    const reasons = programmes.flatMap(({ years }) =>
      years.flatMap(({ reasonAsPrinted, items }) => [reasonAsPrinted, ...items.map((item) => item.reasonAsPrinted)]),
    );
    for (const reason of reasons) expect(reason?.length ?? 0).toBeLessThanOrEqual(40);
  });

  it("keeps the one thing that its source says against itself", () => {
    expect(programmes.flatMap(checkProgramme).map(({ code, values }) => [code, values])).toEqual([
      ["service_year_jumps", { nationality: "シンガポール", before: 2, after: 4, status: "reappointed" }],
    ]);
  });
});
