/**
 * Who asks over HTTP, each with a real session: the sample's people, somebody whose roles have ended, the holder of the
 * start's link, and nobody known. And what is each one's own: that of the body they work for, agreements that of 鹿児島市.
 */
import type { Hono } from "hono";
import type pg from "pg";
import { type Database, inviteOperator, type RequestEnv } from "../../src/platform/index.ts";

export const VISITORS = [
  "public",
  "nobody",
  "researcher",
  "judge",
  "municipal_editor",
  "municipal_approver",
  "body_administrator",
  "prefecture_coordinator",
  "national_officer",
  "system_administrator",
  "operator",
] as const;

export type Visitor = (typeof VISITORS)[number];

/** Government code of the body worked for, or the name of one that has none. */
export function bodyWorkedFor(visitor: Visitor): string {
  if (visitor === "prefecture_coordinator") return "46000";
  if (visitor === "researcher") return "見本大学";
  return ["judge", "national_officer", "system_administrator"].includes(visitor) ? "全国の機関" : "46201";
}

export type Ask = (method: string, path: string, form: Readonly<Record<string, string>>) => Promise<Response>;

/** Signs each in and keeps the cookie. */
export async function signEveryoneIn(
  application: Hono<RequestEnv>,
  database: Database,
  owner: pg.Pool,
): Promise<ReadonlyMap<Visitor, Ask>> {
  const asks = new Map<Visitor, Ask>();
  for (const visitor of VISITORS)
    asks.set(visitor, asking(application, await cookieOf(visitor, application, database)));
  await owner.query(`update role_assignment set valid_to = '2021-03-31'
    where account_id = (select id from account where email = 'other-city-editor@sample.example')`);
  return asks;
}

async function cookieOf(visitor: Visitor, application: Hono<RequestEnv>, database: Database): Promise<string> {
  if (visitor === "public") return "";
  if (visitor === "operator") {
    const token = await inviteOperator(database);
    return cookieIn(await application.request(`/operator?token=${token}`, { headers: SAME_SITE }));
  }
  const account = visitor === "nobody" ? "other-city-editor" : visitor.replaceAll("_", "-");
  const body = new URLSearchParams({ account });
  return cookieIn(await application.request("/sign-in/sample", { method: "POST", body, headers: SAME_SITE }));
}

const SAME_SITE = { Origin: "http://localhost", "Sec-Fetch-Site": "same-origin" };

function cookieIn(response: Response): string {
  const cookies = response.headers.getSetCookie().map((line) => line.slice(0, line.indexOf(";")));
  if (cookies.length === 0) throw new Error(`no session: ${response.status}`);
  return cookies.join("; ");
}

function asking(application: Hono<RequestEnv>, cookie: string): Ask {
  return async (method, path, form) =>
    application.request(path, {
      method,
      headers: { ...SAME_SITE, cookie },
      ...(method === "POST" ? { body: new URLSearchParams({ reason: "", ...form }) } : {}),
    });
}
