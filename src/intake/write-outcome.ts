/** One transaction for one decision: it is rolled back when the domain refuses, so that nothing is done by halves. */
import type { Outcome, Problem } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";

class Refused extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super("refused");
    this.outcome = outcome;
  }
}

export async function writeOutcome<T, P extends Problem>(
  database: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<T, P>>,
  options?: WorkOptions,
): Promise<Outcome<T, P>> {
  try {
    return await database.write(
      actor,
      async (tx) => {
        const outcome = await work(tx);
        if (!outcome.ok) throw new Refused(outcome);
        return outcome;
      },
      options,
    );
  } catch (error) {
    if (error instanceof Refused) return error.outcome as Outcome<T, P>; // thrown above, nowhere else
    throw error;
  }
}
