/** What every answer carries: nothing from other hosts, nothing inline, cookies no script can read. */
import { describe, expect, it } from "vitest";
import { browserForJourneys, operatorLink, origin, visitAsOperator, visitAsPublic } from "./visit.ts";

browserForJourneys();

const PAGES = [
  "/",
  "/agreements",
  "/agreements/A000001",
  "/tables/by-field",
  "/countries/CN",
  "/data",
  "/about",
  "/en",
  "/nowhere",
  "/imports",
];

describe("every answer", () => {
  it.each(PAGES)("is guarded by a policy without exceptions: %s", async (path) => {
    const page = await visitAsPublic();
    const answer = await page.request.get(path);
    const policy = answer.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/u);
    expect(answer.headers()).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
    expect(answer.headers()["content-type"]).toContain("text/html; charset=UTF-8");
  });

  it.each(PAGES)("names no other host except as a plain link of a record: %s", async (path) => {
    const page = await visitAsPublic();
    const html = await (await page.request.get(path)).text();
    expect(html.startsWith("<!DOCTYPE html>") || html.startsWith("<!doctype html>")).toBe(true);
    const withoutLinks = html.replaceAll(/<a href="https?:[^>]*>[^<]*<\/a>/gu, "").replaceAll(`${origin}/`, "/");
    expect(
      [...withoutLinks.matchAll(/(?:src|href|action|url\()\s*=?\s*["']?(?:https?:)?\/\/[^"'\s>]+/gu)].map(String),
    ).toEqual([]);
    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:/u);
  });
});

describe("the operator's session", () => {
  it("is a cookie no script reads and no other site sends, and the link works once", async () => {
    const page = await visitAsOperator();
    const [cookie, ...others] = await page.context().cookies();
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ name: "kakehashi_operator", httpOnly: true, sameSite: "Lax", path: "/" });
    const again = await visitAsPublic();
    const answer = await again.goto(operatorLink);
    expect(answer?.status()).toBe(403);
    expect(await again.getByRole("main").innerText()).toContain("このリンクは使えません");
    expect(await again.context().cookies()).toEqual([]);
  });

  it("does not change anything for a form of another site", async () => {
    const page = await visitAsOperator();
    const answer = await page.request.post("/agreements/A000001/withdraw", {
      form: { version: "1", reason: "よそから" },
      headers: { origin: "http://elsewhere.example" },
    });
    expect(answer.status()).toBe(403);
    expect((await (await visitAsPublic()).goto("/agreements/A000001"))?.status()).toBe(200);
  });
});

describe("addresses without a page", () => {
  it("answers 404 in words, in both languages, with the way back", async () => {
    const page = await visitAsPublic();
    for (const [path, title, home] of [
      ["/agreements/A999999", "このページは見つかりませんでした", "/"],
      ["/en/countries/zz", "Page not found", "/en"],
    ] as const) {
      expect((await page.goto(path))?.status()).toBe(404);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(title);
      expect(await page.locator(`a[href="${home}"]`).count()).toBeGreaterThan(0);
    }
  });

  it("says at /healthz that application and database answer", async () => {
    const page = await visitAsPublic();
    const answer = await page.request.get("/healthz");
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toContain("json");
  });
});
