import { describe, expect, it } from "vitest";
import { langOf, pathIn } from "./lang.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

describe("the language of an address", () => {
  it.each([
    ["/", "/en"],
    ["/agreements?q=大連&sort=title", "/en/agreements?q=大連&sort=title"],
    ["/?lang=x#top", "/en/?lang=x#top"],
    ["/england", "/en/england"],
  ])("leads from %s to %s and back", (japanese, english) => {
    expect(pathIn("en", japanese)).toBe(english);
    expect(pathIn("ja", english)).toBe(japanese);
    expect(pathIn("en", english)).toBe(english);
  });

  it("is Japanese unless the first part of the path is en", () => {
    expect(langOf("/en")).toBe("en");
    expect(langOf("/en/tables/by-field")).toBe("en");
    expect(langOf("/en?x=1")).toBe("en");
    expect(langOf("/england")).toBe("ja");
    expect(langOf("/")).toBe("ja");
  });
});

describe("the words of the kit", () => {
  it("are never left empty, in both languages", () => {
    for (const words of [ja, en]) {
      for (const text of textsIn(words)) expect(text.trim()).not.toBe("");
    }
  });
});

function textsIn(words: object): readonly string[] {
  return Object.values(words).flatMap((value: unknown): readonly string[] => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? textsIn(value) : [];
  });
}
