/**
 * Each morning one job looks whether backups are made, and tells the system administrators when they are not: one
 * letter a day and person, for as long as it lasts. The page of today's work says the same to who opens it.
 */
import { z } from "zod";
import { dayInJapan } from "../../../kernel/calendar.ts";
import { addJob, type JobDefinition, JobRefusal, type Mailer, type Message, SYSTEM } from "../../../platform/index.ts";
import { findReminded, systemAdministrators } from "../reminders/reminder-store.ts";
import { jobTexts, jobWords, momentWords } from "../words.ts";
import { type BackupState, readBackups } from "./read-backups.ts";

export type WarningSettings = Readonly<{ folder: string; mailer: Mailer; origin: string }>;

export function warningJobs({ folder, mailer, origin }: WarningSettings): readonly JobDefinition[] {
  const warn = warnJob({ folder, mailer, origin });
  const watch: JobDefinition = {
    name: "system/watch-backups",
    payload: z.unknown(),
    key: () => "",
    retries: 3,
    daily: "07:40",
    words: jobWords("watch"),
    run: async (_nothing, { database, scheduledAt }) => {
      const now = new Date();
      await database.write(SYSTEM, async (tx) => {
        if ((await readBackups(tx, folder, now)).trouble === undefined) return;
        const today = dayInJapan(scheduledAt ?? now);
        for (const accountId of await systemAdministrators(tx, today)) await addJob(tx, warn, { accountId, today });
      });
    },
  };
  return [watch, warn];
}

function warnJob({
  folder,
  mailer,
  origin,
}: WarningSettings): JobDefinition<Readonly<{ accountId: string; today: string }>> {
  return {
    name: "system/warn-of-backups",
    payload: z.object({ accountId: z.string(), today: z.iso.date() }),
    key: ({ accountId, today }) => `${accountId}:${today}`,
    retries: 6,
    words: jobWords("warning", "not_sent"),
    run: async ({ accountId }, { database }) => {
      const { person, state } = await database.read(SYSTEM, async (tx) => ({
        person: await findReminded(tx, accountId),
        state: await readBackups(tx, folder, new Date()),
      }));
      if (person === undefined || state.trouble === undefined) return; // mended meanwhile
      try {
        await mailer.send(warningMail(person, state, origin));
      } catch (cause) {
        throw new JobRefusal("not_sent", "", { cause });
      }
    },
  };
}

export function warningMail(
  person: Readonly<{ email: string; name: string }>,
  { trouble, last }: Pick<BackupState, "trouble" | "last">,
  origin: string,
): Message {
  const { mail, backups } = jobTexts("ja");
  const what = backups.trouble[trouble ?? "late"];
  const since = backups.troubleWords(last === null ? null : momentWords(last, "ja"));
  const end = [mail.backupsAt(`${origin}/jobs`), mail.closing].join("\n");
  return {
    to: person.email,
    subject: mail.backupSubject(what),
    text: `${[mail.greeting(person.name), `${what}。`, since, end].join("\n\n")}\n`,
  };
}
