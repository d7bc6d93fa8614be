/** Loads the sample programmes into a database that has none, in one transaction. Elsewhere it does nothing. */
import sample from "../../../data/sample/programmes.json" with { type: "json" };
import { type Database, SYSTEM } from "../../platform/index.ts";
import { sampleReason } from "../messages.ja.ts";
import { hasProgrammes } from "../programme-store.ts";
import { recordProgramme } from "../record-programme.ts";
import { programmeSampleSchema } from "./sample-file.ts";

/** @returns how many programmes were recorded; 0 when there were some. */
export async function loadProgrammeSample(database: Database): Promise<number> {
  return database.write(SYSTEM, async (tx) => {
    if (await hasProgrammes(tx)) return 0;
    const { document, programmes } = programmeSampleSchema.parse(sample);
    for (const facts of programmes) {
      const owner = document.governmentCode;
      const outcome = await recordProgramme(tx, SYSTEM, { owner, facts, reason: sampleReason });
      if (!outcome.ok) throw new Error(`sample refused: ${facts.title}: ${JSON.stringify(outcome.problem)}`);
    }
    return programmes.length;
  });
}
