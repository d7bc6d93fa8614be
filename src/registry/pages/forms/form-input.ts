/**
 * What a person typed into the form of an agreement: text as it was sent, nothing judged. The same shape fills the
 * form again, so nothing typed is ever lost.
 *
 * Rows carry what they were when the form was opened (`was`, `base`): a row left as it was keeps everything the record
 * knows about it, such as how a printed date was read.
 */
import type { Lang } from "../../../ui/index.ts";
import type { AgreementFacts } from "../../agreement.ts";
import { countryText } from "../place-names.ts";
import { readingText } from "./date-reading.ts";
import { formText, matchAll } from "./form-fields.ts";

/** Chosen for a name that is no local government, or a counterpart the registry does not have. */
export const NONE = "none";

export type JapanInput = Readonly<{
  name: string /** Five digits, NONE, or "" to find by name. */;
  code: string;
  was: string;
}>;
export type ForeignInput = Readonly<{
  name: string;
  country: string;
  /** Id, NONE, or "" to find by name. */
  counterpart: string;
  was: string;
}>;
export type DateInput = Readonly<{
  asPrinted: string;
  /** What the wording means, where it does not say it by itself. */
  read: string;
  role: string;
  party: string;
  /** Place of the date in the version the form was opened with, or "". */
  base: string;
}>;
export type SourceInput = Readonly<{ title: string; publisher: string; place: string; asOf: string; base: string }>;

export type FormInput = Readonly<{
  title: string;
  japan: readonly JapanInput[];
  foreign: readonly ForeignInput[];
  dates: readonly DateInput[];
  listings: readonly string[];
  background: string;
  activities: string;
  outcomes: string;
  /** One on each line. */
  urls: string;
  departments: string;
  phones: string;
  sources: readonly SourceInput[];
  reason: string;
  /** The version that is saved over; "" for a new record. */
  version: string;
  /** The version the form was opened with, to which `base` of the rows refers; older than `version` after a conflict. */
  opened: string;
}>;

export const BLANK = {
  japan: { name: "", code: "", was: "" },
  foreign: { name: "", country: "", counterpart: "", was: "" },
  dates: { asPrinted: "", read: "", role: "", party: "", base: "" },
  listings: "",
  sources: { title: "", publisher: "", place: "", asOf: "", base: "" },
} as const;

export type RowKind = keyof typeof BLANK;
export const ROW_KINDS = ["japan", "foreign", "dates", "listings", "sources"] as const satisfies readonly RowKind[];

export const EMPTY_INPUT: FormInput = {
  ...{ title: "", background: "", activities: "", outcomes: "", urls: "", departments: "", phones: "" },
  ...{ reason: "", version: "", opened: "" },
  japan: [BLANK.japan],
  foreign: [BLANK.foreign],
  dates: [],
  listings: [],
  sources: [],
};

export function readAgreementInput(form: FormData): FormInput {
  const text = (name: string) => formText(form, name);
  const rows = <T extends Record<string, string>>(kind: RowKind, blank: T): readonly T[] =>
    matchAll(form.keys(), kind).map((index) => {
      const parts = Object.keys(blank).map((key) => [key, text(`${kind}.${index}.${key}`)]);
      return Object.fromEntries(parts) as T; // every key of the blank row is set
    });
  return {
    title: text("title"),
    japan: rows<JapanInput>("japan", BLANK.japan),
    foreign: rows<ForeignInput>("foreign", BLANK.foreign),
    dates: rows<DateInput>("dates", BLANK.dates),
    listings: matchAll(form.keys(), "listings").map((index) => text(`listings.${index}`)),
    background: text("background"),
    activities: text("activities"),
    outcomes: text("outcomes"),
    urls: text("urls"),
    departments: text("departments"),
    phones: text("phones"),
    sources: rows<SourceInput>("sources", BLANK.sources),
    reason: text("reason"),
    version: text("version"),
    opened: text("opened"),
  };
}

/** The form filled with facts; countries by their names in the language of the page. */
export function inputOfFacts(facts: AgreementFacts, version: number, lang: Lang): FormInput {
  return {
    ...EMPTY_INPUT,
    title: facts.title,
    japan: facts.japan.map(({ name, governmentCode }) => ({ name, code: governmentCode ?? NONE, was: name })),
    foreign: facts.foreign.map(({ name, country, counterpartId }) => ({
      ...{
        name,
        country: country === null ? "" : countryText(country, lang),
        counterpart: counterpartId ?? NONE,
        was: name,
      },
    })),
    dates: facts.dates.map((date, base) => ({
      ...{ asPrinted: date.asPrinted, read: readingText(date), role: date.role },
      ...{ party: date.party ?? "", base: String(base) },
    })),
    listings: facts.listings,
    background: facts.background ?? "",
    activities: facts.activities ?? "",
    outcomes: facts.outcomes ?? "",
    urls: facts.urls.join("\n"),
    departments: facts.departments.join("\n"),
    phones: facts.phones.join("\n"),
    sources: facts.sources.map(({ title, publisher, place, asOf }, base) => ({
      ...{ title, publisher: publisher ?? "", place: place ?? "", asOf: asOf ?? "", base: String(base) },
    })),
    version: String(version),
    opened: String(version),
  };
}

/** One blank row of each kind, so that the usual addition needs no extra step. */
export function withRoom(input: FormInput): FormInput {
  return ROW_KINDS.reduce((filled, kind) => withBlankRows(filled, kind, 1), input);
}

const NEW_ROWS = 3;

/** @returns what was typed with more rows, when the person pressed 「行を増やす」; undefined when not. */
export function withRowsAskedFor(form: FormData, input: FormInput): FormInput | undefined {
  const kind = ROW_KINDS.find((known) => form.get("act") === `more.${known}`);
  return kind === undefined ? undefined : withBlankRows(input, kind, NEW_ROWS);
}

/** Blank rows at the end of a list, so that another entry has room. */
function withBlankRows(input: FormInput, kind: RowKind, count: number): FormInput {
  const list: readonly unknown[] = input[kind];
  const blanks: readonly unknown[] = Array.from({ length: count }, () => BLANK[kind]);
  return { ...input, [kind]: [...list, ...blanks] };
}
