/**
 * The order of programmes in a body's report (掲載の順): their numbers, from 1. A person moves one up or down, or writes
 * at which place it is to stand; the others keep the order they have among themselves.
 */
export type PlacedProgramme = Readonly<{
  id: string;
  /** From 1, as typed; the place it has when nobody wrote another. */
  place: number;
}>;

/** Those with another place go there, the one that is to stand first first; the rest fill what is left. */
export function orderedByPlace<T extends PlacedProgramme>(programmes: readonly T[]): readonly T[] {
  const isMoved = (one: T, index: number) => one.place !== index + 1;
  const moved = programmes.filter(isMoved).toSorted((a, b) => a.place - b.place);
  const rest = programmes.filter((one, index) => !isMoved(one, index));
  return moved.reduce<readonly T[]>((order, one) => order.toSpliced(Math.max(0, one.place - 1), 0, one), rest);
}

export function movedBy<T extends Readonly<{ id: string }>>(
  programmes: readonly T[],
  id: string,
  to: "up" | "down",
): readonly T[] {
  const at = programmes.findIndex((one) => one.id === id);
  const other = to === "up" ? at - 1 : at + 1;
  const [own, next] = [programmes[at], programmes[other]];
  return own === undefined || next === undefined ? programmes : programmes.with(at, next).with(other, own);
}
