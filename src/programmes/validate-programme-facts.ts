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
    ...(size.length > 0 ? size : textsOf(facts).flatMap(findInText)),
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

/** All texts of a value, however deep; one list is filled, since a thousand programmes are looked through at once. */
function textsOf(value: unknown, path = "", found: Text[] = []): readonly Text[] {
  if (typeof value === "string") found.push({ path, text: value });
  if (value === null || typeof value !== "object") return found;
  for (const [key, part] of Object.entries(value)) textsOf(part, path === "" ? key : `${path}.${key}`, found);
  return found;
}

/** @param known what the public reads already, and somebody has answered for; null when it is none of the programme. */
export function findPersonalDataToConfirm(
  facts: ProgrammeFacts,
  known: ProgrammeFacts | null,
): readonly PersonalData[] {
  const before = new Set(known === null ? [] : textsOf(known).map(({ text }) => text));
  const fresh = new Set(
    textsOf(facts)
      .map(({ text }) => text)
      .filter((text) => !before.has(text)),
  );
  return [...fresh].flatMap(findPersonalData);
}
