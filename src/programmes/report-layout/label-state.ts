/**
 * What the line of an item says besides its name: 英国青少年受入（先方の都合により中止）, 植樹 ※雨天のため中止, 式典　該当なし, 派遣：未定.
 */
import { splitTrailingBracket } from "./printed-words.ts";
import { readStatusLine, type SaidStatus } from "./status-words.ts";

export type LabelState = Readonly<{ name: string; said: SaidStatus | null }>;

const NOTHING_SAID = (label: string): LabelState => ({ name: label, said: null });

export function splitLabelState(label: string): LabelState {
  const { before, inside } = splitTrailingBracket(label);
  if (inside !== null && before !== "") {
    const said = readStatusLine(inside);
    return said === null || isOfNumber(before) ? splitAtSign(label) : { name: before, said };
  }
  return splitAtSign(label);
}

/** ALT 26名（内訳調整中）: the number stands, only its parts are open. */
function isOfNumber(before: string): boolean {
  return /[\d０-９]\s*[名人件]$/u.test(before);
}

function splitAtSign(label: string): LabelState {
  for (const sign of [/\s*[（(]?※\s*/u, /\s*[→⇒]\s*/u, /\s*[：:]\s*/u, /\s+/u]) {
    const found = sign.exec(label);
    if (found === null || found.index === 0) continue;
    const tail = label.slice(found.index + found[0].length);
    const said = readStatusLine(tail.replace(/[）)]$/u, ""));
    if (said !== null) return { name: label.slice(0, found.index).trim(), said };
  }
  return NOTHING_SAID(label);
}
