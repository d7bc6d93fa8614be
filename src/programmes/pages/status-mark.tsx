/** Status of a year, an item or a post as a word with its shape; posts (新規, 再任用, 未着任) are tags. */
import { raw } from "hono/html";
import { type Lang, Mark, type MarkStatus, Tag, useLang } from "../../ui/index.ts";
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

/** A page of years shows hundreds of the same dozen marks: each is drawn once for a language. */
const drawn = new Map<string, ReturnType<typeof raw>>();

export function StatusMark({ status }: Readonly<{ status: ItemStatus }>) {
  const lang = useLang();
  const key = `${lang} ${status}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const made = raw(String(<Drawn status={status} lang={lang} />));
  drawn.set(key, made);
  return made;
}

function Drawn({ status, lang }: Readonly<{ status: ItemStatus; lang: Lang }>) {
  const { status: names } = words(lang);
  if (status === "new" || status === "reappointed") return <Tag>{names[status]}</Tag>;
  if (status === "not_arrived") return <Tag kind="est">{names[status]}</Tag>;
  return <Mark status={SHAPES[status]} word={names[status]} />;
}
