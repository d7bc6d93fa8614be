/** The few words that a writer adds to a document by itself. */

import type { DocumentLanguage } from "../document.ts";
import { documentWords as en } from "../messages.en.ts";
import { documentWords as ja } from "../messages.ja.ts";

export type DocumentWords = Readonly<{
  contents: string;
  notes: string;
  note: (number: number) => string;
  back: string;
  /** The same for who does not see where it stands. */
  backToText: (number: number) => string;
  /** Below a PDF that shows 〓 for characters its typeface lacks. */
  undisplayed: (characters: string) => string;
  /** Sheet of a workbook that holds text outside of tables, where no heading names it. */
  textSheet: string;
  asPrinted: (text: string) => string;
}>;

/** As files name it. */
export const LANGUAGE_TAGS = { ja: "ja-JP", en: "en-GB" } as const satisfies Record<DocumentLanguage, string>;

export const documentWords: Readonly<Record<DocumentLanguage, DocumentWords>> = { ja, en };
