/** Words of the first steps in English. */
import type { ja } from "./messages.ja.ts";

export const en: typeof ja = {
  title: "First steps",
  lead: "There are no accounts yet. After these steps officers work with accounts of their own.",
  body: {
    title: "1. Make the first body",
    text: "The body that runs Kakehashi. Others can be added later.",
    act: "Make a body",
    done: (name) => `"${name}" is made.`,
  },
  administrator: {
    title: "2. Invite a system administrator",
    text: "Invite your own e-mail address with the role of system administrator.",
    act: "Invite",
    wait: "Make the body first.",
    done: "A system administrator is invited.",
  },
  accept: {
    title: "3. Accept the invitation",
    outbox:
      "No mail server is configured, so the letter is in the outbox. Open the letter, show its link, and open that.",
    smtp: "Open the link in the mail.",
    act: "Open the outbox",
  },
  over: {
    title: "The first steps are done",
    text: "Add bodies and invite people on the page of bodies and people.",
    act: "Open bodies and people",
  },
};
