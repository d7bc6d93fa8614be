/** What a form sends: texts, and the names of the controls of repeated rows (`japan.0.name`, `listings.2`). */

export { formText } from "../../../platform/index.ts";

const MOST_ROWS = 600;

/** Indexes of the rows of a kind, in order; a name with an absurd index is no row of ours. */
export function matchAll(names: Iterable<string>, kind: string): readonly number[] {
  const pattern = new RegExp(`^${kind}\\.(\\d{1,3})(?:\\.|$)`, "u");
  const indexes = new Set<number>();
  for (const name of names) {
    const index = Number(pattern.exec(name)?.[1] ?? Number.NaN);
    if (index < MOST_ROWS) indexes.add(index);
  }
  return [...indexes].sort((a, b) => a - b);
}
