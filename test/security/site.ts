/** The real application on a database of its own, asked as a browser asks: with its headers, cookies and forms. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { createApplication } from "../../src/app/application.tsx";
import { createSampleAccounts } from "../../src/platform/accounts/sample-accounts.ts";
import { inviteOperator, type RequestEnv } from "../../src/platform/index.ts";
import { testAccounts } from "../support/accounts.ts";
import { databaseWithSample, type TestDatabase } from "../support/database.ts";

export const ORIGIN = "http://localhost";
/** The machine that the tests' requests come from, and the proxy that is believed. */
const PEER = "192.0.2.10";
const PROXY = "192.0.2.1";

export type Site = Readonly<{
  test: TestDatabase;
  application: Hono<RequestEnv>;
  /** Lines of the request log, oldest first. */
  log: readonly string[];
  /** Cookie of a session that may edit. */
  cookie: string;
  /** As the public; `init.headers` add to those of the address. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** As the holder of the start's link. */
  askAsOperator: (path: string, init?: RequestInit) => Promise<Response>;
  /** Through the office's proxy, which says https. */
  askOverHttps: (path: string, init?: RequestInit) => Promise<Response>;
  /** As the member of a sample account, such as `municipal-editor`, signed in the first time it is asked for. */
  askAs: (account: string, path: string, init?: RequestInit) => Promise<Response>;
  /** A form of a page of ours, sent by the holder of the start's link. */
  send: (path: string, fields: Fields) => Promise<Response>;
  close: () => Promise<void>;
}>;

export type Fields = Readonly<Record<string, string | File>> | URLSearchParams | FormData;

export async function openSite(): Promise<Site> {
  const test = await databaseWithSample();
  await createSampleAccounts(test.database);
  const folder = assetFolder();
  const log: string[] = [];
  const { accounts } = await testAccounts(test, { origin: ORIGIN, allowsSample: true });
  const application = createApplication({
    database: test.database,
    accounts,
    assets: { folder, manifest: {} },
    trustedProxies: { covers: (address) => address === PROXY },
    log: (line) => log.push(line),
  });
  const askFrom = (peer: string, path: string, init?: RequestInit) =>
    Promise.resolve(application.request(`${ORIGIN}${path}`, init, { incoming: { socket: { remoteAddress: peer } } }));
  const ask: Site["ask"] = (path, init) => askFrom(PEER, path, init);
  const entered = await ask(`/operator?token=${await inviteOperator(test.database)}`);
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const askAsOperator: Site["ask"] = (path, init) => ask(path, withHeaders(init, { cookie }));
  const cookies = new Map<string, string>();
  const cookieOf = async (account: string) => {
    const known = cookies.get(account) ?? (await signInAsSample(ask, account));
    cookies.set(account, known);
    return known;
  };
  return {
    askAs: async (account, path, init) => ask(path, withHeaders(init, { cookie: await cookieOf(account) })),
    ...{ test, application, log, cookie, ask, askAsOperator },
    askOverHttps: (path, init) => askFrom(PROXY, path, withHeaders(init, { "x-forwarded-proto": "https" })),
    send: (path, fields) => askAsOperator(path, { method: "POST", body: bodyOf(fields), headers: { origin: ORIGIN } }),
    close: async () => {
      await accounts.close();
      await test.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signInAsSample(ask: Site["ask"], account: string): Promise<string> {
  const form = { method: "POST", body: new URLSearchParams({ account }), headers: { origin: ORIGIN } };
  const entered = await ask("/sign-in/sample", form);
  if (entered.status !== 303) throw new Error(`signing in as ${account} answered ${entered.status}`);
  return entered.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

function withHeaders(init: RequestInit | undefined, more: Record<string, string>): RequestInit {
  const headers = new Headers(init?.headers);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return { ...init, headers };
}

function bodyOf(fields: Fields): URLSearchParams | FormData {
  if (fields instanceof URLSearchParams || fields instanceof FormData) return fields;
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return body;
}

function assetFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kakehashi-assets-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "kit-0123abcd.css"), "body{}");
  writeFileSync(join(folder, "favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  return folder;
}

/** An agreement that the form takes; fields may be added or replaced. */
export function agreementForm(title: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { title, "japan.0.name": "青森県青森市", "foreign.0.name": "大韓民国釜山広域市", act: "save", ...more };
}

/** @returns the id of the new record. */
export async function recordByForm({ send }: Site, form: Record<string, string>): Promise<string> {
  const answer = await send("/agreements/new", form);
  const id = /\/agreements\/(A\d+)/u.exec(answer.headers.get("location") ?? "")?.[1];
  if (id === undefined) throw new Error(`recording answered ${answer.status}`);
  return id;
}

/** A table of agreements that intake takes; one row. */
export function agreementTable(title: string, more: Readonly<{ headers?: string; cells?: string }> = {}): string {
  const { headers = "", cells = "" } = more;
  return `分野,協定名,日本側,海外側,締結日${headers}\r\n①,${title},青森県青森市,中華人民共和国大連市,2004-12-24${cells}\r\n`;
}

/** @returns the address of the imported document. */
export async function uploadByForm({ send }: Site, name: string, content: BlobPart): Promise<string> {
  const answer = await send("/imports/new", { file: new File([content], name), layout: "auto" });
  const address = /^\/imports\/I\d+/u.exec(answer.headers.get("location") ?? "")?.[0];
  if (address === undefined) throw new Error(`the upload answered ${answer.status}`);
  return address;
}
