/** Web addresses in a section: all of them, several lines or run together, without the words behind them. */
import type { SourceLine } from "../../documents/source-text.ts";
import { bareLine } from "./clean-text.ts";

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'、。，（）「」『』【】()\u{3000}]+(?:\([^\s()]*\)[^\s<>"'、。（）「」]*)?/giu;
const FULL_WIDTH_SCHEME = /ｈｔｔｐｓ?[:：][/／]{2}[！-～]+/giu;

export function readLinks(body: readonly SourceLine[]): readonly string[] {
  const links = body.flatMap(({ text }) => {
    const words = bareLine(text.replace(/<\/?(?:p|br|li)\s*\/?>/giu, " ")).replace(FULL_WIDTH_SCHEME, (address) =>
      address.normalize("NFKC"),
    );
    return [...words.matchAll(ADDRESS)].map(([address]) => address.replace(/[.,;:!?・]+$/u, ""));
  });
  return [...new Set(links)];
}
