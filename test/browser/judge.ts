/** What is asked of every page: nothing that axe can find, nothing sideways, Japanese words marked on English pages. */
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

/** Words on an English page whose language nobody has said. */
const unmarkedJapanese = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const around = node.parentElement;
      const isRead = around !== null && !around.matches("script, style, title");
      const words = node.nodeValue ?? "";
      const language = around?.closest("[lang]")?.getAttribute("lang");
      if (isRead && language !== "ja" && /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(words)) found.push(words);
    }
    return found;
  });

/** Judges the page as it stands on a desk, then on a phone with every fold opened. */
export async function judge(page: Page, name: string): Promise<void> {
  await page.setViewportSize(WIDE);
  expect(await sideways(page), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  expect(await problemsOf(page), name).toEqual([]);
  expect(await unmarkedJapanese(page), `${name} in another language`).toEqual([]);
  await page.setViewportSize(NARROW);
  expect(await sideways(page), `${name} scrolls sideways on a phone`).toBeLessThanOrEqual(0);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  expect(await sideways(page), `${name} scrolls sideways on a phone, unfolded`).toBeLessThanOrEqual(0);
  expect(await problemsOf(page), `${name} on a phone, unfolded`).toEqual([]);
}
