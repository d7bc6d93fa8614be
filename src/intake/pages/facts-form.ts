/**
 * The form in which a person corrects a draft: what is typed, and the facts it says. Dates keep their printed wording
 * beside what was read; a date that was not touched keeps everything the document said about it.
 */
import { countryByCode, countryName, findCountry } from "../../kernel/country.ts";
import { datumOf, parsePartialDate } from "../../kernel/partial-date.ts";
import {
  type AgreementDate,
  type AgreementFacts,
  type DateRole,
  FIELDS,
  type Field,
  type ForeignParty,
  isField,
} from "../../registry/index.ts";
import { japaneseParty } from "../facts-of-draft.ts";

export type TypedParty = Readonly<{ name: string; country: string }>;
export type TypedDate = Readonly<{ printed: string; read: string; role: string }>;

export type TypedFacts = Readonly<{
  title: string;
  main: string;
  further: readonly string[];
  japan: string;
  foreign: readonly TypedParty[];
  dates: readonly TypedDate[];
  background: string;
  activities: string;
  outcomes: string;
  urls: string;
  departments: string;
  phones: string;
}>;

export const DATE_ROLES: readonly DateRole[] = [
  "signed",
  "renewed",
  "resigned",
  "expires",
  "original",
  "current",
  "started",
  "unlabelled",
];

export type TypingProblem =
  | Readonly<{ code: "country_unknown"; index: number; text: string }>
  | Readonly<{ code: "date_unreadable"; index: number; text: string }>
  | Readonly<{ code: "date_without_printed"; index: number }>;

export function typedFrom(facts: AgreementFacts): TypedFacts {
  const [main = "", ...further] = facts.listings;
  return {
    title: facts.title,
    main,
    further,
    japan: facts.japan.map(({ name }) => name).join("\n"),
    foreign: facts.foreign.map(({ name, country }) => ({
      name,
      country: country === null ? "" : countryName(country, "ja"),
    })),
    dates: facts.dates.map(({ asPrinted, date, precision, role }) => ({
      printed: asPrinted,
      read: readWords(date, precision),
      role,
    })),
    background: facts.background ?? "",
    activities: facts.activities ?? "",
    outcomes: facts.outcomes ?? "",
    urls: facts.urls.join("\n"),
    departments: facts.departments.join("\n"),
    phones: facts.phones.join("\n"),
  };
}

function readWords(date: string | null, precision: AgreementDate["precision"]): string {
  if (date === null) return "";
  const [year, month, day] = date.split("-").map(Number);
  const units = [
    `${year}年${precision === "fiscalYear" ? "度" : ""}`,
    month === undefined ? "" : `${month}月`,
    day === undefined ? "" : `${day}日`,
  ];
  return units.join("");
}

export function typedFromForm(form: FormData): TypedFacts {
  const text = (name: string) => textOf(form.get(name));
  const all = (name: string) => form.getAll(name).map(textOf);
  const [names, countries] = [all("foreignName"), all("foreignCountry")];
  const [printed, read, roles] = [all("datePrinted"), all("dateRead"), all("dateRole")];
  return {
    title: text("title"),
    main: text("main"),
    further: all("further"),
    japan: text("japan"),
    foreign: names.map((name, index) => ({ name: name.trim(), country: (countries[index] ?? "").trim() })),
    dates: printed.map((wording, index) => ({
      printed: wording.trim(),
      read: (read[index] ?? "").trim(),
      role: roles[index] ?? "",
    })),
    background: text("background"),
    activities: text("activities"),
    outcomes: text("outcomes"),
    urls: text("urls"),
    departments: text("departments"),
    phones: text("phones"),
  };
}

/** Browsers send line ends as CRLF. */
function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
}

export type FormReading = Readonly<{ facts: AgreementFacts; problems: readonly TypingProblem[] }>;

/** @param before the facts as read from the document, for dates that were left as they were. */
export function readTyped(typed: TypedFacts, before: AgreementFacts): FormReading {
  const foreign = typed.foreign.map(readParty);
  const dates = typed.dates.map((date, index) => readDate(date, index, before));
  return {
    facts: {
      title: typed.title.replace(/\s+/gu, " ").trim(),
      listings: listingsOf(typed),
      japan: linesOf(typed.japan).map(japaneseParty),
      foreign: foreign.flatMap(({ party }) => party ?? []),
      dates: dates.flatMap(({ date }) => date ?? []),
      background: proseOf(typed.background),
      activities: proseOf(typed.activities),
      outcomes: proseOf(typed.outcomes),
      urls: linesOf(typed.urls),
      departments: linesOf(typed.departments),
      phones: linesOf(typed.phones),
      sources: before.sources,
    },
    problems: [...foreign, ...dates].flatMap(({ problem }) => problem ?? []),
  };
}

function listingsOf({ main, further }: TypedFacts): readonly Field[] {
  const others = FIELDS.filter((field) => further.includes(field));
  return [...new Set([...(isField(main) ? [main] : []), ...others])];
}

type PartyReading = Readonly<{ party?: ForeignParty; problem?: TypingProblem }>;

function readParty({ name, country }: TypedParty, index: number): PartyReading {
  if (name === "" && country === "") return {};
  const code = country === "" ? null : (countryByCode(country.toUpperCase())?.code ?? findCountry(country)?.code);
  const party = { name, country: code ?? null, counterpartId: null };
  return code === undefined ? { party, problem: { code: "country_unknown", index, text: country } } : { party };
}

type DateReading = Readonly<{ date?: AgreementDate; problem?: TypingProblem }>;

function readDate({ printed, read, role }: TypedDate, index: number, before: AgreementFacts): DateReading {
  if (printed === "" && read === "") return {};
  const said = DATE_ROLES.find((known) => known === role) ?? "signed";
  const old = before.dates.find(
    ({ asPrinted, date, precision }) => asPrinted === printed && readWords(date, precision) === read,
  );
  if (old !== undefined) return { date: { ...old, role: said } };
  const outcome = read === "" ? undefined : parsePartialDate(read);
  const value = outcome?.ok === true ? outcome.value : null;
  const date: AgreementDate = {
    asPrinted: printed === "" ? read : printed,
    date: value === null ? null : datumOf(value),
    precision: value?.precision ?? "none",
    role: said,
    party: before.dates.find(({ asPrinted }) => asPrinted === printed)?.party ?? null,
    conflict: value?.conflict ?? before.dates.find(({ asPrinted }) => asPrinted === printed)?.conflict ?? null,
  };
  if (outcome?.ok === false) return { date, problem: { code: "date_unreadable", index, text: read } };
  return printed === "" ? { date, problem: { code: "date_without_printed", index } } : { date };
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function proseOf(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
