/** Every night: what has expired goes (log of runs, sessions, links, files made on request). */
import { z } from "zod";
import {
  deleteExpiredOperatorLinks,
  deleteExpiredSignIns,
  deleteOldRuns,
  type JobDefinition,
  SYSTEM,
} from "../../platform/index.ts";
import { deleteExpiredExports } from "./exports/export-store.ts";
import { jobWords } from "./words.ts";

export const housekeepingJob: JobDefinition = {
  name: "system/tidy-up",
  payload: z.unknown(),
  key: () => "",
  retries: 3,
  daily: "03:30",
  words: jobWords("housekeeping"),
  run: async (_nothing, { database }) => {
    await database.write(SYSTEM, (tx) => deleteOldRuns(tx, new Date()));
    await database.write(SYSTEM, (tx) => deleteExpiredExports(tx));
    await database.write(SYSTEM, (tx) => deleteExpiredSignIns(tx));
    await database.write(SYSTEM, (tx) => deleteExpiredOperatorLinks(tx));
  },
};
