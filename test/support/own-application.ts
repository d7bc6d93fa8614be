/** What the run has started for the worker in which a test file runs: its own application, and data to copy. */
import { inject } from "vitest";
import { copyDataFolder, type ServedApplication } from "./served-application.ts";

/** Files of one worker run one after the other, so a journey has this application to itself. */
export function ownApplication(): ServedApplication {
  const number = Number(process.env.VITEST_POOL_ID);
  const application = inject("applications")[number - 1];
  if (application === undefined) throw new Error(`no application was started for worker ${number}`);
  return application;
}

/** @returns a data folder with the sample, as a clean stop left it. The caller removes it. */
export function copyOfPreparedData(): string {
  return copyDataFolder(inject("preparedData"));
}
