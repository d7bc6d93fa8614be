/** Words of the sign-in pages in English. */
import type { ja } from "./messages.ja.ts";

export const en: typeof ja = {
  title: "Sign in",
  lead: "For officers who were invited. Published records can be read without signing in.",
  email: "E-mail address",
  password: "Password",
  submit: "Sign in",
  forgotten: "Forgotten your password?",
  wrongTitle: "You could not be signed in",
  wrong: "The e-mail address or the password is not right. Capital and small letters count in a password.",
  tooMany: {
    title: "Please wait before you try again",
    text: (time) => `There were too many tries in a row, so we paused them. You can try again after ${time}.`,
    safe: "Nothing has changed, neither records nor your account.",
  },
  already: (name) => `You are signed in as ${name}.`,
  toAccount: "Open your account",
  other: "Other ways in",
  office: (label) => `Sign in with ${label}`,
  officeRefused: "That sign-in was not accepted. Use the account with the address that was invited.",
  sample: {
    title: "Try it with a sample account",
    text: "Invented officers that work with the sample data only. No password. With real data this part does not appear.",
    button: "Try as this person",
    mark: "Sample",
    refused: "Sample accounts cannot be used here.",
  },
};
