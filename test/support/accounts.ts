/** Accounts over a test's database, and an application of the office's pages with real sessions. */

import { hashPassword } from "better-auth/crypto";
import { Hono } from "hono";
import { findGovernments } from "../../src/app/find-governments.ts";
import { officeRoutes } from "../../src/office/routes.tsx";
import { addAccount } from "../../src/platform/accounts/add-account.ts";
import { type AccountSettings, type Accounts, openAccounts } from "../../src/platform/accounts/open-accounts.ts";
import { identifyRequest, type RequestEnv, recogniseActor, routedPath, SYSTEM } from "../../src/platform/index.ts";
import type { Message } from "../../src/platform/mail/mailer.ts";
import type { TestDatabase } from "./database.ts";

export type TestAccounts = Readonly<{ accounts: Accounts; letters: readonly Message[] }>;

export async function testAccounts(
  { connection, database }: TestDatabase,
  settings: Partial<AccountSettings> = {},
): Promise<TestAccounts> {
  const letters: Message[] = [];
  const accounts = await openAccounts({
    connection,
    database,
    mailer: { send: async (message) => void letters.push(message) },
    outbox: null,
    settings: {
      origin: "http://localhost:3000",
      allowsSample: false,
      requiresSecondFactor: false,
      oidc: null,
      key: null,
      ...settings,
    },
  });
  return { accounts, letters };
}

/** The office's pages as the application mounts them, without the rest. */
export function officeApplication(accounts: Accounts): Hono<RequestEnv> {
  const application = new Hono<RequestEnv>({ getPath: routedPath });
  application.use(identifyRequest(), recogniseActor(accounts));
  application.route("/", officeRoutes({ database: accounts.database, accounts, findGovernments }));
  return application;
}

export const GOOD_PASSWORD = "うみ山のあいだの汽車 7両";

/** A hash is made to take a tenth of a second; people of a test may share one. */
const hashes = new Map<string, Promise<string>>();

function hashOf(password: string): Promise<string> {
  const hash = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hash);
  return hash;
}

/** A person who can sign in, without any role. */
export async function addPerson(
  { database }: TestDatabase,
  email: string,
  password = GOOD_PASSWORD,
): Promise<Readonly<{ accountId: string; authUserId: string }>> {
  const passwordHash = await hashOf(password.normalize("NFKC"));
  return database.write(SYSTEM, (tx) => addAccount(tx, { email, displayName: "試験 職員", passwordHash }));
}

/** Keeps cookies between requests as a browser does, and sends forms. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #application: Hono<RequestEnv>;

  constructor(application: Hono<RequestEnv>) {
    this.#application = application;
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {});
  }

  post(path: string, form: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { method: "POST", body: new URLSearchParams(form) });
  }

  signIn(email: string, password = GOOD_PASSWORD): Promise<Response> {
    return this.post("/sign-in", { email, password });
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await this.#application.request(path, { ...init, headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
