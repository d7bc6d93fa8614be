/**
 * Text as it stands on paper, beside a plain reading of it (NFKC, one kind of space) that patterns can be run over.
 *
 * Offices write ２０１０, 2 0 1 0 and （2010） for the same thing. Every index of `plain` leads back to the printed
 * characters, so that what was recognised can be quoted exactly as it was printed.
 */

export type PrintedText = Readonly<{
  printed: string;
  plain: string;
  /** The printed wording behind `plain.slice(start, end)`. */
  quote: (start: number, end: number) => string;
  /** Index in `printed` of the character behind `plain[index]`. */
  printedIndex: (index: number) => number;
}>;

/** Line breaks stay, so that a pattern can tell lines apart; every other white space becomes one space. */
export function readPrinted(printed: string): PrintedText {
  const origins: number[] = [];
  let plain = "";
  let at = 0;
  for (const character of printed) {
    const folded = character === "\n" ? "\n" : character.normalize("NFKC").replace(/\s/gu, " ");
    for (let i = 0; i < folded.length; i += 1) origins.push(at);
    plain += folded;
    at += character.length;
  }
  const printedIndex = (index: number): number => origins[index] ?? printed.length;
  return { printed, plain, printedIndex, quote: (start, end) => printed.slice(printedIndex(start), endOf(end)) };

  function endOf(end: number): number {
    let next = end;
    while (next > 0 && next < origins.length && origins[next] === origins[next - 1]) next += 1;
    return printedIndex(next);
  }
}
