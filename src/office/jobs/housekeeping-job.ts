/** Every night: what has expired goes (log of runs, sessions, links, files made on request, letters in the outbox). */
import { z } from "zod";
import {
  deleteExpiredOperatorLinks,
  deleteExpiredSignIns,
  deleteLettersBefore,
  deleteOldRuns,
  type JobDefinition,
  SYSTEM,
} from "../../platform/index.ts";
import { deleteExpiredExports } from "./exports/export-store.ts";
import { jobWords } from "./words.ts";

const LETTERS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** @param outbox folder of letters; null when they go out by SMTP. */
export const housekeepingJob = (outbox: string | null): JobDefinition => ({
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
    if (outbox !== null) await deleteLettersBefore(outbox, new Date(Date.now() - LETTERS_KEPT_MS));
  },
});
