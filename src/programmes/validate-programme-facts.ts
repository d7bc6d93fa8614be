/**
 * What may be recorded as a programme. A title, whose it is and nothing else make a record. What is said must fit the
 * schema, a year has one entry of a column, and no personal mailbox is stored. That a number or a date cannot be true
 * is not refused here but found (check-programme.ts): a print may say it, and a person settles it.
 */
import { findPersonalMailboxes } from "../kernel/mailbox.ts";
import { findPersonalData, type PersonalData } from "../kernel/personal-data.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { programmeFactsSchema } from "./programme-schema.ts";

export type ProgrammeFactProblemCode =
  | "title_missing"
  | "title_too_long"
  | "text_too_long"
  | "too_many_entries"
  | "year_twice"
  | "personal_mailbox"
  | "characters_unreadable"
  | "malformed";

/** `path` leads to the value: `years.3.events.0.name`. */
export type ProgrammeFactProblem = Readonly<{ code: ProgrammeFactProblemCode; path: string }>;

const TITLE_LIMIT = 500;
const TEXT_LIMIT = 50_000;
const ENTRY_LIMIT = 1_000;
const YEAR_LIMIT = 400;
/** NUL and halves of pairs: the database keeps neither. */
const UNREADABLE = /\0|\p{Surrogate}/u;

export function validateProgrammeFacts(facts: ProgrammeFacts): readonly ProgrammeFactProblem[] {
  if (facts.title.trim() === "") return [{ code: "title_missing", path: "title" }];
  const parsed = programmeFactsSchema.safeParse(facts);
  if (!parsed.success) return parsed.error.issues.map(({ path }) => ({ code: "malformed", path: path.join(".") }));
  const size = findTooMany(facts);
  return [
    ...(facts.title.length > TITLE_LIMIT ? [{ code: "title_too_long", path: "title" } as const] : []),
    ...(size.length > 0 ? size : findInTexts(facts)),
    ...findYearsTwice(facts),
  ];
}

function findTooMany({ years, partners, relations, agreementIds, fields }: ProgrammeFacts) {
  const lists: readonly (readonly [string, number, number])[] = [
    ["years", years.length, YEAR_LIMIT],
    ["partners", partners.length, ENTRY_LIMIT],
    ["relations", relations.length, ENTRY_LIMIT],
    ["agreementIds", agreementIds.length, ENTRY_LIMIT],
    ["fields", fields.length, ENTRY_LIMIT],
    ...years.flatMap((year, at) =>
      (["items", "events", "quantities", "people", "notes"] as const).map(
        (name) => [`years.${at}.${name}`, year[name].length, ENTRY_LIMIT] as const,
      ),
    ),
  ];
  return lists.flatMap(([path, length, limit]): ProgrammeFactProblem[] =>
    length > limit ? [{ code: "too_many_entries", path }] : [],
  );
}

/** Where a text stands is asked only when one is bad: a thousand programmes are looked through at once. */
function findInTexts(facts: ProgrammeFacts): readonly ProgrammeFactProblem[] {
  const isBad = (text: string) => findInText({ path: "", text }).length > 0;
  return textsIn(facts).some(isBad) ? placedTexts(facts).flatMap(findInText) : [];
}

function findInText({ path, text }: Text): readonly ProgrammeFactProblem[] {
  if (text.length > TEXT_LIMIT) return [{ code: "text_too_long", path }];
  if (UNREADABLE.test(text)) return [{ code: "characters_unreadable", path }];
  return findPersonalMailboxes(text).length > 0 ? [{ code: "personal_mailbox", path }] : [];
}

function findYearsTwice({ years }: ProgrammeFacts): readonly ProgrammeFactProblem[] {
  const keys = years.map(({ fiscalYear, column }) => `${fiscalYear} ${column}`);
  return keys.flatMap((key, at): ProgrammeFactProblem[] =>
    keys.indexOf(key) < at ? [{ code: "year_twice", path: `years.${at}` }] : [],
  );
}

type Text = Readonly<{ path: string; text: string }>;

/** All texts of a value, however deep; one list is filled. */
function textsIn(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value === "string") found.push(value);
  if (value === null || typeof value !== "object") return found;
  for (const part of Object.values(value)) textsIn(part, found);
  return found;
}

function placedTexts(value: unknown, path = ""): readonly Text[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, part]) => placedTexts(part, path === "" ? key : `${path}.${key}`));
}

/** @param known what the public reads already, and somebody has answered for; null when it is none of the programme. */
export function findPersonalDataToConfirm(
  facts: ProgrammeFacts,
  known: ProgrammeFacts | null,
): readonly PersonalData[] {
  const before = new Set(textsIn(known));
  const fresh = new Set(textsIn(facts).filter((text) => !before.has(text)));
  return [...fresh].flatMap(findPersonalData);
}
