/** The one schema of a programme's facts: as stored, as in data/sample, as imported from our own export. */
import { z } from "zod";
import { FIELDS } from "../registry/index.ts";
import { OPERATOR_KINDS, type ProgrammeFacts, RELATION_KINDS } from "./programme.ts";
import { DIRECTIONS, YEAR_COLUMNS, type YearEntry } from "./programme-year.ts";
import { POST_STATUSES, YEAR_STATUSES } from "./year-status.ts";

const text = z.string().min(1);
const day = z.iso.date();
const country = z.string().regex(/^[A-Z]{2}$/);
const fiscalYear = z.int().min(1868).max(2200);
const count = z.number().min(0);

export const statedDateSchema = z.strictObject({
  asPrinted: z.string(),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  from: day.nullable(),
  to: day.nullable(),
  precision: z.enum(["day", "month", "year", "fiscalYear", "none"]),
  conflict: z.strictObject({ eraYear: z.string(), westernYear: z.string() }).nullable(),
});

const post = z.strictObject({
  title: text,
  nationality: text,
  country: country.nullable(),
  status: z.enum(POST_STATUSES),
  yearOfService: z.int().positive().nullable(),
  since: statedDateSchema.nullable(),
  reasonAsPrinted: text.nullable(),
});

const item = z.strictObject({
  mark: text.nullable(),
  level: z.union([z.literal(1), z.literal(2)]),
  label: z.string(),
  status: z.enum([...YEAR_STATUSES, ...POST_STATUSES]),
  reasonAsPrinted: text.nullable(),
  text: z.string(),
  post: post.nullable(),
});

const event = z.strictObject({
  name: text,
  edition: z.int().positive().nullable(),
  date: statedDateSchema.nullable(),
  place: text.nullable(),
  status: z.enum(YEAR_STATUSES),
  direction: z.enum(DIRECTIONS).nullable(),
  related: z.array(text),
  item: text.nullable(),
  isEstimate: z.boolean(),
});

const quantity = z.strictObject({
  label: text,
  value: z.number().nullable(),
  range: z.strictObject({ from: z.number().nullable(), to: z.number().nullable() }).nullable(),
  unit: text.nullable(),
  isApproximate: z.boolean(),
  asOf: statedDateSchema.nullable(),
  period: statedDateSchema.nullable(),
  subsetOf: text.nullable(),
  plan: z.boolean().nullable(),
  item: text.nullable(),
  asPrinted: z.string(),
});

const people = z.strictObject({
  direction: z.enum(DIRECTIONS).nullable(),
  label: text,
  place: text.nullable(),
  country: country.nullable(),
  count: z.int(),
  plan: z.boolean().nullable(),
  asPrinted: z.string(),
});

const budget = z.strictObject({
  plannedYen: z.number().nullable(),
  settledYen: z.number().nullable(),
  sources: z.array(z.strictObject({ name: text, amountYen: count })),
  asPrinted: z.array(z.string()),
});

export const yearEntrySchema = z.strictObject({
  fiscalYear,
  column: z.enum(YEAR_COLUMNS),
  status: z.enum(YEAR_STATUSES),
  reasonAsPrinted: text.nullable(),
  items: z.array(item),
  events: z.array(event),
  quantities: z.array(quantity),
  people: z.array(people),
  budget: budget.nullable(),
  notes: z.array(text),
  text: z.string(),
  lines: z.tuple([z.int(), z.int()]).nullable(),
}) satisfies z.ZodType<YearEntry>;

export const programmeFactsSchema = z.strictObject({
  number: z.int().nullable(),
  title: text,
  parentTitle: text.nullable(),
  titleNote: text.nullable(),
  startFiscalYear: z.strictObject({ asPrinted: z.string(), fiscalYear: fiscalYear.nullable() }).nullable(),
  section: text.nullable(),
  overview: text.nullable(),
  recurrence: z
    .strictObject({ everyYears: z.int().positive(), isAlternating: z.boolean(), asPrinted: z.string() })
    .nullable(),
  operator: z.strictObject({ name: text, kind: z.enum(OPERATOR_KINDS), asPrinted: z.string() }).nullable(),
  fields: z.array(z.enum(FIELDS)),
  partners: z.array(z.strictObject({ name: text, formerName: text.nullable(), country: country.nullable() })),
  agreementIds: z.array(text),
  years: z.array(yearEntrySchema),
  relations: z.array(z.strictObject({ kind: z.enum(RELATION_KINDS), date: statedDateSchema.nullable(), text })),
}) satisfies z.ZodType<ProgrammeFacts>;
