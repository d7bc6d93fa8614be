/** Tables in the order in which foreign keys let them be filled: what is referred to comes before who refers. */

type Referring = Readonly<{ name: string; refersTo: readonly string[] }>;

/** Tables that refer to each other in a circle, or to one that is left out, cannot be ordered: a fault of the schema. */
export function orderByReference<Table extends Referring>(tables: readonly Table[]): readonly Table[] {
  const ordered: Table[] = [];
  const placed = new Set<string>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ refersTo }) => refersTo.every((name) => placed.has(name)));
    if (ready.length === 0) {
      throw new Error(
        `tables refer to each other in a circle or to one that is left out: ${waiting.map(({ name }) => name).join(", ")}`,
      );
    }
    for (const table of ready) {
      ordered.push(table);
      placed.add(table.name);
    }
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}
