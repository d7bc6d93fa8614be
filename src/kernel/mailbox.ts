/**
 * Mailboxes of persons among the mailboxes of offices. A personal-looking address is never stored nor shown, whatever
 * document it came in; kokusai@ and sui-jigyou@ are offices and stay.
 *
 * Personal-looking is what reads as a person before the @: given and family name in either order (taro.yamada,
 * yamada_taro01), a family name with an initial (t-yamada, yamada-t), both names in one word (yamadataro).
 */
import { readPrinted } from "./printed-text.ts";
import { isGivenName, isOfficeWord, isRomaji, isSurname } from "./romaji-name.ts";

/** Places count in the given text; `address` is plain: half width, without spaces. */
export type PersonalMailbox = Readonly<{ start: number; end: number; address: string }>;

export const MASKED_MAILBOX = "（個人のものとみられるメールアドレス）";

const sign = / {0,9}(?:@|[([]at[)\]]) {0,9}/giu;
const localPart = /[A-Za-z0-9][A-Za-z0-9._%+'-]*$/u;
const domainPart = /[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*/uy;
/** Longest local part by RFC 5321; looking back no further keeps long texts cheap. */
const LONGEST_LOCAL_PART = 64;

export function findPersonalMailboxes(text: string): readonly PersonalMailbox[] {
  if (!/[@＠﹫]|at[)）\]］]|[ａＡ]/iu.test(text)) return [];
  const { plain, printedIndex } = readPrinted(text);
  return [...plain.matchAll(sign)].flatMap((match) => {
    const local = localPart.exec(plain.slice(Math.max(0, match.index - LONGEST_LOCAL_PART), match.index))?.[0] ?? "";
    if (!looksPersonal(local)) return [];
    domainPart.lastIndex = match.index + match[0].length;
    const domain = domainPart.exec(plain)?.[0] ?? "";
    const end = domain === "" ? match.index + match[0].trimEnd().length : domainPart.lastIndex;
    return [{ start: printedIndex(match.index - local.length), end: printedIndex(end), address: `${local}@${domain}` }];
  });
}

export function maskPersonalMailboxes(text: string): string {
  let masked = "";
  let done = 0;
  for (const { start, end } of findPersonalMailboxes(text)) {
    masked += text.slice(done, start) + MASKED_MAILBOX;
    done = end;
  }
  return masked + text.slice(done);
}

/** @param local what stands before the @. */
function looksPersonal(local: string): boolean {
  const [name = ""] = local.toLowerCase().replaceAll("'", "").split("+");
  const words = name
    .split(/[._%-]+/u)
    .map((word) => word.replace(/\d+$/u, ""))
    .filter((word) => word !== "");
  if (words.some((word) => /\d/u.test(word))) return false;
  const [only = ""] = words;
  if (words.length === 1) return isFullNameInOneWord(only);
  const isPairOfWords = words.length === 2 && /[._]/u.test(name);
  return words.slice(1).some((word, index) => isPersonalPair(words[index] ?? "", word, isPairOfWords));
}

function isPersonalPair(a: string, b: string, mayBeUnknownName: boolean): boolean {
  if ((isSurname(a) && isGivenName(b)) || (isGivenName(a) && isSurname(b))) return true;
  if (a.length <= 2 || b.length <= 2) return isInitialWithName(a, b) || isInitialWithName(b, a);
  if (isOfficeWord(a) || isOfficeWord(b) || !isRomaji(a) || !isRomaji(b)) return false;
  return mayBeUnknownName || isName(a) || isName(b);
}

function isInitialWithName(initial: string, name: string): boolean {
  if (initial.length > 2 || name.length <= 2) return false;
  return isSurname(name) || (initial.length === 1 && name.length > 3 && isGivenName(name) && !isOfficeWord(name));
}

function isName(word: string): boolean {
  return isSurname(word) || isGivenName(word);
}

const SHORTEST_NAME = 3;

/** yamadataro, taroyamada. A place as family name decides nothing: toyamashin may be an office. */
function isFullNameInOneWord(word: string): boolean {
  for (let at = SHORTEST_NAME; at <= word.length - SHORTEST_NAME; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const surname =
      isSurname(first) && isGivenName(second) ? first : isGivenName(first) && isSurname(second) ? second : "";
    if (surname !== "" && !isOfficeWord(surname) && word.length > 2 * SHORTEST_NAME) return true;
  }
  return false;
}
