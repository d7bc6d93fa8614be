/** data/sample/programmes.json: the shape of the file. Its programmes are facts as they are stored. */
import { z } from "zod";
import { programmeFactsSchema } from "../programme-schema.ts";

export const programmeSampleSchema = z.strictObject({
  document: z.strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1),
    fiscalYears: z.array(z.int()).min(1),
    governmentCode: z.string().regex(/^\d{5}$/),
  }),
  programmes: z.array(programmeFactsSchema).min(1),
});

export type ProgrammeSample = z.infer<typeof programmeSampleSchema>;
