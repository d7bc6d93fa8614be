/** Who did something: by name where the reader may read it, else by title. */
import { type Lang, operatorTitle } from "../../ui/index.ts";

export function personWords(person: string, name: string | null, lang: Lang): string {
  return name ?? operatorTitle(person, lang);
}
