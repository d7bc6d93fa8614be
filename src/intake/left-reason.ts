/** Why accepting everything without findings left a draft to a person. */
export const LEFT_REASONS = [
  "open_findings",
  "original_not_accepted",
  "looks_like_existing",
  "facts_refused",
  "owner_unclear",
  "decided_meanwhile",
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];
