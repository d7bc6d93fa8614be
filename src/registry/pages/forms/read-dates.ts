/** Dates as typed, in 和暦 or western years. A date left as it was keeps how the record reads it. */
import { readDateStatement } from "../../../kernel/date-statement.ts";
import { datumOf, parsePartialDate } from "../../../kernel/partial-date.ts";
import type { AgreementDate, DateRole } from "../../agreement.ts";
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

export function readDate(input: DateInput, index: number, base: readonly AgreementDate[]): Checked<AgreementDate> {
  const { asPrinted } = input;
  if (asPrinted === "") return { value: null };
  const party = input.party === "" ? null : input.party;
  const role = DATE_ROLES.find((known) => known === input.role);
  const before = input.base === "" ? undefined : base[Number(input.base)];
  if (before !== undefined && before.asPrinted === asPrinted) {
    return { value: { ...before, role: role ?? before.role, party } };
  }
  const read = readTyped(asPrinted);
  if ("code" in read) {
    return { value: null, problem: { field: `dates.${index}.asPrinted`, code: read.code, text: read.text } };
  }
  return { value: { ...read, asPrinted, party, role: role ?? "signed" } };
}

type Read = Pick<AgreementDate, "date" | "precision" | "conflict">;
type Refused = Readonly<{ code: DateProblemCode; text: string }>;
type DateProblemCode = "several_dates" | Extract<ReturnType<typeof parsePartialDate>, { ok: false }>["problem"]["code"];

/** Words around one date (まで, から開始) are allowed; two dates want two rows. */
function readTyped(asPrinted: string): Read | Refused {
  const whole = parsePartialDate(asPrinted);
  if (whole.ok)
    return { date: datumOf(whole.value), precision: precisionOf(whole.value), conflict: whole.value.conflict };
  const [only, ...others] = readDateStatement(asPrinted);
  if (only === undefined) return whole.problem;
  if (others.length > 0) return { code: "several_dates", text: asPrinted };
  if (only.problem !== null) return only.problem;
  return { date: only.date, precision: only.date === null ? "none" : only.precision, conflict: only.conflict };
}

/** A period without a beginning has no datum, and so no precision. */
function precisionOf(date: Parameters<typeof datumOf>[0]): AgreementDate["precision"] {
  return datumOf(date) === null ? "none" : date.precision;
}
