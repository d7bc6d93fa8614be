/** From nothing to the first page, from an existing database to the first page, and memory after a quiet while. */
import { setTimeout as sleep } from "node:timers/promises";
import { startApplication } from "../measure/application.ts";
import { residentMb } from "../measure/process-memory.ts";

export type StartResult = Readonly<{
  /** New cluster, migrations, sample records. */
  coldMs: number;
  secondMs: number;
  idleMb: number | null;
}>;

const QUIET_MS = 2_000;

export async function measureStart(folder: string): Promise<StartResult> {
  const cold = await startApplication(folder, { sample: true });
  await cold.stop();
  const second = await startApplication(folder, { sample: true });
  await sleep(QUIET_MS);
  const idleMb = residentMb(second.pid);
  await second.stop();
  return { coldMs: cold.firstPageMs, secondMs: second.firstPageMs, idleMb };
}
