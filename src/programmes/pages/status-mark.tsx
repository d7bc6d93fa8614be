/** Status of a year, an item or a post as a word with its shape; posts (新規, 再任用, 未着任) are tags. */
import { drawnOnce, type Lang, Mark, type MarkStatus, Tag, useLang } from "../../ui/index.ts";
import type { ItemStatus, YearStatus } from "../year-status.ts";
import { words } from "./words.ts";

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

const inJapanese = drawnOnce((status) => <Drawn status={status as ItemStatus} lang="ja" />); // asked for statuses only
const inEnglish = drawnOnce((status) => <Drawn status={status as ItemStatus} lang="en" />);

export function StatusMark({ status }: Readonly<{ status: ItemStatus }>) {
  return useLang() === "en" ? inEnglish(status) : inJapanese(status);
}

function Drawn({ status, lang }: Readonly<{ status: ItemStatus; lang: Lang }>) {
  const { status: names } = words(lang);
  if (status === "new" || status === "reappointed") return <Tag>{names[status]}</Tag>;
  if (status === "not_arrived") return <Tag kind="est">{names[status]}</Tag>;
  return <Mark status={SHAPES[status]} word={names[status]} />;
}
