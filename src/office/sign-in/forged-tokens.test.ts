/** Sign-in of the office against a provider that lies: what must not open an account (OWASP ASVS 5.0, V9 and 10.5). */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addPerson, officeApplication, testAccounts, Visitor } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { CLIENT, type Forged, type ForgingProvider, forgingProvider } from "../../../test/support/forging-provider.ts";
import { addBody, giveRole } from "../../../test/support/people.ts";
import type { Accounts, BodyRef } from "../../platform/index.ts";

const ORIGIN = "http://localhost:3000";
let db: TestDatabase;
let provider: ForgingProvider;
let city: BodyRef;
const opened: Accounts[] = [];
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  provider = await forgingProvider();
  vi.spyOn(console, "error").mockImplementation(() => undefined); // the library says why it refuses
});
beforeEach(() => provider.pretend({}));
afterAll(async () => {
  for (const accounts of opened) await accounts.close();
  await db.drop();
  await provider.close();
  vi.restoreAllMocks();
});

/** The provider's description is read when the application opens, so each lie about it needs one of its own. */
async function open(): Promise<Accounts> {
  const oidc = { issuer: provider.issuer, ...CLIENT, label: "庁内認証" };
  const { accounts } = await testAccounts(db, { origin: ORIGIN, oidc });
  opened.push(accounts);
  return accounts;
}

async function person(email: string): Promise<string> {
  const { accountId } = await addPerson(db, email);
  await giveRole(db.owner, accountId, city, "municipal_editor");
  return accountId;
}

/** @returns whether the visitor is signed in afterwards. */
async function enters(accounts: Accounts, forged: Forged): Promise<boolean> {
  provider.pretend(forged);
  const visitor = new Visitor(officeApplication(accounts));
  const begun = await visitor.get("/sign-in/office?next=/today");
  const address = begun.headers.get("location") ?? "";
  if (!address.startsWith(`${provider.issuer}/authorize`)) return false;
  await visitor.get(provider.visit(address));
  return (await visitor.get("/account")).status === 200;
}

describe("the office's own sign-in", () => {
  let accounts: Accounts;
  beforeAll(async () => {
    accounts = await open();
    await person("known@city.example.jp");
  });
  const known = { sub: "known", email: "known@city.example.jp", email_verified: true };

  test("opens the account of the person an honest token names", async () => {
    expect(await enters(accounts, { claims: known })).toBe(true);
  });

  test.each([
    ["of another key", { signedBy: "another key" }],
    ["that nobody signed", { signedBy: "nobody" }],
    ["signed with the client's secret instead of the provider's key", { signedBy: "the client's secret" }],
    ["signed with the public key as a secret", { signedBy: "its public key" }],
    ["of another issuer", { claims: { iss: "http://127.0.0.1:1" } }],
    ["for another client", { claims: { aud: "another" } }],
    ["that has expired", { claims: { exp: Math.floor(Date.now() / 1000) - 60 } }],
    ["that is not valid yet", { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } }],
    ["of another sign-in (nonce)", { claims: { nonce: "of yesterday" } }],
    ["that says of no sign-in which it is of", { without: ["nonce"] }],
    ["without an end", { without: ["exp"] }],
    ["that names nobody", { without: ["sub"] }],
    ["that is missing", { isWithoutToken: true }],
  ] as const)("takes no token %s", async (_what, forged) => {
    const lie: Forged = forged;
    expect(await enters(accounts, { ...lie, claims: { ...known, ...lie.claims } })).toBe(false);
  });

  test("knows a person by the provider's number and not by the address, which the office gives to a successor", async () => {
    await person("section@city.example.jp");
    const section = { email: "section@city.example.jp", email_verified: true };
    expect(await enters(accounts, { claims: { ...section, sub: "predecessor" } })).toBe(true);
    expect(await enters(accounts, { claims: { ...section, sub: "successor" } })).toBe(false);
    expect(await enters(accounts, { claims: { ...section, sub: "predecessor" } })).toBe(true);
  });

  test.each([
    ["that calls itself another issuer", { issuer: "http://127.0.0.1:1" }],
    ["that shows no keys", { jwks_uri: undefined }],
  ] as const)(
    "asks no provider %s",
    async (_what, description: Readonly<{ issuer?: string; jwks_uri?: undefined }>) => {
      provider.pretend({ description });
      const lied = await open();
      const { issuer: iss } = description;
      const claims = iss === undefined ? known : { ...known, iss };
      expect(await enters(lied, { description, claims })).toBe(false);
    },
  );
});
