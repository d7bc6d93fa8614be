/** Accounts as the configuration wants them, beside an opened store. */
import { join } from "node:path";
import { type Accounts, type Config, openAccounts, openMailer } from "../platform/index.ts";
import { cloneRoot, type Store } from "./open-store.ts";

/** @param origin where people open the pages, when the configuration does not say. */
export function openAccountsOf(config: Config, { connection, database }: Store, origin: string): Promise<Accounts> {
  const outbox = join(config.dataDir ?? join(cloneRoot(), "var"), "outbox");
  const { smtpUrl, mailFrom, oidc, secret, sampleAccounts, requiresSecondFactor, publicUrl } = config.accounts;
  return openAccounts({
    connection,
    database,
    mailer: openMailer({ smtpUrl, from: mailFrom, outbox }),
    outbox: smtpUrl === null ? outbox : null,
    settings: {
      origin: publicUrl ?? origin,
      allowsSample: sampleAccounts,
      requiresSecondFactor,
      oidc,
      key: secret,
    },
  });
}
