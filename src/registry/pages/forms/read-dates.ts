/** Dates as typed, in 和暦 or western years. A date left as it was keeps how the record reads it. */
import type { AgreementDate, DateRole } from "../../agreement.ts";
import { type Reading, readingText, readWording } from "./date-reading.ts";
import type { DateInput } from "./form-input.ts";
import type { Checked } from "./input-problem.ts";

export const DATE_ROLES = [
  "signed",
  "renewed",
  "resigned",
  "expires",
  "original",
  "current",
  "started",
  "unlabelled",
] as const satisfies readonly DateRole[];

/** @param base the dates the form was opened with. */
export function readDate(input: DateInput, index: number, base: readonly AgreementDate[]): Checked<AgreementDate> {
  const { asPrinted, read } = input;
  if (asPrinted === "" && read === "") return { value: null };
  const control = (part: "asPrinted" | "read") => `dates.${index}.${part}`;
  if (asPrinted === "") return { value: null, problem: { field: control("asPrinted"), code: "date_printed_missing" } };
  const party = input.party === "" ? null : input.party;
  const before = input.base === "" ? undefined : base[Number(input.base)];
  const role = DATE_ROLES.find((known) => known === input.role) ?? before?.role ?? "signed";
  const isSameWording = before !== undefined && oneLine(before.asPrinted) === asPrinted;
  const isSameReading = before !== undefined && readingText(before) === read;
  if (isSameWording && isSameReading) return { value: { ...before, role, party } };
  const wording = readWording(asPrinted);
  // A reading left over from another wording says nothing about this one.
  if (read === "" || isSameReading) return checked(wording, control("asPrinted"), { asPrinted, role, party });
  const said = readWording(read);
  const conflict = isSameWording ? before.conflict : "code" in wording ? null : wording.conflict;
  const whole = "code" in said ? said : { ...said, conflict: said.conflict ?? conflict };
  return checked(whole, control("read"), { asPrinted, role, party });
}

function checked(
  reading: ReturnType<typeof readWording>,
  field: string,
  said: Omit<AgreementDate, keyof Reading>,
): Checked<AgreementDate> {
  if ("code" in reading) return { value: null, problem: { field, code: reading.code, text: reading.text } };
  return { value: { ...said, ...reading } };
}

/** A one-line control of a browser drops line breaks, and the form trims. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]/gu, "").trim();
}
