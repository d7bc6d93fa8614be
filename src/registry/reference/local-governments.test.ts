import { describe, expect, it } from "vitest";
import { checkDigitOf } from "../../kernel/government-code.ts";
import {
  allGovernments,
  findGovernment,
  governmentsNamed,
  isInForce,
  prefectureOf,
  presentHolders,
} from "./local-governments.ts";

const named = (text: string, day?: string) => governmentsNamed(text, day).map(({ code }) => code);

describe("the table of local governments", () => {
  it("holds 47 prefectures, 20 designated cities, 23 special wards and 1,741 municipalities in force", () => {
    const inForce = allGovernments().filter((government) => isInForce(government, "2026-01-01"));
    const count = (kind: string) => inForce.filter((government) => government.kind === kind).length;
    expect([count("prefecture"), count("designated_city"), count("special_ward")]).toEqual([47, 20, 23]);
    expect(inForce.length - 47).toBe(1741);
  });

  it("has each code once, in order, with a reading", () => {
    const codes = allGovernments().map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const { code, kana } of allGovernments()) {
      expect(kana).toMatch(/^[ぁ-んー]+$/u);
      expect(code).toMatch(/^\d{5}$/u);
    }
  });

  it("lets every extinct body end in one that exists", () => {
    for (const government of allGovernments().filter(({ successors }) => successors.length > 0)) {
      expect(government.validUntil).not.toBeNull();
      expect(presentHolders(government).every(({ validUntil }) => validUntil === null)).toBe(true);
    }
  });
});

describe("a local government", () => {
  it.each(["01100", "011002", "０１１００２"])("is found by the code %s", (code) => {
    expect(findGovernment(code)?.fullName).toBe("北海道札幌市");
  });

  it("is not found by a code with a wrong check digit", () => {
    expect(findGovernment(`01100${(Number(checkDigitOf("01100")) + 1) % 10}`)).toBeUndefined();
    expect(findGovernment("01999")).toBeUndefined();
  });

  it.each([
    ["青森県青森市", "02201"],
    ["舞鶴市", "26202"],
    ["東京都渋谷区", "13113"],
    ["東京都", "13000"],
    ["北海道", "01000"],
    ["北海道東川町", "01458"],
    ["日本国静岡県", "22000"],
    ["日本国栃木県岩舟町", "09367"],
    ["栃木県下都賀郡岩舟町", "09367"],
    ["旧八日市市", "25205"],
    ["青森県六ケ所村", "02411"],
    ["青森県 六ヶ所村", "02411"],
    ["広島縣廿日市市", "34213"],
    ["大阪府大阪狭山市", "27231"],
    ["三重県四日市市", "24202"],
    ["神奈川県川崎市", "14130"],
  ])("is meant by %s", (text, code) => {
    expect(named(text)).toEqual([code]);
  });

  it("is one of several where the name alone does not tell", () => {
    expect(named("府中市")).toEqual(["13206", "34208"]);
    expect(named("広島県府中市")).toEqual(["34208"]);
  });

  it("is told apart by the day on which it existed", () => {
    expect(named("那珂川町", "2012-08-01")).toEqual(["09411", "40305"]);
    expect(named("那珂川町", "2020-01-01")).toEqual(["09411"]);
    expect(named("岩舟町", "2020-01-01")).toEqual([]);
  });

  it.each(["神奈川県横浜市中区", "財団法人三重県産業支援センター", "青森県弘前", "", "大連市"])("is not %s", (text) => {
    expect(named(text)).toEqual([]);
  });

  it("lies in a prefecture, and hands over to its successor", () => {
    const [iwafune] = governmentsNamed("岩舟町");
    if (iwafune === undefined) throw new Error("岩舟町 is in the table");
    expect(prefectureOf(iwafune).name).toBe("栃木県");
    expect(presentHolders(iwafune).map(({ fullName }) => fullName)).toEqual(["栃木県栃木市"]);
  });
});
