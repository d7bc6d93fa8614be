import { describe, expect, test } from "vitest";
import { markJapanese } from "./mark-japanese.ts";

const page = (body: string) => `<!doctype html><html lang="en"><body>${body}</body></html>`;
const bodyOf = (body: string) => markJapanese(page(body)).replace(/^.*<body>(.*)<\/body>.*$/su, "$1");

describe("Japanese words on an English page", () => {
  test("leave everything before and behind them as it was, the doctype too", () => {
    const whole = page("<!-- note --><p>日本</p>");
    expect(markJapanese(whole)).toBe(whole.replace("日本", '<span lang="ja">日本</span>'));
  });

  test("say that they are Japanese", () => {
    expect(bodyOf("<a href='/x'>第24回ICT会議</a>")).toBe(`<a href='/x'><span lang="ja">第24回ICT会議</span></a>`);
  });

  test("are marked alone inside an English sentence, which stays one part of its line", () => {
    expect(bodyOf("<p>FY2024 (令和6年度)　香港　会場 x</p>")).toBe(
      `<p><span>FY2024 (<span lang="ja">令和6年度</span>)　<span lang="ja">香港　会場</span> x</span></p>`,
    );
  });

  test("keep their variants and their brackets", () => {
    expect(bodyOf("<p>「辻\u{E0100}」 x</p>")).toBe(`<p><span><span lang="ja">「辻\u{E0100}」</span> x</span></p>`);
  });

  test("are left where somebody has said their language already", () => {
    expect(bodyOf(`<a lang="ja">日本語</a><b>香</b>`)).toBe(`<a lang="ja">日本語</a><b><span lang="ja">香</span></b>`);
  });

  test("carry their language on the element where no element may stand inside", () => {
    expect(bodyOf("<select><option value=1>鹿児島県</option></select>")).toContain(
      `<option lang="ja" value=1>鹿児島県`,
    );
    expect(bodyOf("<textarea>港湾 x</textarea>")).toBe(`<textarea lang="ja">港湾 x</textarea>`);
    expect(bodyOf("<svg><text x=1>福岡</text></svg>")).toBe(`<svg><text lang="ja" x=1>福岡</text></svg>`);
    expect(bodyOf("<title>Calendar 令和 Kakehashi</title>")).toBe("<title>Calendar 令和 Kakehashi</title>");
  });

  test("are not looked for in scripts, attributes and comments", () => {
    const same = `<script>"港"</script><img alt="港"/><!-- 港 --><input value="a>港">`;
    expect(bodyOf(same)).toBe(same);
  });

  test("do not concern a page in Japanese", () => {
    const own = page("<p>港</p>").replace('lang="en"', 'lang="ja"');
    expect(markJapanese(own)).toBe(own);
  });

  test("leave a page without any of them as it is", () => {
    expect(markJapanese(page("<p>Port （1）</p>"))).toBe(page("<p>Port （1）</p>"));
  });
});
