/**
 * Scripts that do not belong into a Japanese name: Hangul left inside 「全羅南道順천시」, Cyrillic inside katakana.
 *
 * A name wholly in another script is somebody's own name and stays unremarked; so do Latin and Greek letters.
 */

export type ForeignScript = Readonly<{
  /** Hangul, Cyrillic …; Other for what is not listed. */
  script: string;
  text: string;
  /** Index in the given text. */
  start: number;
}>;

const SCRIPTS = [
  "Hangul",
  "Cyrillic",
  "Thai",
  "Arabic",
  "Hebrew",
  "Devanagari",
  "Bopomofo",
  "Mongolian",
  "Khmer",
  "Lao",
];
const patterns = SCRIPTS.map((script) => ({ script, pattern: new RegExp(`\\p{Script=${script}}`, "u") }));

const foreignRun =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}])\p{L})+/gu;
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function mixedScripts(text: string): readonly ForeignScript[] {
  if (!japanese.test(text)) return [];
  return [...text.matchAll(foreignRun)].map((run) => ({
    script: patterns.find(({ pattern }) => pattern.test(run[0]))?.script ?? "Other",
    text: run[0],
    start: run.index,
  }));
}
