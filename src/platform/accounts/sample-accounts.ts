/**
 * Sample accounts (見本): one for each role, in bodies of the sample, opened by one click and never by a password.
 *
 * They are made when the sample is loaded. In an office's own database they exist only when somebody asks for them
 * (KAKEHASHI_SAMPLE_ACCOUNTS=1), and without that setting rows that came in a backup open nothing.
 */
import { sql } from "kysely";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { SYSTEM } from "../database/actor.ts";
import type { Database, Tx } from "../database/database.ts";
import type { Role } from "../permissions/role.ts";
import { addAccount, giveRole } from "./add-account.ts";
import { callAuth } from "./call-auth.ts";
import type { Accounts } from "./open-accounts.ts";
import { type Asking, auditSignIn, type Cookies } from "./sign-in.ts";

type SampleBody = Readonly<{
  kind: string;
  governmentCode: string | null;
  name: string;
  unit: string;
  asksApproval?: boolean;
}>;

const BODIES = {
  prefecture: { kind: "local_government", governmentCode: "46000", name: "鹿児島県", unit: "国際交流担当" },
  city: {
    kind: "local_government",
    governmentCode: "46201",
    name: "鹿児島市",
    unit: "国際交流担当",
    asksApproval: true,
  },
  otherCity: { kind: "local_government", governmentCode: "01100", name: "札幌市", unit: "国際交流担当" },
  national: { kind: "national", governmentCode: null, name: "全国の機関", unit: "国際交流担当" },
  university: { kind: "other", governmentCode: null, name: "見本大学", unit: "国際交流研究室" },
} as const satisfies Record<string, SampleBody>;

type BodyKey = keyof typeof BODIES;
type Person = Readonly<{ name: string; roles: readonly (readonly [BodyKey, Role])[] }>;

const PEOPLE = {
  "municipal-editor": { name: "見本 一郎", roles: [["city", "municipal_editor"]] },
  "municipal-approver": { name: "見本 二葉", roles: [["city", "municipal_approver"]] },
  "body-administrator": { name: "見本 三郎", roles: [["city", "body_administrator"]] },
  "prefecture-coordinator": { name: "見本 四季", roles: [["prefecture", "prefecture_coordinator"]] },
  "other-city-editor": { name: "見本 五郎", roles: [["otherCity", "municipal_editor"]] },
  secondee: {
    name: "見本 六花",
    roles: [
      ["city", "municipal_editor"],
      ["prefecture", "prefecture_coordinator"],
    ],
  },
  "national-officer": { name: "見本 七海", roles: [["national", "national_officer"]] },
  judge: { name: "見本 八重", roles: [["national", "judge"]] },
  researcher: { name: "見本 九美", roles: [["university", "researcher"]] },
  "system-administrator": { name: "見本 十和", roles: [["national", "system_administrator"]] },
} as const satisfies Record<string, Person>;

export type SampleAccount = keyof typeof PEOPLE;

const people: Readonly<Record<string, Person>> = PEOPLE;
export const SAMPLE_ACCOUNTS: readonly string[] = Object.keys(people);

const SAMPLE_SINCE = "2020-04-01";

/** Makes what is missing; a second call makes nothing. */
export async function createSampleAccounts(database: Database): Promise<void> {
  await database.write(SYSTEM, async (tx) => {
    const { rows } = await sql`select from account where is_sample limit 1`.execute(tx);
    if (rows.length > 0) return;
    const ids = new Map<string, string>();
    for (const [key, body] of Object.entries<SampleBody>(BODIES)) ids.set(key, await addBody(tx, body));
    for (const [key, { name, roles }] of Object.entries(people)) {
      const { accountId } = await addAccount(tx, { email: emailOf(key), displayName: name, isSample: true });
      for (const [body, role] of roles) {
        await giveRole(tx, { accountId, bodyId: ids.get(body) ?? "", role, validFrom: SAMPLE_SINCE, validTo: null });
      }
    }
  });
}

function emailOf(key: string): string {
  return `${key}@sample.example`;
}

async function addBody(
  tx: Tx,
  { kind, governmentCode, name, unit, asksApproval = false }: SampleBody,
): Promise<string> {
  const known = await sql<{ id: string }>`select id from body where government_code = ${governmentCode}`.execute(tx);
  const { rows } =
    known.rows.length > 0
      ? known
      : await sql<{ id: string }>`insert into body (kind, government_code, name, unit, asks_approval)
          values (${kind}, ${governmentCode}, ${name}, ${unit}, ${asksApproval}) returning id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`the sample body ${name} was not stored`);
  return row.id;
}

export type SamplePerson = Readonly<{
  key: string;
  name: string;
  roles: readonly Readonly<{ body: string; role: Role }>[];
}>;

/** For the buttons of the sign-in page; empty when they may not be used or were never made. */
export async function listSampleAccounts({ database, settings }: Accounts): Promise<readonly SamplePerson[]> {
  if (!settings.allowsSample) return [];
  const { rows } = await database.read(SYSTEM, (tx) =>
    sql<{ email: string }>`select email from account where is_sample and disabled_at is null`.execute(tx),
  );
  const made = new Set(rows.map(({ email }) => email));
  return Object.entries(people)
    .filter(([key]) => made.has(emailOf(key)))
    .map(([key, { name, roles }]) => ({
      key,
      name,
      roles: roles.map(([body, role]) => ({ body: BODIES[body].name, role })),
    }));
}

/** Refused wherever sample accounts are not allowed, whatever rows there are. */
export async function signInAsSample(
  accounts: Accounts,
  key: string,
  asking: Asking,
): Promise<Outcome<Cookies, Readonly<{ code: "sample_not_allowed" }>>> {
  const { auth, database, settings } = accounts;
  if (!settings.allowsSample) return refuse({ code: "sample_not_allowed" });
  const { rows } = await database.read(SYSTEM, (tx) =>
    sql<{ id: string; authUserId: string }>`select id, auth_user_id as "authUserId" from account
      where email = ${emailOf(key)} and is_sample and disabled_at is null`.execute(tx),
  );
  const [found] = rows;
  if (found === undefined) return refuse({ code: "sample_not_allowed" });
  const body = { userId: found.authUserId, method: "sample" as const };
  const answer = await callAuth(() => auth.api.openSession({ body, headers: asking.headers, returnHeaders: true }));
  if (!answer.ok) return refuse({ code: "sample_not_allowed" });
  await auditSignIn(accounts, found.id, "sample", asking);
  return succeed(answer.cookies);
}
