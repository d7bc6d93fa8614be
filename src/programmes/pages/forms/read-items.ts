/** Reads the rows of sub-items and of posts, which are items too, into the items of an entry. */
import { findCountry } from "../../../kernel/country.ts";
import type { Post, YearItem } from "../../programme-year.ts";
import { type ItemStatus, POST_STATUSES, type PostStatus, YEAR_STATUSES } from "../../year-status.ts";
import { dateTold, type EntryReading, orNull, readWhole, required } from "./entry-reading.ts";
import type { PlacedRow } from "./form-rows.ts";
import { readDate } from "./read-date.ts";

export function readItem(placed: PlacedRow, was: YearItem | undefined, reading: EntryReading): YearItem {
  if (was !== undefined && placed.isUntouched) return was;
  const { row } = placed;
  const status: ItemStatus = ITEM_STATUSES.find((known) => known === row.status) ?? reading.status;
  return {
    ...{ mark: orNull(row.mark), level: row.level === "2" ? 2 : 1 },
    label: was?.label === "" && row.label === "" ? "" : required(placed, "label", reading),
    ...{ status, reasonAsPrinted: orNull(row.reason), text: row.text ?? "", post: null },
  };
}

export const ITEM_STATUSES = [...YEAR_STATUSES, ...POST_STATUSES] as const;

/** What the item says of itself and what it says of the post change together. */
export function readPostItem(placed: PlacedRow, was: YearItem | undefined, reading: EntryReading): YearItem {
  if (was !== undefined && placed.isUntouched) return was;
  const { row } = placed;
  const before = was?.post ?? null;
  const post = readPost(placed, before, reading);
  const isSame = (name: "status" | "reasonAsPrinted") => before !== null && before[name] === post[name];
  return {
    ...{ mark: orNull(row.mark) ?? (was === undefined ? "・" : null), level: row.level === "2" ? 2 : 1 },
    label: labelOfPost(row.label ?? "", was, post),
    status: was !== undefined && isSame("status") ? was.status : post.status,
    reasonAsPrinted: was !== undefined && isSame("reasonAsPrinted") ? was.reasonAsPrinted : post.reasonAsPrinted,
    ...{ text: row.text ?? "", post },
  };
}

/** 英国籍CIR, as reports print it; an own label stays. */
function labelOfPost(typed: string, was: YearItem | undefined, post: Post): string {
  const before = was?.post ?? null;
  const isOwn = typed !== "" && (before === null || typed !== printedLabel(before) || was?.label !== typed);
  return isOwn ? typed : printedLabel(post);
}

function printedLabel({ nationality, title }: Pick<Post, "nationality" | "title">): string {
  return `${nationality}籍${title}`;
}

function readPost(placed: PlacedRow, was: Post | null, reading: EntryReading): Post {
  const { row, at } = placed;
  const nationality = required(placed, "nationality", reading);
  const since = readDate(row.since ?? "", was?.since ?? null, reading.base.fiscalYear, dateTold(reading, at("since")));
  return {
    ...{ title: required(placed, "title", reading), nationality },
    country: readCountry(placed, nationality, was === null ? null : [was.nationality, was.country], reading),
    status: readPostStatus(placed, reading),
    ...{ yearOfService: readWhole(placed, "yearOfService", /年目?$/u, reading), since },
    reasonAsPrinted: orNull(row.reason),
  };
}

function readPostStatus({ row, at }: PlacedRow, { problems }: EntryReading): PostStatus {
  const said = POST_STATUSES.find((known) => known === row.status);
  if (said === undefined) problems.push({ field: at("status"), code: "status_missing", text: "" });
  return said ?? "new";
}

/**
 * The country that is named, else the one the words beside it name.
 *
 * @param was the words and the country that are saved.
 */
export function readCountry(
  { row, at }: PlacedRow,
  words: string | null,
  was: readonly [string | null, string | null] | null,
  { problems }: EntryReading,
): string | null {
  const said = row.country ?? "";
  if (said === "") return was !== null && was[0] === words ? was[1] : (findCountry(words ?? "")?.code ?? null);
  const country = findCountry(said)?.code;
  if (country === undefined) problems.push({ field: at("country"), code: "country_unknown", text: said });
  return country ?? null;
}
