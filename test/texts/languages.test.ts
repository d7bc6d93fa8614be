/**
 * What people read lies in messages, in Japanese and, where a page can be switched, in English; the compiler sees to it
 * that both say the same entries.
 * A text in the code of a page would stay Japanese on its English page, and nobody would find it to correct it.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync } from "@swc/core";
import { expect, test } from "vitest";

const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;

const paths = (pattern: string) => globSync(pattern).map((path) => path.replaceAll("\\", "/"));

/** Japanese that is read or recognised in what somebody typed, or that is kept; shown to nobody as a sentence. */
const READ_OR_KEPT: Readonly<Record<string, readonly string[]>> = {
  "src/programmes/import/correct-draft.tsx": ["年度"],
  "src/programmes/report-routes.tsx": ["年度"],
  "src/registry/pages/record/notices.tsx": ["年"],
  "src/registry/pages/tables/table-page.tsx": ["交流"],
};

/** Examples of what the search finds, and the name of the other language. */
const QUOTED = new Set(["日本語", "韓国", "教育", "環境", "香港", "留学生"]);

type Node = Readonly<Record<string, unknown>> | readonly unknown[] | string | number | boolean | null | undefined;

/** Texts of strings, templates and markup; what stands in comments and patterns is no text. */
function textsIn(node: Node, found: string[] = []): readonly string[] {
  if (node === null || typeof node !== "object") return found;
  if (Array.isArray(node)) {
    for (const part of node as readonly Node[]) textsIn(part, found);
    return found;
  }
  const { type, value, raw, ...parts } = node as Readonly<Record<string, Node>>;
  if (type === "RegExpLiteral" || isInBothLanguages(node as Readonly<Record<string, Node>>)) return found;
  if (type === "StringLiteral" || type === "JSXText") found.push(String(value).trim());
  if (type === "TemplateElement") found.push(String(raw).trim());
  textsIn(value, found);
  for (const part of Object.values(parts)) textsIn(part, found);
  return found;
}

function textsOf(path: string): readonly string[] {
  const program = parseSync(readFileSync(path, "utf8"), { syntax: "typescript", tsx: path.endsWith(".tsx") });
  return textsIn(program.body as unknown as Node); // a tree of plain objects
}

/** `{ ja: "…", en: "…" }`: both stand beside each other. */
function isInBothLanguages({ type, properties }: Readonly<Record<string, Node>>): boolean {
  if (type !== "ObjectExpression" || !Array.isArray(properties)) return false;
  const keys = (properties as readonly { key?: { value?: unknown } }[]).map(({ key }) => key?.value);
  return keys.includes("ja") && keys.includes("en");
}

test("no page has a Japanese text of its own", () => {
  const pages = paths("src/**/*.tsx").filter((path) => !/\.test\.tsx$|^src\/ui\/gallery|\/testing\//u.test(path));
  expect(pages.length).toBeGreaterThan(150);
  const found = pages.flatMap((path) => {
    const texts = textsOf(path).filter((text) => JAPANESE.test(text));
    return texts.filter((text) => !(READ_OR_KEPT[path] ?? []).includes(text)).map((text) => `${path}: ${text}`);
  });
  expect(found).toEqual([]);
});

test("no English message is left in Japanese", () => {
  const messages = paths("src/**/*.en.ts");
  expect(messages.length).toBeGreaterThan(40);
  const found = messages.flatMap((path) => {
    const texts = textsOf(path).filter((text) => JAPANESE.test(text) && !/[A-Za-z]/u.test(text) && !QUOTED.has(text));
    return texts.map((text) => `${path}: ${text}`);
  });
  expect(found).toEqual([]);
});
