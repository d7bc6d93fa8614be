/** Words of a document and its drafts: sheets (個票), or what the slice calls its records (事業). */
import type { Lang } from "../../ui/index.ts";
import type { IntakeWords } from "./words.ts";
import { words } from "./words.ts";

/** What a slice calls its records; undefined for agreements. */
export type Noun = Readonly<Record<Lang, string>> | undefined;

export function documentWords(lang: Lang, noun: Noun): IntakeWords["document"] {
  const { document, ofNoun } = words(lang);
  return noun === undefined ? document : { ...document, ...ofNoun(noun[lang]).document };
}

export function draftWords(lang: Lang, noun: Noun): IntakeWords["draft"] {
  const { draft, ofNoun } = words(lang);
  return noun === undefined ? draft : { ...draft, ...ofNoun(noun[lang]).draft };
}
