/** What is wrong with one control of the form: which one, why, and what may be chosen instead. */
import type { DateProblem } from "../../../kernel/partial-date.ts";
import type { FactProblemCode } from "../../validate-agreement-facts.ts";

export type InputProblemCode =
  | FactProblemCode
  | DateProblem["code"]
  | "several_dates"
  | "government_ambiguous"
  | "government_not_found"
  | "counterpart_ambiguous"
  | "country_not_told"
  | "country_not_found"
  | "field_unknown"
  | "source_title_missing"
  | "reason_missing";

export type Candidate = Readonly<{ value: string; label: string }>;

export type InputProblem = Readonly<{
  /** Id of the control. */
  field: string;
  code: InputProblemCode;
  /** The wording it is about. */
  text?: string;
  /** What the name may mean; the person chooses. */
  candidates?: readonly Candidate[];
}>;

export type Checked<T> = Readonly<{ value: T | null; problem?: InputProblem }>;
