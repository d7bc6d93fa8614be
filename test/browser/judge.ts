/** What is asked of every page: nothing that axe can find, nothing that has to be scrolled sideways. */
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { NARROW, WIDE } from "./visit.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Only to put axe into the page; every other journey runs under the policy as it is. */
export const WITH_AXE = { javaScriptEnabled: true, bypassCSP: true };

type Violation = Readonly<{ id: string; nodes: readonly Readonly<{ html: string; failureSummary: string }>[] }>;

export async function problemsOf(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ path: AXE });
  const violations = await page.evaluate(
    (rules) =>
      (
        window as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: Violation[] }> } }
      ).axe // the script just added
        .run(document, { runOnly: rules, resultTypes: ["violations"] })
        .then(({ violations }) => violations),
    RULES,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Judges the page as it stands on a desk, then on a phone with every fold opened. */
export async function judge(page: Page, name: string): Promise<void> {
  await page.setViewportSize(WIDE);
  expect(await sideways(page), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  expect(await problemsOf(page), name).toEqual([]);
  await page.setViewportSize(NARROW);
  expect(await sideways(page), `${name} scrolls sideways on a phone`).toBeLessThanOrEqual(0);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  expect(await sideways(page), `${name} scrolls sideways on a phone, unfolded`).toBeLessThanOrEqual(0);
  expect(await problemsOf(page), `${name} on a phone, unfolded`).toEqual([]);
}
