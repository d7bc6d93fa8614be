/**
 * Reminders: each morning one job looks who is to be reminded, and adds one job for each person, which writes one mail.
 *
 * A person's job has the person and the day as its key, so a morning repeated after a cut adds nobody twice. A mail may
 * go out a second time only when the machine stops between sending it and writing that down.
 */
import { z } from "zod";
import { dayInJapan } from "../../../kernel/calendar.ts";
import { addJob, type JobDefinition, JobRefusal, type Mailer, type Message, SYSTEM } from "../../../platform/index.ts";
import { dayWords } from "../../office-page.tsx";
import { roleName } from "../../permissions/words.ts";
import { jobTexts, jobWords } from "../words.ts";
import { findReminded, type Reminded, type Reminders, remindersOf } from "./reminder-store.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export type ReminderSettings = Readonly<{ mailer: Mailer; origin: string }>;

export function reminderJobs({ mailer, origin }: ReminderSettings): readonly JobDefinition[] {
  const remind = remindJob(mailer, origin);
  const prepare: JobDefinition = {
    name: "system/remind",
    payload: z.unknown(),
    key: () => "",
    retries: 3,
    daily: "07:30",
    words: jobWords("reminders"),
    run: async (_nothing, { database, scheduledAt }) => {
      const today = dayInJapan(scheduledAt ?? new Date());
      await database.write(SYSTEM, async (tx) => {
        const { work, roles } = await remindersOf(tx, today);
        const people = new Set([...work, ...roles].map(({ accountId }) => accountId));
        for (const accountId of people) await addJob(tx, remind, { accountId, today });
      });
    },
  };
  return [prepare, remind];
}

function remindJob(mailer: Mailer, origin: string): JobDefinition<Readonly<{ accountId: string; today: string }>> {
  return {
    name: "system/remind-person",
    payload: z.object({ accountId: z.string(), today: day }),
    key: ({ accountId, today }) => `${accountId}:${today}`,
    retries: 6,
    words: jobWords("reminder", "not_sent"),
    run: async ({ accountId, today }, { database }) => {
      const { person, reminders } = await database.read(SYSTEM, async (tx) => ({
        person: await findReminded(tx, accountId),
        reminders: await remindersOf(tx, today, accountId),
      }));
      if (person === undefined || reminders.work.length + reminders.roles.length === 0) return; // settled meanwhile
      try {
        await mailer.send(reminderMail(person, reminders, today, origin));
      } catch (cause) {
        throw new JobRefusal("not_sent", "", { cause });
      }
    },
  };
}

/** Titles and days only; what the work is about stands behind the sign-in. */
export function reminderMail(person: Reminded, { work, roles }: Reminders, today: string, origin: string): Message {
  const { mail } = jobTexts("ja");
  const lineOf = (one: Reminders["work"][number]): string => mail.work(one.title, dayWords(one.dueOn, "ja"), one.body);
  const sections = [
    [mail.overdue, work.filter(({ dueOn }) => dueOn < today).map(lineOf)],
    [mail.due, work.filter(({ dueOn }) => dueOn >= today).map(lineOf)],
    [
      mail.ending,
      roles.map(({ role, body, lastDay }) => mail.role(roleName(role, "ja"), body, dayWords(lastDay, "ja"))),
    ],
  ] as const;
  const told = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [`■ ${title}`, ...lines, ...(title === mail.ending ? [mail.endingWords] : [])].join("\n"));
  const end = [mail.where(`${origin}/today`), mail.closing].join("\n");
  return {
    to: person.email,
    subject: mail.subject(work.length + roles.length),
    text: `${[mail.greeting(person.name), ...told, end].join("\n\n")}\n`,
  };
}
