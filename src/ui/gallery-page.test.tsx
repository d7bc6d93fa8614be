import { describe, expect, it } from "vitest";
import { GalleryPage } from "./gallery-page.tsx";

const page = (<GalleryPage lang="ja" path="/styleguide" />).toString();

describe("the gallery of all components", () => {
  it("holds nothing the content security policy would block", () => {
    expect(page).not.toMatch(/\sstyle="/u);
    expect(page).not.toContain("<style");
    expect(page).not.toContain("<script");
    expect(page).not.toMatch(/\son[a-z]+="/u);
  });

  it("fetches nothing from other hosts", () => {
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
  });

  it("gives every id once", () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("points every description and label at an id that exists", () => {
    const references = [...page.matchAll(/\s(?:aria-describedby|aria-labelledby|for)="([^"]+)"/gu)];
    for (const [, ids = ""] of references) {
      for (const id of ids.split(" ")) expect(page).toContain(`id="${id}"`);
    }
  });

  it("never skips a level of headings and has one main heading", () => {
    const levels = [...page.matchAll(/<h([1-6])[\s>]/gu)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const fromMain = levels.slice(levels.indexOf(1));
    fromMain.forEach((level, index) => {
      expect(level - (fromMain[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });
});
