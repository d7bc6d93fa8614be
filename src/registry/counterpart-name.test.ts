import { expect, test } from "vitest";
import { counterpartNameOf } from "./counterpart-name.ts";

const of = (name: string, country: string | null) => {
  const { name: own, subdivision, country: found } = counterpartNameOf({ name, country });
  return [found, own, subdivision];
};

test("the country in front of a name is taken off, the rest stays as printed", () => {
  expect(of("中華人民共和国遼寧省瀋陽市", "CN")).toEqual(["CN", "遼寧省瀋陽市", "遼寧省"]);
  expect(of("カナダ ブリティッシュコロンビア州", "CA")).toEqual(["CA", "ブリティッシュコロンビア州", null]);
  expect(of("高雄市", "TW")).toEqual(["TW", "高雄市", null]);
});

test("a country that signed itself keeps its name", () => {
  expect(of("ルクセンブルク大公国", "LU")).toEqual(["LU", "ルクセンブルク大公国", null]);
});

test("a body in brackets behind its country is the counterpart", () => {
  expect(of("シンガポール共和国（生産性企画庁）", "SG")).toEqual(["SG", "生産性企画庁", null]);
});

test("an embassy in Japan is no place of the country in its name", () => {
  expect(of("在日デンマーク王国大使館", "DK")).toEqual(["DK", "在日デンマーク王国大使館", null]);
});

test("another country said beside the name is not overruled by it", () => {
  expect(of("シンガポール共和国駐アモイ シンガポール総領事館", "CN")[0]).toBe("CN");
  expect(of("何々市", null)).toEqual([null, "何々市", null]);
});
