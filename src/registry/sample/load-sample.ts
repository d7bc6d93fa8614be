/** Loads the sample records into an empty registry, in one transaction, with their source. Elsewhere it does nothing. */
import sample from "../../../data/sample/agreements.json" with { type: "json" };
import { type Database, SYSTEM } from "../../platform/index.ts";
import { hasAgreements } from "../agreement-store.ts";
import { syncLocalGovernments } from "../local-government-store.ts";
import { sampleReason } from "../messages.ja.ts";
import { recordAgreement } from "../record-agreement.ts";
import { sampleFacts, sampleSchema } from "./sample-file.ts";

/** @returns how many agreements were recorded; 0 when the registry already had some. */
export async function loadSample(database: Database): Promise<number> {
  return database.write(SYSTEM, async (tx) => {
    if (await hasAgreements(tx)) return 0;
    await syncLocalGovernments(tx);
    const facts = sampleFacts(sampleSchema.parse(sample));
    for (const own of facts) {
      const outcome = await recordAgreement(tx, SYSTEM, { facts: own, reason: sampleReason });
      if (!outcome.ok) throw new Error(`sample refused: ${own.title}: ${JSON.stringify(outcome.problem)}`);
    }
    return facts.length;
  });
}
