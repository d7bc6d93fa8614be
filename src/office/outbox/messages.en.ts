/** Words of the outbox in English. */
import type { ja } from "./messages.ja.ts";

export const en: typeof ja = {
  title: "Outbox",
  lead: "No mail server is configured, so mails stay on this server. Pass on what is needed, and links to their person only.",
  smtp: "Mails leave through the configured mail server. None are kept here.",
  none: "No mails yet.",
  to: "To",
  at: "Written",
  open: "Show the text",
};
