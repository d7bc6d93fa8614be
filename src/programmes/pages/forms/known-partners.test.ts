import { expect, it } from "vitest";
import { spelledBefore } from "./known-partners.ts";

const known = ["哈爾濱市", "遼寧省大連市", "リヨン市", "香港", "道"].map((name) => ({ name, country: null }));

it.each([
  ["哈尔滨市", "哈爾濱市"],
  ["大連市", "遼寧省大連市"],
  ["リヨン", "リヨン市"],
  ["中国遼寧省大連市", "遼寧省大連市"],
  ["リヨン市", undefined],
  ["香港特別行政区", undefined],
  ["全羅北道", undefined],
  ["連市", undefined],
])("「%s」 is known as %s", (name, spelling) => {
  expect(spelledBefore(name, known)?.name).toBe(spelling);
});
