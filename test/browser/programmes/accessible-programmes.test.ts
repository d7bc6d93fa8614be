/** Every page of the programmes at the width of a desk and of a phone: nothing axe can find, nothing sideways. */
import { it } from "vitest";
import { judge, WITH_AXE } from "../judge.ts";
import { browserForJourneys, visitAsOperator, visitAsPublic } from "../visit.ts";

browserForJourneys();

it.each([
  ...["/programmes", "/programmes?q=香港&year=2024", "/programmes?q=ない語", "/en/programmes", "/programmes/years"],
  ...["/en/programmes/years", "/programmes/P000004", "/en/programmes/P000001", "/programmes/P000001/years"],
  ...["/programmes/P000001/history", "/programmes/calendar?month=2023-11", "/en/programmes/calendar?year=2024"],
  ...["/programmes/not-held?year=2023", "/programmes/anniversaries?year=2024"],
  ...["/programmes/calendar?month=2030-01", "/programmes/report", "/programmes/report?government=46000&year=2024"],
  ...["/programmes/report?government=ない団体", "/programmes/not-held?year=1990", "/data"],
  ...["/programmes/reciprocity", "/programmes/reciprocity?year=2023&direction=received&country=BR"],
])("has no barrier for everybody: %s", async (path) => {
  const page = await visitAsPublic(WITH_AXE);
  await page.goto(path);
  await judge(page, path);
});

it.each([
  ...["/programmes/new", "/programmes/P000004/edit", "/programmes/P000004", "/programmes/P000004/years/2024/result"],
  ...["/en/programmes/P000004/years/2023/result", "/programmes/P000004/withdraw", "/programmes/P000004/history"],
  ...["/programmes/checklist?year=2024", "/programmes/roll-forward?year=2025", "/programmes/workbook?government=46000"],
])("has no barrier for who works on it: %s", async (path) => {
  const page = await visitAsOperator(WITH_AXE);
  await page.goto(path);
  await judge(page, path);
});
