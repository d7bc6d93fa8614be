/** Delivery through the office's mail server. */
import { createTransport } from "nodemailer";
import type { Mailer } from "./mailer.ts";

const PATIENCE_MS = 20_000;

export function openSmtp(url: string, from: string): Mailer {
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to: { name: "", address: to }, subject, text });
    },
  };
}
