/**
 * Language of a page: Japanese at `/…`, English at `/en/…`; texts of records stay as they are written.
 *
 * Components read the language from the page frame around them, so page authors name it once.
 */
import { createContext, useContext } from "hono/jsx";

export type Lang = "ja" | "en";

const ENGLISH_PREFIX = "/en";

const LangContext = createContext<Lang>("ja");

export const LangProvider = LangContext.Provider;

export function useLang(): Lang {
  return useContext(LangContext);
}

/** Address of the same page in the given language; query and fragment stay. Only for paths of this site. */
export function pathIn(lang: Lang, path: string): string {
  const japanese = withoutPrefix(path);
  if (lang === "ja" || !japanese.startsWith("/")) return japanese;
  return japanese === "/" ? ENGLISH_PREFIX : `${ENGLISH_PREFIX}${japanese}`;
}

/** Language a path asks for. */
export function langOf(path: string): Lang {
  return withoutPrefix(path) === path ? "ja" : "en";
}

function withoutPrefix(path: string): string {
  const rest = /^\/en(?=[/?#]|$)(.*)$/su.exec(path)?.[1];
  if (rest === undefined) return path;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
