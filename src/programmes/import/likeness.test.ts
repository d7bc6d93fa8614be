import { describe, expect, test } from "vitest";
import { aProgramme } from "../testing/programme-facts.ts";
import { compareTraits, isWorthShowing, traitsOf } from "./likeness.ts";

const start = (fiscalYear: number) => ({ asPrinted: `${fiscalYear}年度`, fiscalYear });
const partner = (name: string, formerName: string | null = null) => ({ name, formerName, country: null });

function compare(recorded: Parameters<typeof aProgramme>[0], stated: Parameters<typeof aProgramme>[0]) {
  return compareTraits(traitsOf(aProgramme(recorded)), traitsOf(aProgramme(stated)));
}

describe("a draft and a programme on record", () => {
  test("of one title are the same, whatever the width of its characters", () => {
    expect(compare({ title: "みどり・香港経済交流会議" }, { title: "みどり・ 香港経済交流会議" })).toMatchObject({
      looksSame: true,
    });
  });

  test("of one title that began in two years are two, and are shown", () => {
    const two = { title: "高校生の相互訪問" };
    const comparison = compare({ ...two, startFiscalYear: start(2001) }, { ...two, startFiscalYear: start(2021) });
    expect(comparison.looksSame).toBe(false);
    expect(isWorthShowing(comparison)).toBe(true);
  });

  test("are the same where the partner was renamed in between, and the title with it", () => {
    const comparison = compare(
      { title: "韓国・青海道との交流", partners: [partner("青海道")] },
      { title: "韓国・新青道（旧青海道）との交流", partners: [partner("新青道", "青海道")] },
    );
    expect(comparison).toMatchObject({ looksSame: true });
    expect(comparison.reasons).toEqual(["title_by_former_name", "shared_partner", "same_start"]);
  });

  test("of similar titles are shown only with a partner and a start year in common", () => {
    const recorded = { title: "カナダ青少年交流事業", partners: [partner("カナダ")], startFiscalYear: start(2021) };
    const stated = { title: "カナダ青少年相互交流事業" };
    expect(isWorthShowing(compare(recorded, { ...stated, startFiscalYear: start(2020), partners: [] }))).toBe(false);
    const alike = compare(recorded, { ...stated, partners: recorded.partners, startFiscalYear: start(2021) });
    expect(alike.looksSame).toBe(false);
    expect(isWorthShowing(alike)).toBe(true);
  });

  test("with nothing but a partner in common are not shown", () => {
    const shared = { partners: [partner("カナダ")], startFiscalYear: start(2021) };
    const comparison = compare({ ...shared, title: "国際プラザ管理" }, { ...shared, title: "海外技術研修員の受入れ" });
    expect(isWorthShowing(comparison)).toBe(false);
  });
});
