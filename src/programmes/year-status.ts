/**
 * What became of a programme or of one of its items in a fiscal year, and how the parts make the whole.
 *
 * `planned_or_held` is what a column 「計画（実績を含む）」 leaves open: the print does not say which of the two it was.
 * Source: annual report of programmes (国際交流事業実績と計画).
 */

export const YEAR_STATUSES = [
  "held",
  "partly_held",
  "held_in_writing",
  "planned",
  "planned_or_held",
  "cancelled",
  "none_biennial",
  "none",
  "undecided",
  "under_adjustment",
  "in_progress",
] as const;
export type YearStatus = (typeof YEAR_STATUSES)[number];

/** Of a post (国際交流員): newly arrived, reappointed, not arrived. */
export const POST_STATUSES = ["new", "reappointed", "not_arrived"] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

export type ItemStatus = YearStatus | PostStatus;

const ACTIVE: readonly ItemStatus[] = ["held", "held_in_writing", "planned", "planned_or_held", "in_progress"];
const FAILED: readonly ItemStatus[] = ["cancelled", "none", "none_biennial"];

/** It took place, may have taken place, or is going to. */
export function isActive(status: ItemStatus): boolean {
  return ACTIVE.includes(status) || status === "partly_held" || status === "new" || status === "reappointed";
}

/** It did not take place, and a reason is owed. */
export function isWithoutResult(status: ItemStatus): boolean {
  return FAILED.includes(status) || status === "not_arrived";
}

/**
 * Status of a year from the statuses of its items; undefined when there is none to go by. Posts do not decide: a
 * year with four posts, one of them vacant, took place.
 */
export function combineStatuses(items: readonly ItemStatus[]): YearStatus | undefined {
  const own = items.filter((status): status is YearStatus => !POST_STATUSES.some((post) => post === status));
  const [first] = own;
  if (first === undefined) return undefined;
  if (own.every((status) => status === first)) return first;
  const settled = own.filter((status) => status === "held" || status === "partly_held" || status === "held_in_writing");
  if (settled.length > 0) {
    if (settled.length < own.length) return "partly_held";
    return settled.includes("partly_held") ? "partly_held" : "held";
  }
  return (
    (["in_progress", "planned_or_held", "planned", "under_adjustment", "undecided", "cancelled"] as const).find(
      (status) => own.includes(status),
    ) ?? first
  );
}
