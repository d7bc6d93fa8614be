/** Who did something, for members: a colleague's name, an operator's title, or that it was somebody of another body. */
import { type Lang, operatorTitle } from "../../../ui/index.ts";
import { words } from "../words.ts";

const ACCOUNT = /^U[0-9]+$/u;

/** @param name as far as the reader may read it. */
export function personText(person: string, name: string | null, lang: Lang): string {
  if (name !== null) return name;
  return ACCOUNT.test(person) ? words(lang).people.ofOtherBody : operatorTitle(person, lang);
}
