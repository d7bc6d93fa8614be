/** Mailer: how a message leaves the house. What stands behind it (a file outbox, SMTP) is the configuration's matter. */

export type Message = Readonly<{
  to: string;
  subject: string;
  /** Plain text; lines may be long. */
  text: string;
}>;

export interface Mailer {
  /** Returns when the message has been handed over; throws when it could not be. */
  send(message: Message): Promise<void>;
}
