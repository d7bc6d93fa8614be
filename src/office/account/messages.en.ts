/** Words of one's own account in English. */
import type { ja } from "./messages.ja.ts";

export const en: typeof ja = {
  title: "Account",
  name: "Name",
  email: "E-mail address",
  body: "Body you work for now",
  roles: "Roles",
  listSeparator: ", ",
  signOut: "Sign out",
  noRole: {
    title: "You hold no role in any body today",
    text: "Your role has ended or has not begun. Public pages stay open to you. Ask the administrator of your body for a role.",
  },
  switchBody: {
    title: "Work for another body",
    text: "You hold roles in several bodies. What you do from now on is recorded for the one you choose.",
    submit: (body) => `Work for ${body}`,
    refused: "You hold no role in that body today.",
  },
};
