/**
 * The second step of signing in: a code of the authenticator app, or a recovery code.
 *
 * Guesses are counted three times over: here for the account, in the library for this sign-in (5) and for the account
 * in a row (10, then 15 minutes). A code that was used, or is older than the last one used, is refused.
 */
import { symmetricDecrypt } from "better-auth/crypto";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { auditStranger } from "./account-audit.ts";
import { findAccountOf } from "./account-store.ts";
import { countTry, forgetTries, LIMITS } from "./attempt-limit.ts";
import { callAuth } from "./call-auth.ts";
import type { Accounts } from "./open-accounts.ts";
import { findRecoveryCode } from "./recovery-codes.ts";
import { type Asking, auditSignIn, type Cookies, type TooMany } from "./sign-in.ts";
import { findStep, normaliseCode } from "./time-codes.ts";

export type SecondStepProblem =
  | TooMany
  | Readonly<{ code: "code_wrong" }>
  | Readonly<{ code: "code_used_before" }>
  /** The signing key is not the one it was set up under: a backup of another machine, a new KAKEHASHI_SECRET. */
  | Readonly<{ code: "second_factor_sealed" }>
  /** The first step is too long ago, or too many codes were wrong: begin again. */
  | Readonly<{ code: "challenge_over" }>;

export type SecondStep = Readonly<{ kind: "totp" | "recovery_code"; code: string }>;

export async function isChallengeOpen({ auth }: Accounts, { headers }: Asking): Promise<boolean> {
  return (await auth.api.readChallenge({ headers })).userId !== null;
}

export async function takeSecondStep(
  accounts: Accounts,
  { kind, code }: SecondStep,
  asking: Asking,
): Promise<Outcome<Cookies, SecondStepProblem>> {
  const { auth, pool, database } = accounts;
  const { userId } = await auth.api.readChallenge({ headers: asking.headers });
  const account = userId === null ? undefined : await findAccountOf(database, userId);
  if (userId === null || account === undefined) return refuse({ code: "challenge_over" });
  const again = await countTry(pool, [{ what: "code", of: userId, limit: LIMITS.codeOfAccount }]);
  if (again !== undefined) return refuse({ code: "too_many_tries", again });
  const outcome =
    kind === "totp"
      ? await verifyTotp(accounts, userId, code, asking)
      : await verifyRecovery(accounts, userId, code, asking);
  if (!outcome.ok) {
    const failed = { action: "second_factor.failed", outcome: "failed", accountId: account.id } as const;
    await auditStranger(database, { ...failed, after: { kind, problem: outcome.problem.code } }, asking);
    return outcome;
  }
  await forgetTries(pool, "code", userId);
  await auditSignIn(accounts, account.id, kind, asking);
  return outcome;
}

async function verifyTotp(
  accounts: Accounts,
  userId: string,
  typed: string,
  { headers }: Asking,
): Promise<Outcome<Cookies, SecondStepProblem>> {
  const code = normaliseCode(typed);
  const spent = await spendCode(accounts, userId, code);
  if (spent === "used_before") return refuse({ code: "code_used_before" });
  if (spent === "sealed") return refuse({ code: "second_factor_sealed" });
  const answer = await callAuth(() => accounts.auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
  return answer.ok ? succeed(answer.cookies) : refuse({ code: problemOf(answer.code) });
}

async function verifyRecovery(
  { auth, pool, settings }: Accounts,
  userId: string,
  typed: string,
  { headers }: Asking,
): Promise<Outcome<Cookies, SecondStepProblem>> {
  const { rows } = await pool.query<{ codes: string }>(
    'select "backupCodes" as codes from "twoFactor" where "userId" = $1',
    [userId],
  );
  const body = { code: await findRecoveryCode(rows[0]?.codes ?? "[]", typed, settings.key) };
  const answer = await callAuth(() => auth.api.verifyBackupCode({ body, headers, returnHeaders: true }));
  return answer.ok ? succeed(answer.cookies) : refuse({ code: problemOf(answer.code) });
}

const WRONG = new Set(["INVALID_CODE", "INVALID_BACKUP_CODE", "CONFLICT"]);

function problemOf(code: string): "code_wrong" | "challenge_over" {
  return WRONG.has(code) ? "code_wrong" : "challenge_over";
}

/** Marks the code's time step as used. A wrong code marks nothing; the library refuses and counts it. */
export async function spendCode(
  { auth, pool }: Accounts,
  userId: string,
  code: string,
): Promise<"wrong" | "used_before" | "spent" | "sealed"> {
  const { rows } = await pool.query<{ secret: string }>('select secret from "twoFactor" where "userId" = $1', [userId]);
  const [row] = rows;
  if (row === undefined) return "wrong";
  const secret = await openSecret(auth, row.secret);
  if (secret === undefined) return "sealed";
  const step = findStep(secret, code, new Date());
  if (step === undefined) return "wrong";
  const { rowCount } = await pool.query(
    `insert into spent_step (user_id, step) values ($1, $2)
     on conflict (user_id) do update set step = excluded.step where spent_step.step < excluded.step`,
    [userId, step],
  );
  return rowCount === 1 ? "spent" : "used_before";
}

/** The library says only that it cannot open it; with the key it was sealed with it always can. */
async function openSecret(auth: Accounts["auth"], data: string): Promise<string | undefined> {
  const { secretConfig: key } = await auth.$context;
  try {
    return await symmetricDecrypt({ key, data });
  } catch (cause) {
    const kind = cause instanceof Error ? cause.name : "unknown";
    const error = "a second factor was sealed with another key";
    console.error(JSON.stringify({ at: new Date().toISOString(), kind: "accounts", error, cause: kind }));
    return undefined;
  }
}
