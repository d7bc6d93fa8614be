/**
 * Which passwords are taken: 12 to 128 characters of any kind, and not one that is easily guessed. No rules about
 * capitals or signs (NIST SP 800-63B, OWASP ASVS 5.0 6.2): they make passwords worse.
 *
 * Guessed easily are the passwords known from leaks (a list inside the software, nothing is asked of the network), the
 * words around the person (body, own name, address, the product), and what little variation is left when these words,
 * runs (12345, abcde, qwerty) and repetitions are taken away.
 */
import { dictionary } from "@zxcvbn-ts/language-common";
import { MAX_PASSWORD, MIN_PASSWORD } from "./auth-options.ts";

export type PasswordProblem =
  | Readonly<{ code: "password_too_short"; least: number }>
  | Readonly<{ code: "password_too_long"; most: number }>
  | Readonly<{ code: "password_known" }>
  | Readonly<{ code: "password_guessable" }>;

/** Of what is left after all known words and runs are taken away, at least so many different characters. */
const LEAST_REST = 5;
const SHORTEST_WORD = 3;
const SHORTEST_RUN = 3;
const PRODUCT_WORDS = ["kakehashi", "架け橋", "かけはし", "password", "passwort", "パスワード"];
const RUNS = [
  "01234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb",
];

const known: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** The same password from every keyboard: full width and half width are one. Applied wherever one is typed. */
export function normalisePassword(typed: string): string {
  return typed.normalize("NFKC");
}

/** @param around words that others know of the person: names of bodies, own name, e-mail address. */
export function checkPassword(typed: string, around: readonly string[]): PasswordProblem | undefined {
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < MIN_PASSWORD) return { code: "password_too_short", least: MIN_PASSWORD };
  if (length > MAX_PASSWORD) return { code: "password_too_long", most: MAX_PASSWORD };
  const lower = password.toLowerCase();
  if (known.has(lower) || known.has(withoutEnds(lower))) return { code: "password_known" };
  const rest = withoutRepetition(withoutRuns(withoutWords(lower, around)));
  if (new Set(rest).size < LEAST_REST) return { code: "password_guessable" };
  return undefined;
}

/** `!password2024` is `password` with what everybody adds. */
function withoutEnds(text: string): string {
  return text.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "");
}

function withoutWords(text: string, around: readonly string[]): string {
  const words = [...around, ...PRODUCT_WORDS]
    .flatMap((word) => [word, ...word.split(/[@.\s_-]+/u)])
    .map((word) => word.normalize("NFKC").toLowerCase())
    .filter((word) => [...word].length >= SHORTEST_WORD || /^\p{Script=Han}{2,}$/u.test(word))
    .sort((a, b) => b.length - a.length);
  return words.reduce((rest, word) => rest.replaceAll(word, " "), text);
}

/** Takes away every run of neighbours, forwards and backwards. */
function withoutRuns(text: string): string {
  const characters = [...text];
  return characters.filter((_, at) => !isInRun(characters, at)).join("");
}

function isInRun(characters: readonly string[], at: number): boolean {
  for (let start = Math.max(0, at - SHORTEST_RUN + 1); start <= at; start += 1) {
    const piece = characters.slice(start, start + SHORTEST_RUN).join("");
    if ([...piece].length === SHORTEST_RUN && isRun(piece)) return true;
  }
  return false;
}

function isRun(piece: string): boolean {
  const backwards = [...piece].reverse().join("");
  return RUNS.some((run) => run.includes(piece) || run.includes(backwards));
}

/** `abXabXabX` is `abX`: a whole that is made of one part is that part. */
function withoutRepetition(text: string): string {
  const part = /^(.+?)\1+$/su.exec(text)?.[1];
  return (part ?? text).replaceAll(/\s/gu, "");
}
