/** Fills an empty, migrated database with invented agreements. */
import { rmSync } from "node:fs";
import pg from "pg";
import { openDatabase, SYSTEM } from "../../src/platform/index.ts";
import { syncLocalGovernments } from "../../src/registry/local-government-store.ts";
import { allGovernments } from "../../src/registry/reference/local-governments.ts";
import { inventAgreement } from "./invented-agreement.ts";
import { inventPlaces } from "./invented-names.ts";
import { RegistryFiles } from "./registry-files.ts";
import { seededRandom } from "./seeded-random.ts";

const PLACES_ABROAD = 12_000;
/** Withdrawn records are what row-level security has to hold back from the public. */
const WITHDRAWN_SHARE = 0.01;

/** @param folder for the files the server reads; it must be able to enter there. */
export async function fillRegistry(connection: pg.ClientConfig, count: number, folder: string): Promise<void> {
  const database = openDatabase({ connection });
  await database.write(SYSTEM, (tx) => syncLocalGovernments(tx));
  await database.close();
  const files = new RegistryFiles(folder);
  const random = seededRandom(20_121_108);
  const setting = {
    governments: allGovernments()
      .filter(({ validUntil }) => validUntil === null)
      .map(({ fullName, code }) => ({ name: fullName, governmentCode: code })),
    places: inventPlaces(random, PLACES_ABROAD),
  };
  const start = Date.UTC(2020, 0, 1);
  for (let index = 0; index < count; index += 1) {
    const publication = random.chance(WITHDRAWN_SHARE) ? "withdrawn" : "published";
    files.add(inventAgreement(random, setting), publication, new Date(start + index * 60_000).toISOString());
  }
  const owner = new pg.Client(connection);
  await owner.connect();
  try {
    await files.load(owner);
  } finally {
    await owner.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
