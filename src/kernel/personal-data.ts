/**
 * Passages of a text that look like a person's own data (個人情報): mobile numbers, and names of young people taking part.
 *
 * They only look like it, so they are shown with their exact place and a person decides; nothing is refused or removed.
 * Numbers beginning 070, 080, 090 are mobile numbers (電気通信番号規則); 0800 is a free one of an office. A name counts
 * when a word for pupils or participants stands near and something says it is a name: an honorific, a school year behind
 * it, or family and given name apart. Personal-looking mailboxes are another rule (mailbox.ts): they are refused.
 */
export type PersonalDataKind = "mobile_number" | "participant_name";

/** `from` and `to` are places in the text, as in `slice`. */
export type PersonalData = Readonly<{ kind: PersonalDataKind; text: string; from: number; to: number }>;

export function findPersonalData(text: string): readonly PersonalData[] {
  const plain = plainDigits(text);
  const found = [
    ...matches(plain, MOBILE).map((at) => ({ kind: "mobile_number" as const, ...at })),
    ...participantNames(plain).map((at) => ({ kind: "participant_name" as const, ...at })),
  ];
  return found
    .map(({ kind, from, to }) => ({ kind, text: text.slice(from, to), from, to }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

type Passage = Readonly<{ from: number; to: number }>;

const GAP = "[-\\s]{0,3}"; // bounded, so that a line of dashes is read in passing
const MOBILE = new RegExp(
  `(?<![0-9])(?:(?:\\+|00|010-?)81${GAP}(?:\\(0\\))?${GAP}|\\(?0(?!800))[789]0\\)?${GAP}[0-9]{4}${GAP}[0-9]{4}(?![0-9])`,
  "gu",
);

/** Full-width digits and signs as half-width ones, every dash as a hyphen: one character for one, so places stay. */
function plainDigits(text: string): string {
  return text
    .replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(?<=[0-9)])[‐‑‒–—―−ーｰ─](?=[0-9(])/gu, "-");
}

const YOUNG_WORDS = "生徒|児童|園児|小学生|中学生|高校生|高専生|大学生|留学生|学生|参加者|団員|派遣生|研修生";
const YOUNG = new RegExp(YOUNG_WORDS, "u");
const LEADING_WORD = new RegExp(`^(?:${YOUNG_WORDS})[ 　]?`, "u");
const NEAR = 30;

const KANJI = "[一-龠々〆ヶ]";
const NAME = `(?:${KANJI}{1,4}[ 　]?${KANJI}{1,4}|${KANJI}{1,3}[ 　]?(?!の)[ぁ-んァ-ヶー]{2,4}?)`;
const WITH_HONORIFIC = new RegExp(`${NAME}(?:さん|君|くん|ちゃん|氏)`, "gu");
const WITH_SCHOOL_YEAR = new RegExp(
  `(${KANJI}{1,4}[ 　]?${KANJI}{1,4})(?=\\((?:小学|中学|高校|大学|小|中|高|大)[校]?\\s*[1-6一二三四五六]\\s*年?生?\\))`,
  "gu",
);
const APART = new RegExp(`(?<!${KANJI})(${KANJI}{1,3}[ 　]${KANJI}{1,3})(?!${KANJI})`, "gu");

/** Words that end like something else than a person: 長沙市, 第一高校, 生徒の皆, 交流事業. */
const NO_NAME =
  /(?:[市区町村県府都道州省国校会部課院所園館局社団組員者生童徒班隊]|皆|一同|事業|訪問|交流|研修|派遣|代表|保護者|先生|親子)$/u;

/** Words of two characters that forms and reports print apart: 期　間, 人　数. */
const KEYS =
  /^(?:期間|人数|会場|内容|日時|日程|時期|場所|主催|共催|後援|対象|定員|概要|目的|経費|予算|決算|実績|計画|派遣|受入|開催|実施|備考|参加|引率|事業|名称|区分|合計|総数|小計|男子|女子|男性|女性|回数|年度|国名|氏名|相手|結果|成果|課題|予定|理由|状況)$/u;

function participantNames(text: string): readonly Passage[] {
  if (!YOUNG.test(text)) return [];
  const found = [WITH_HONORIFIC, WITH_SCHOOL_YEAR, APART].flatMap((form) => matches(text, form));
  const names = found
    .map(({ from, to }) => ({ from: from + (LEADING_WORD.exec(text.slice(from, to))?.[0].length ?? 0), to }))
    .filter(({ from, to }) => isName(text.slice(from, to)))
    .filter(({ from, to }) => YOUNG.test(text.slice(Math.max(0, from - NEAR), to + NEAR)));
  return withoutOverlaps(names);
}

/** Two forms may see one name; the one that begins first is shown. */
function withoutOverlaps(passages: readonly Passage[]): readonly Passage[] {
  const kept: Passage[] = [];
  for (const one of passages.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one);
  }
  return kept;
}

function isName(words: string): boolean {
  const name = words.replace(/(?:さん|君|くん|ちゃん|氏)$/u, "");
  return name !== "" && !NO_NAME.test(name) && !KEYS.test(name.replace(/[ 　]/u, ""));
}

function matches(text: string, form: RegExp): readonly Passage[] {
  return [...text.matchAll(form)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
