import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Link, safeHref } from "./link.tsx";

describe("an address in a link", () => {
  it.each([
    "/agreements",
    "/",
    "?page=2",
    "#main",
    "/agreements?q=大連市",
    "https://www.city.example.jp/kokusai/",
    "HTTP://example.jp/",
  ])("may lead to %s", (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "ftp://example.jp/",
    "mailto:kokusai@city.example.jp",
    "//example.jp/",
    "/\\example.jp/",
    "/\t/example.jp/",
    "https://user:secret@example.jp/",
    "https://",
    "relative/path",
    "",
  ])("never leads to %j", (href) => {
    expect(safeHref(href)).toBeNull();
  });

  it("stays on this site unless it is http or https, whatever it is made of", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "\t",
      "\n",
      ":",
      "javascript",
      "data",
      "https",
      "//",
      "a",
      "?",
      "#",
      "@",
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const href = parts.join("");
        if (safeHref(href) === null) return true;
        const { protocol, host } = new URL(href, "https://kakehashi.example.jp/agreements");
        return /^https?:/iu.test(href) ? /^https?:$/u.test(protocol) : host === "kakehashi.example.jp";
      }),
    );
  });

  it("is shown as words when it is refused", () => {
    const refused = "javascript:alert(1)";
    const page = (<Link href={refused}>市のページ</Link>).toString();
    expect(page).toBe("<span>市のページ</span>");
  });

  it("to another site does not hand over the window", () => {
    expect((<Link href="https://example.jp/">市のページ</Link>).toString()).toContain('rel="noopener"');
  });
});
