/**
 * Criteria of programmes (しぼり込みの条件): which programmes a list, matrix, calendar or total shows. Every number has
 * criteria that open exactly the programmes behind it, and every criterion has one name in the address of a page.
 */
import { type Field, fieldSaid, onlySaid, writeParameters } from "../registry/index.ts";
import { YEAR_STATUSES, type YearStatus } from "./year-status.ts";

/** For what a programme does not say: no country, no start year, no field. */
export const NOT_STATED = "unknown";

export type ProgrammeCriteria = Readonly<{
  q?: string;
  /** Whose they are: five digits, or the id of a body that is no local government. */
  government?: string;
  /** Two digits. */
  prefecture?: string;
  field?: Field | typeof NOT_STATED;
  /** ISO 3166-1 alpha-2 of a partner, or `unknown` where none of the partners has one. */
  country?: string;
  /** Programmes with an entry for this fiscal year. */
  fiscalYear?: number;
  /** With `fiscalYear`: what became of it then; alone, in any year. */
  status?: YearStatus;
  startFiscalYear?: number | typeof NOT_STATED;
  /** Meetings that take turns (隔年 and the like). */
  recurrence?: "every_few_years";
  agreement?: string;
}>;

/** Names in addresses, in the order in which they are written there. */
export const PROGRAMME_PARAMETERS = [
  "q",
  "government",
  "prefecture",
  "field",
  "country",
  "year",
  "status",
  "start",
  "recurrence",
  "agreement",
] as const;
export type ProgrammeParameter = (typeof PROGRAMME_PARAMETERS)[number];

/** Reads what an address says; what has no meaning is left out, so that an old or mistyped link still opens. */
export function programmeCriteriaFrom(parameters: URLSearchParams): ProgrammeCriteria {
  const said = (name: ProgrammeParameter) => parameters.get(name)?.trim() ?? "";
  const matching = (name: ProgrammeParameter, pattern: RegExp) => (pattern.test(said(name)) ? said(name) : undefined);
  const year = (name: ProgrammeParameter) =>
    /^(18|19|20|21)[0-9]{2}$/.test(said(name)) ? Number(said(name)) : undefined;
  const q = said("q").slice(0, 200);
  return onlySaid<ProgrammeCriteria>({
    q: /\S/.test(q) ? q : undefined,
    government: matching("government", /^([0-9]{5}|B[0-9]{6,12})$/),
    prefecture: matching("prefecture", /^[0-9]{2}$/),
    field: said("field") === NOT_STATED ? NOT_STATED : fieldSaid(said("field")),
    country: matching("country", /^([A-Z]{2}|unknown)$/),
    fiscalYear: year("year"),
    status: YEAR_STATUSES.find((status) => status === said("status")),
    startFiscalYear: said("start") === NOT_STATED ? NOT_STATED : year("start"),
    recurrence: said("recurrence") === "every_few_years" ? "every_few_years" : undefined,
    agreement: matching("agreement", /^A[0-9]{6,9}$/),
  });
}

export function programmeCriteriaToParameters(criteria: ProgrammeCriteria): URLSearchParams {
  const { fiscalYear, startFiscalYear, ...rest } = criteria;
  return writeParameters(PROGRAMME_PARAMETERS, { ...rest, year: fiscalYear, start: startFiscalYear });
}
