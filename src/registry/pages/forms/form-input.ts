/**
 * What a person typed into the form of an agreement: text as it was sent, nothing judged. The same shape fills the
 * form again, so nothing typed is ever lost.
 *
 * Rows carry what they were when the form was opened (`was`, `base`): a row left as it was keeps everything the record
 * knows about it, such as how a printed date was read.
 */
import type { AgreementFacts } from "../../agreement.ts";
import { matchAll } from "./form-fields.ts";

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
/** `base`: place of the date in the version the form was opened with, or "". */
export type DateInput = Readonly<{ asPrinted: string; role: string; party: string; base: string }>;
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
  dates: { asPrinted: "", role: "", party: "", base: "" },
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

export function readFormInput(form: FormData): FormInput {
  const text = (name: string) => normalised(form.get(name));
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

/** Browsers send line breaks as CR LF; other control characters have no meaning in a record, and NUL no place in a database. */
function normalised(value: FormDataEntryValue | null): string {
  return typeof value === "string"
    ? value
        .replace(/\r\n?/g, "\n")
        .replace(/[^\P{Cc}\n\t]/gu, "")
        .trim()
    : "";
}

/** @param nameOf how a country is written in the form: by its name in the language of the page. */
export function inputOf(facts: AgreementFacts, version: number, nameOf: (country: string) => string): FormInput {
  return {
    ...EMPTY_INPUT,
    title: facts.title,
    japan: facts.japan.map(({ name, governmentCode }) => ({ name, code: governmentCode ?? NONE, was: name })),
    foreign: facts.foreign.map(({ name, country, counterpartId }) => ({
      ...{ name, country: country === null ? "" : nameOf(country), counterpart: counterpartId ?? NONE, was: name },
    })),
    dates: facts.dates.map(({ asPrinted, role, party }, base) => ({
      ...{ asPrinted, role, party: party ?? "", base: String(base) },
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

/** Blank rows at the end of a list, so that another entry has room. */
export function withBlankRows(input: FormInput, kind: RowKind, count: number): FormInput {
  const list: readonly unknown[] = input[kind];
  const blanks: readonly unknown[] = Array.from({ length: count }, () => BLANK[kind]);
  return { ...input, [kind]: [...list, ...blanks] };
}
