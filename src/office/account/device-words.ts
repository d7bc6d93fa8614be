/** What a browser says of itself, in words its owner knows again: 「Windows の Edge」. A hint, never a proof. */
import type { Lang } from "../../ui/index.ts";
import { words } from "./words.ts";

type Known = readonly (readonly [pattern: RegExp, name: string])[];

/** Later browsers name earlier ones too, so the more particular come first. */
const BROWSERS: Known = [
  [/Edg(?:e|A|iOS)?\//u, "Edge"],
  [/OPR\//u, "Opera"],
  [/Firefox\/|FxiOS\//u, "Firefox"],
  [/Chrome\/|CriOS\//u, "Chrome"],
  [/Safari\//u, "Safari"],
];
const SYSTEMS: Known = [
  [/Windows/u, "Windows"],
  [/iPhone/u, "iPhone"],
  [/iPad/u, "iPad"],
  [/Android/u, "Android"],
  [/Mac OS X|Macintosh/u, "Mac"],
  [/CrOS/u, "ChromeOS"],
  [/Linux/u, "Linux"],
];

export function deviceWords(userAgent: string, lang: Lang): string {
  const { on, unknown } = words(lang).sessions;
  const browser = nameIn(BROWSERS, userAgent);
  const system = nameIn(SYSTEMS, userAgent);
  if (browser === undefined || system === undefined) return browser ?? system ?? unknown;
  return on(browser, system);
}

function nameIn(known: Known, text: string): string | undefined {
  return known.find(([pattern]) => pattern.test(text))?.[1];
}
