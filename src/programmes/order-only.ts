/** Two versions of which one only stands in another order (並べ替え): nothing was added, taken away or written anew. */
import { isDeepStrictEqual } from "node:util";
import type { ProgrammeFacts } from "./programme.ts";
import { entryOf } from "./recorded-programme.ts";
import type { RestorePart } from "./restore-programme.ts";

/** Lists with the same members in another order; of an entry, nothing but such lists. The same is no other order. */
export function differInOrderOnly(a: unknown, b: unknown): boolean {
  if (isDeepStrictEqual(a, b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return isDeepStrictEqual(members(a), members(b));
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.every((name) => isDeepStrictEqual(a[name], b[name]) || differInOrderOnly(a[name], b[name]));
}

/** Of a part in which two versions of a programme differ. */
export function isOrderOnly(part: RestorePart, before: ProgrammeFacts, after: ProgrammeFacts): boolean {
  return part.kind === "fact"
    ? differInOrderOnly(before[part.name], after[part.name])
    : differInOrderOnly(entryOf(before, part.year), entryOf(after, part.year));
}

function members(list: readonly unknown[]): readonly string[] {
  return list.map((member) => JSON.stringify(sorted(member))).sort();
}

/** The database returns the names of a value in its own order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
