/** Before serving: the code list of local governments is brought up to date, and an empty database gets the sample. */
import { type Config, createSampleAccounts, type Database, SYSTEM } from "../platform/index.ts";
import { loadProgrammeSample } from "../programmes/index.ts";
import { loadSample, syncLocalGovernments } from "../registry/index.ts";

/** What migrations and the start put in by themselves: nobody's records, so a backup may replace them. */
export const FILLED_BY_ITSELF = ["local_government", "registry_revision", "auth.signing_key"] as const;

/** @returns sentences for the person who started it. */
export async function fillEmptyDatabase(database: Database, config: Config): Promise<readonly string[]> {
  await database.write(SYSTEM, (tx) => syncLocalGovernments(tx));
  const agreements = config.loadSample ? await loadSample(database) : 0;
  // Only beside the sample agreements: an office's own records get no programmes added at an update.
  const programmes = agreements === 0 ? 0 : await loadProgrammeSample(database);
  if (config.accounts.sampleAccounts && (agreements > 0 || config.databaseUrl !== null))
    await createSampleAccounts(database);
  return agreements === 0 ? [] : [`見本の記録を入れました（提携・協定 ${agreements}件、事業 ${programmes}件）。`];
}
