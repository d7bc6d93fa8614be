import { Hono } from "hono";
import { beforeEach, describe, expect, it } from "vitest";
import { renderPage } from "./page.tsx";
import { PageFrame } from "./page-frame.tsx";
import { SearchForm } from "./search-form.tsx";
import { configureSite } from "./site.ts";
import type { Worker } from "./worker.ts";

const places = [
  { key: "agreements", href: "/agreements", label: { ja: "提携・協定", en: "Agreements" }, group: "search" },
  { key: "about", href: "/about", label: { ja: "出典", en: "Sources" }, group: "site", footOnly: true },
  { key: "sign-in", href: "/sign-in", label: { ja: "入口", en: "In" }, group: "site", isFor: kindIs("public") },
  {
    key: "imports",
    href: "/imports",
    label: { ja: "取り込み", en: "Imports" },
    group: "office",
    isFor: kindIs("member"),
  },
  { key: "bodies", href: "/bodies", label: { ja: "団体", en: "Bodies" }, group: "office" },
] as const;

function kindIs(kind: string) {
  return (worker: Readonly<{ kind: string }>): boolean => worker.kind === kind;
}

const worker: Worker = {
  ...{ displayName: "見本 一郎", body: { name: "見本県", unit: null }, otherBodies: [{}] },
  kind: "member",
};

beforeEach(() => {
  configureSite({ places, manifest: {}, origin: null });
});

function frame(props: Partial<Parameters<typeof PageFrame>[0]> = {}): string {
  return (
    <PageFrame lang="ja" path="/agreements?q=1" title="提携・協定" current="agreements" {...props}>
      <h1>提携・協定</h1>
    </PageFrame>
  ).toString();
}

describe("the page frame", () => {
  it("is sent with a doctype, so that browsers do not fall back to quirks mode", async () => {
    const app = new Hono().get("/", (c) => renderPage(c, <PageFrame lang="ja" path="/" />, 404));
    const response = await app.request("/");
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toMatch(/^<!doctype html><html lang="ja">/u);
  });

  it("tells search engines what the page of a record is about, in whole characters", () => {
    expect(frame()).not.toContain('name="description"');
    expect(frame({ description: "香港との\n交流" })).toContain('<meta name="description" content="香港との 交流"/>');
    const long = frame({ description: "👨‍👩‍👧".repeat(200) });
    expect(long).toContain(`content="${"👨‍👩‍👧".repeat(159)}…"`);
  });

  it("names its language, title, content and current place", () => {
    const page = frame();
    expect(page).toContain('<html lang="ja">');
    expect(page).toContain("<title>提携・協定｜架け橋</title>");
    expect(page).toContain('<a class="skip" href="#main">');
    expect(page).toContain('<main id="main" tabindex="-1">');
    expect(page).toContain('<a href="/agreements" aria-current="page">提携・協定</a>');
  });

  it("shows in the menu only the places it was given, and lesser ones only in the site map", () => {
    const [header = "", footer = ""] = frame().split("<main");
    expect(header).not.toContain("/about");
    expect(footer).toContain('href="/about"');
    expect(frame()).not.toContain("/programmes");
  });

  it("leads to the same page in the other language, query included", () => {
    expect(frame()).toContain('href="/en/agreements?q=1"');
    const english = frame({ lang: "en", path: "/en/agreements?q=1" });
    expect(english).toContain('<a href="/agreements?q=1" hreflang="ja" lang="ja">日本語</a>');
    expect(english).toContain('href="/en/agreements"');
  });

  it("speaks English to the components inside it on English pages", () => {
    const page = (
      <PageFrame lang="en" path="/en">
        <SearchForm action="/en/agreements" label="Name" />
      </PageFrame>
    ).toString();
    expect(page).toMatch(/Search<\/button>/u);
    expect(page).not.toContain("検索する");
  });

  it("says as whom one works only when one does", () => {
    expect(frame()).not.toContain("職員メニュー");
    const operator = { who: "この端末の担当者", worker: { kind: "operator", name: "local-operator" } } as const;
    expect(frame({ office: operator })).toContain("この端末の担当者 として作業中");
  });

  it("shows each reader the places that are for them", () => {
    expect(frame()).toContain("/sign-in");
    expect(frame()).not.toContain("/bodies");
    const signedIn = frame({ office: { who: "見本県", person: "見本 一郎", canSwitchBody: true, worker } });
    expect(signedIn).not.toContain("/sign-in");
    expect(signedIn.split('href="/imports"')).toHaveLength(3);
    expect(signedIn).toContain("アカウント（見本 一郎）");
    expect(signedIn).toContain("団体を切り替える");
    const operator = { who: "この端末の担当者", worker: { kind: "operator", name: "local-operator" } } as const;
    expect(frame({ office: operator })).not.toContain("/imports");
  });

  it("links the built stylesheet by its hashed name", () => {
    expect(frame()).not.toContain("stylesheet");
    configureSite({ manifest: { "src/ui/styles/kit.css": { file: "assets/kit-abc.css" } } });
    expect(frame()).toContain('<link rel="stylesheet" href="/assets/kit-abc.css"/>');
  });

  it("prints its address on paper when it knows its own origin", () => {
    configureSite({ origin: "https://kakehashi.example.jp" });
    expect(frame()).toContain("https://kakehashi.example.jp/agreements?q=1");
  });

  it("escapes what people typed", () => {
    const page = frame({ title: "<script>x</script>", crumbs: [{ label: '"><img>' }] });
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<img>");
  });
});
