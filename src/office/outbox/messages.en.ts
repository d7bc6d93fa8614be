/** Words of the outbox in English. */
import type { ja } from "./messages.ja.ts";

export const en: typeof ja = {
  title: "Outbox",
  lead: "No mail server is configured, so mails stay on this server. Pass on what is needed. Mails older than 30 days are deleted.",
  smtp: "Mails leave through the configured mail server. None are kept here.",
  none: "No mails yet.",
  noneLead: "Mails appear here when somebody is invited, has forgotten a password, or is reminded of a day.",
  toBodies: "Bodies and people",
  to: "To",
  at: "Written",
  open: "Read",
  of: (subject: string) => `: ${subject}`,
  hidden: {
    title: "Part of the link is hidden",
    lead: "Whoever opens the link of this mail can use the account as the person it is addressed to. Show it only to pass it on to that person. Showing it is kept in the audit.",
    show: "Show the link too",
  },
  shown: {
    title: "The link is shown",
    lead: "That you saw it is kept in the audit. Give it to the person it is addressed to and nobody else.",
  },
  back: "Back to the outbox",
};
