/**
 * The words that stand before or after a date in a date cell, and what they make of it: 更新：, （当初）, の末まで, 吉林省：.
 *
 * Only a word that touches the date counts. A sentence in brackets (※…) is a note, not a label.
 */

export type DateRole =
  | "signed"
  | "renewed"
  | "resigned"
  | "expires"
  | "original"
  | "current"
  | "started"
  | "unlabelled";

type Label = Readonly<{ role: DateRole; word: string }>;

const RESIGNED = "再締結|再調印|再提携|再署名|改めて(?:協定を|覚書を)?(?:締結|調印|提携|署名)";
const RENEWED = "更新|延長|改定|改訂";
const SIGNED = "(?:協定|提携|覚書)?(?:締結|調印|署名)|提携";

/** Longer words first: 再締結 also ends in 締結. Each may be followed by 日 or 年月日. */
const BEFORE: readonly Label[] = [
  { role: "expires", word: "有効期[間限]|期限|満了|終了|失効" },
  { role: "original", word: `当初(?:${SIGNED})?` },
  { role: "current", word: `(?:現行|現在)(?:の?協定)?` },
  { role: "resigned", word: RESIGNED },
  { role: "renewed", word: RENEWED },
  { role: "started", word: "開始|発効" },
  { role: "signed", word: SIGNED },
];

const AFTER: readonly Label[] = [
  { role: "expires", word: "の?(?:年?末|終わり)?(?: *まで| *限り|(?:を|に)?(?:期限|満了|終了|失効))" },
  { role: "started", word: "(?:から|より|に)? *(?:開始|発足|スタート)" },
  { role: "original", word: "\\(? *当初" },
  { role: "current", word: "\\(? *現行" },
  { role: "resigned", word: `(?:に|付けで)? *\\(? *(?:${RESIGNED})` },
  { role: "renewed", word: `(?:に|付けで)? *\\(? *(?:${RENEWED})` },
  { role: "signed", word: `(?:に|付けで)? *\\(? *(?:${SIGNED})` },
];

const before = BEFORE.map(({ role, word }) => ({
  role,
  pattern: new RegExp(`(?:${word})(?:年月日|日)?[)）】\\]]?(?:は|:)? *\\(?$`, "u"),
}));
const after = AFTER.map(({ role, word }) => ({ role, pattern: new RegExp(`^ *(?:${word})`, "u") }));

/** @param text plain text that ends where the date begins. */
export function roleBefore(text: string): DateRole | null {
  return before.find(({ pattern }) => pattern.test(text.trimEnd()))?.role ?? null;
}

/** @param text plain text that begins where the date ends; `length` is how far the label reaches. */
export function roleAfter(text: string): Readonly<{ role: DateRole; length: number }> | null {
  for (const { role, pattern } of after) {
    const match = pattern.exec(text);
    if (match !== null) return { role, length: match[0].length };
  }
  return null;
}

const place = "旧? *(?:[^\\s、。:()・…※]{1,20}[省市県州道府都町村区郡國国]|[ァ-ヶー・]{2,20})";
const partyBefore = new RegExp(`(?:^|[\\s、。,;)(])(${place}) *:? *$`, "u");
const partyAfter = new RegExp(`^ *\\( *[・….]* *(${place}) *\\)`, "u");

/** Whose date it is: 吉林省 before 「：」, or 旧八日市市 in brackets behind the date. */
export function partyAround(textBefore: string, textAfter: string): string | null {
  const found = partyAfter.exec(textAfter)?.[1] ?? partyBefore.exec(textBefore)?.[1];
  return found === undefined ? null : found.replaceAll(" ", "");
}
