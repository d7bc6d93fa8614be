/** What the numbers were measured on. */
import { cpus, loadavg, release, totalmem, type } from "node:os";
import type pg from "pg";
import { pgVersion } from "./measure/database-version.ts";

export type Machine = Readonly<{
  date: string;
  system: string;
  processors: string;
  memoryGb: number;
  /** Load of the last minute before the run: above the number of processors, times are too high. */
  loadBefore: number;
  node: string;
  postgres: string;
}>;

export async function describeMachine(connection: pg.ClientConfig): Promise<Machine> {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 16),
    system: `${type()} ${release()}`,
    processors: `${processors.length} × ${processors[0]?.model ?? ""}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    node: process.version,
    postgres: await pgVersion(connection),
  };
}
