/** The way messages leave: into the outbox folder by default, by SMTP when SMTP_URL is given. */
import type { Mailer } from "./mailer.ts";
import { writeToOutbox } from "./outbox.ts";
import { openSmtp } from "./smtp.ts";

export type MailSettings = Readonly<{
  /** smtps://user:password@host:465; null: the outbox. */
  smtpUrl: string | null;
  from: string;
  outbox: string;
}>;

export function openMailer({ smtpUrl, from, outbox }: MailSettings): Mailer {
  if (smtpUrl !== null) return openSmtp(smtpUrl, from);
  return { send: (message) => writeToOutbox(outbox, from, message) };
}

/**
 * Begins to send and returns at once: the page must not tell by its time whether there was an address to write to. A
 * failure goes to the log, without address and text.
 */
export function sendSoon(mailer: Mailer, message: Parameters<Mailer["send"]>[0]): void {
  mailer.send(message).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    console.error(JSON.stringify({ at: new Date().toISOString(), mail: "not delivered", code }));
  });
}
