import { describe, expect, test } from "vitest";
import { inventedLines, sourceOf } from "../../../test/fixtures/programme-report/invented-report.ts";
import { statedOwner } from "./stated-owner.ts";

const source = (lines: readonly string[]) => sourceOf(lines);

describe("whose report it seems to be", () => {
  test("is the body named alone above the first programme", () => {
    const lines = ["国際交流事業実績と計画", "札幌市　国際部", "", "１ 事業名 北海道青年の翼", "北海道 北海道 北海道"];
    expect(statedOwner(source(lines), 4)).toEqual({ owner: "01100", name: expect.stringContaining("札幌市") });
  });

  test("is else the body that the text names again and again", () => {
    const lines = [
      "１ 事業名 交流会議",
      "福岡県と香港の会議を福岡県で開いた。",
      "福岡県知事が訪問。佐賀県からも参加。",
    ];
    expect(statedOwner(source(lines), 1)).toMatchObject({ owner: "40000" });
  });

  test("stays open where the text names several bodies, or none that exists", () => {
    const lines = ["１ 事業名 交流会議", "福岡県と佐賀県。福岡県と佐賀県。福岡県と佐賀県。"];
    expect(statedOwner(source(lines), 1)).toBeUndefined();
    expect(statedOwner(source(inventedLines), 7)).toBeUndefined();
  });
});
