/**
 * On a page in English every Japanese word says that it is Japanese (WCAG 3.1.2): titles, reasons and places stay as
 * they are written, screen readers read them in Japanese, and browsers set 直 and 骨 in their Japanese forms.
 *
 * One place for all pages, because record texts stand in hundreds of cells, links and sentences, and whoever writes a
 * cell does not know which language its words are in. Reads the markup that hono/jsx sends, which is well formed.
 */
const LETTERS = String.raw`\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}`;
/** A letter, or a sign that only Japanese writes, with marks and variants of its form behind it. */
const OWN = String.raw`[${LETTERS}\u3001-\u303F\u30FB\u30FC\uFF01-\uFF60]\p{M}*`;
const LETTER = new RegExp(`[${LETTERS}]`, "u");
/** 第24回ICT会議 is one run: digits and Latin letters between Japanese ones belong to it, and so do gaps in 見本 一郎. */
const RUNS = new RegExp(String.raw`${OWN}(?:(?:[^\s<>]*|[ \u3000])${OWN})*`, "gu");
const TOKEN = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/gu;
const LANG = /(?:^|\s)lang="([^"]*)"/u;
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]);
const NO_WORDS = new Set(["script", "style"]);
/** They hold words and no elements: the language stands on themselves. */
const WORDS_ONLY = new Set(["title", "option", "textarea", "text", "tspan", "desc"]);

type Open = Readonly<{ name: string; lang: string; isDrawing: boolean }>;

/** Markup of a whole page; one that is not in English comes back as it is. */
export function markJapanese(page: string): string {
  if (!/^(?:<!doctype html>)?<html lang="en"/iu.test(page) || !LETTER.test(page)) return page;
  const open: Open[] = [];
  const parts: string[] = [];
  for (const [token, slash, name, attributes = "", words] of page.matchAll(TOKEN)) {
    if (words !== undefined) addWords(parts, words, open.at(-1));
    else parts.push(token);
    if (name === undefined) continue;
    if (slash === "/") close(open, name);
    else if (!VOID.has(name) && !token.endsWith("/>")) open.push(opened(name, attributes, open.at(-1)));
  }
  return parts.join("");
}

function opened(name: string, attributes: string, around: Open | undefined): Open {
  const lang = LANG.exec(attributes)?.[1] ?? around?.lang ?? "";
  return { name, lang, isDrawing: name === "svg" || around?.isDrawing === true };
}

function close(open: Open[], name: string): void {
  while (open.length > 0 && open.pop()?.name !== name);
}

function addWords(parts: string[], words: string, within: Open | undefined): void {
  if (within === undefined || within.lang === "ja" || NO_WORDS.has(within.name) || !LETTER.test(words)) {
    parts.push(words);
    return;
  }
  if (!WORDS_ONLY.has(within.name) && !within.isDrawing) {
    parts.push(withRuns(words));
    return;
  }
  const start = parts.at(-1); // the tag just opened; words that follow an element stand in a language already
  if (start?.startsWith(`<${within.name}`) === true && isMostlyJapanese(words)) {
    parts[parts.length - 1] = start.replace(`<${within.name}`, `<${within.name} lang="ja"`);
  }
  parts.push(words);
}

/** Several runs in one text stay one part of their line: in a row of boxes each part of its own would get a gap. */
function withRuns(words: string): string {
  let count = 0;
  const marked = words.replace(RUNS, (run) => {
    if (!LETTER.test(run)) return run;
    count += 1;
    return `<span lang="ja">${run}</span>`;
  });
  const isWhole = count === 1 && marked.trim().startsWith("<span") && marked.trim().endsWith("</span>");
  return isWhole || count === 0 ? marked : `<span>${marked}</span>`;
}

function isMostlyJapanese(words: string): boolean {
  const japanese = words.match(new RegExp(LETTER, "gu"))?.length ?? 0;
  return japanese > (words.match(/\p{Script=Latin}/gu)?.length ?? 0);
}
