/** data/sample/agreements.json: the shape of the file, and how an entry becomes the facts of an agreement. */
import { z } from "zod";
import type { AgreementFacts } from "../agreement.ts";
import { FIELDS, fieldName } from "../field.ts";

const dateSchema = z.strictObject({
  asPrinted: z.string().min(1),
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  precision: z.enum(["day", "month", "year", "fiscalYear"]),
  role: z.enum(["signed", "renewed", "resigned", "expires", "original", "current", "started", "unlabelled"]),
  party: z.string().nullable(),
  conflict: z.strictObject({ eraYear: z.string(), westernYear: z.string() }).nullable(),
});

export const sampleSchema = z.strictObject({
  survey: z.strictObject({ title: z.string(), publisher: z.string(), month: z.string().regex(/^\d{4}-\d{2}$/) }),
  agreements: z.array(
    z.strictObject({
      id: z.string().regex(/^U\d{3}$/),
      title: z.string().min(1),
      /** In the order of the document's fields; `number` is the number of the sheet within its field. */
      listings: z.array(z.strictObject({ field: z.enum(FIELDS), number: z.int().positive() })).min(1),
      japan: z.array(z.strictObject({ name: z.string().min(1), governmentCode: z.string().nullable() })).min(1),
      foreign: z.array(z.strictObject({ name: z.string().min(1), country: z.string() })).min(1),
      dates: z.array(dateSchema),
      departments: z.array(z.string().min(1)),
      urls: z.array(z.url({ protocol: /^https?$/ })),
    }),
  ),
});

export type Sample = z.infer<typeof sampleSchema>;

export function sampleFacts({ survey, agreements }: Sample): readonly AgreementFacts[] {
  return agreements.map(({ title, listings, japan, foreign, dates, departments, urls }) => ({
    ...{ title, japan, dates, departments, urls },
    foreign: foreign.map(({ name, country }) => ({ name, country, counterpartId: null })),
    listings: listings.map(({ field }) => field),
    background: null,
    activities: null,
    outcomes: null,
    phones: [],
    sources: listings.map(({ field, number }) => ({
      title: survey.title,
      publisher: survey.publisher,
      documentSha256: null,
      place: `${fieldName(field)} ${number}`,
      lines: null,
      asOf: survey.month,
    })),
  }));
}
