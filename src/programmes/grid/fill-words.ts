/** Puts values into the braces of a sentence. What stands in braces and has no value stays as it is. */
export function fillWords(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{([a-zA-Z]+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
