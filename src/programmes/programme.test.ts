import { expect, test } from "vitest";
import { shortTitle } from "./programme.ts";

test.each([
  ["海外技術協力等推進事業：県費留学生受入事業", "海外技術協力等推進事業", "県費留学生受入事業"],
  ["海外技術協力等推進事業　研修員受入事業", "海外技術協力等推進事業", "研修員受入事業"],
  ["国際交流会議", null, "国際交流会議"],
  ["国際交流会議", "別の大きな事業", "国際交流会議"],
  ["海外技術協力等推進事業", "海外技術協力等推進事業", "海外技術協力等推進事業"],
])("%s without its parent line %s", (title, parentTitle, short) => {
  expect(shortTitle({ title, parentTitle })).toBe(short);
});
