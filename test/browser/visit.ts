/**
 * A visit to the running application, watched: whatever a page asks of another host, every error of the console and
 * every refusal by the content security policy fails the journey. Pages are opened without JavaScript unless asked.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { SampleAccount } from "../../src/platform/index.ts";
import { launchBrowser } from "../support/browser.ts";
import { ownApplication } from "../support/own-application.ts";

export const { origin, operatorLink, dataFolder } = ownApplication();
export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 640 };

/** A page of ours answers in a fraction of a second; a machine that is busy with much else may take thirty times as long. */
const PATIENCE_MS = 30_000;

let browser: Browser;
let visits: BrowserContext[] = [];
let mistakes: string[] = [];

/** Call once at the top of a file: one browser for its journeys, and every visit ended and judged after each of them. */
export function browserForJourneys(): void {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(visits.map((visit) => visit.close()));
    const seen = mistakes;
    visits = [];
    mistakes = [];
    expect(seen, "requests to other hosts, console errors, CSP violations").toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
  });
}

/** A citizen: no cookie at all. */
export async function visitAsPublic(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: false,
    locale: "ja-JP",
    viewport: WIDE,
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  visits.push(context);
  watch(context);
  return context.newPage();
}

/** The officer who opened the one-time link. Whoever comes first redeems it; later visits carry the same session. */
export async function visitAsOperator(options: BrowserContextOptions = {}): Promise<Page> {
  const session = join(dataFolder, "operator-session.json");
  if (!existsSync(session)) {
    const page = await visitAsPublic();
    await page.goto(operatorLink);
    await page.context().storageState({ path: session });
  }
  return visitAsPublic({ storageState: JSON.parse(readFileSync(session, "utf8")), ...options });
}

/** An officer of the sample: one session for each account, kept for later visits of the run. */
export async function visitAs(account: SampleAccount, options: BrowserContextOptions = {}): Promise<Page> {
  const session = join(dataFolder, `session-${account}.json`);
  if (!existsSync(session)) {
    const page = await visitAsPublic();
    await page.goto("/sign-in");
    await page.locator(`button[name="account"][value="${account}"]`).click();
    await page.context().storageState({ path: session });
  }
  return visitAsPublic({ storageState: JSON.parse(readFileSync(session, "utf8")), ...options });
}

function watch(context: BrowserContext): void {
  const opened = new Set<string>();
  context.on("request", (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol !== "data:" && host !== new URL(origin).host) mistakes.push(`asked another host: ${request.url()}`);
    if (request.isNavigationRequest()) opened.add(request.url());
  });
  context.on("console", (message) => {
    // A page that answers 404, 409 or 422 is meant to; the browser logs its status all the same.
    const isAnswer = opened.has(message.location().url) && message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isAnswer) mistakes.push(message.text());
  });
  context.on("weberror", (error) => mistakes.push(String(error.error())));
}

/** @returns the first number in the text, such as 19 of 「19件の提携・協定」. */
export function numberIn(text: string): number {
  const digits = /\d[\d,]*/u.exec(text)?.[0];
  if (digits === undefined) throw new Error(`no number in: ${text}`);
  return Number(digits.replaceAll(",", ""));
}

/** What a person sees as the heading of the page. */
export async function titleOf(page: Page): Promise<string> {
  return (await page.getByRole("heading", { level: 1 }).innerText()).replaceAll("\n", "");
}
