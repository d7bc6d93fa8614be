/** Status of a year, an item or a post as a word with its shape; posts (新規, 再任用, 未着任) are tags. */
import { Mark, type MarkStatus, Tag } from "../../ui/index.ts";
import type { ItemStatus, YearStatus } from "../year-status.ts";
import { useWords } from "./words.ts";

const SHAPES: Readonly<Record<YearStatus, MarkStatus>> = {
  held: "held",
  partly_held: "partlyHeld",
  held_in_writing: "heldInWriting",
  planned: "planned",
  planned_or_held: "planned",
  cancelled: "cancelled",
  none_biennial: "noneBiennial",
  none: "none",
  undecided: "undecided",
  under_adjustment: "underAdjustment",
  in_progress: "inProgress",
};

export function StatusMark({ status }: Readonly<{ status: ItemStatus }>) {
  const { status: names } = useWords();
  if (status === "new" || status === "reappointed") return <Tag>{names[status]}</Tag>;
  if (status === "not_arrived") return <Tag kind="est">{names[status]}</Tag>;
  return <Mark status={SHAPES[status]} word={names[status]} />;
}
