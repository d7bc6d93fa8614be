/**
 * better-auth as we use it: on our tables, silent, never asked over HTTP by itself. Our routes call `auth.api` and pass
 * its cookies on; nobody signs up, everyone is invited. What the options leave out (rate limits, password rule, replay
 * of codes, audit) stands in the use cases beside this file.
 */
import { passkey } from "@better-auth/passkey";
import { APIError, type BetterAuthOptions, betterAuth } from "better-auth";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import * as z from "zod";
import { ownEndpoints } from "./auth-endpoints.ts";
import { makeRecoveryCodes, sealRecoveryCodes } from "./recovery-codes.ts";
import { SIGN_IN_METHODS, type SignInMethod } from "./signed-in.ts";

export type OidcSettings = Readonly<{ issuer: string; clientId: string; clientSecret: string; label: string }>;

export type AuthParts = Readonly<{
  pool: pg.Pool;
  key: string;
  /** https://kakehashi.example.jp: links in letters, passkeys, the way back from the office's sign-in. */
  origin: string;
  oidc: OidcSettings | null;
  /** May a session be opened for this person of schema `auth`? Not for disabled accounts. */
  mayEnter: (authUserId: string) => Promise<boolean>;
  sendResetLink: (email: string, token: string) => void;
}>;

export const OIDC_PROVIDER = "office";
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;
const SESSION_SECONDS = 12 * 60 * 60;
const REFRESH_SECONDS = 60 * 60;
export const FRESH_SECONDS = 30 * 60;
const RESET_SECONDS = 60 * 60;
const CHALLENGE_SECONDS = 10 * 60;

const METHOD_OF_PATH: Readonly<Record<string, SignInMethod>> = {
  "/sign-in/email": "password",
  "/two-factor/verify-totp": "totp",
  "/two-factor/verify-backup-code": "recovery_code",
  "/two-factor/disable": "password",
  "/passkey/verify-authentication": "passkey",
  "/callback/:id": "oidc",
};

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(parts: AuthParts) {
  const { pool, key, origin, oidc } = parts;
  return betterAuth({
    appName: "架け橋",
    baseURL: origin,
    basePath: "/auth",
    secret: key,
    trustedOrigins: [origin],
    database: { db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), type: "postgres" },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // What the library would add repeats what was sent, such as the state of a sign-in.
    logger: {
      level: "error",
      log: (_level, message) =>
        console.error(JSON.stringify({ at: new Date().toISOString(), kind: "accounts", error: message })),
    },
    onAPIError: { errorURL: `${origin}/sign-in?office=refused` },
    advanced: cookiesAt(origin),
    verification: { storeIdentifier: "hashed" },
    account: {
      accountLinking: { enabled: oidc !== null, trustedProviders: [OIDC_PROVIDER] },
      encryptOAuthTokens: true,
    },
    user: { additionalFields: { lastBodyId: { type: "string", required: false, input: false } } },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: REFRESH_SECONDS,
      freshAge: FRESH_SECONDS,
      additionalFields: {
        bodyId: { type: "string", required: false, input: false },
        method: { type: "string", required: false, input: false },
        rolesSeen: { type: "string", required: false, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      sendResetPassword: async ({ user, token }) => parts.sendResetLink(user.email, token),
    },
    databaseHooks: doors(parts),
    plugins: [secondFactors(key), passkeys(origin), ...(oidc === null ? [] : [officeSignIn(oidc)]), ownEndpoints],
  });
}

/** Who may come in at all: no closed account, and nobody with another person's address. */
function doors({ pool, mayEnter }: Pick<AuthParts, "pool" | "mayEnter">) {
  return {
    account: {
      create: {
        before: async ({ userId, providerId }) => {
          if (providerId === OIDC_PROVIDER && (await isTiedToProvider(pool, userId))) {
            throw new APIError("UNAUTHORIZED", { code: "TIED_TO_ANOTHER", message: "the account is another person's" });
          }
        },
      },
    },
    session: {
      create: {
        before: async (session, context) => {
          if (!(await mayEnter(session.userId))) {
            throw new APIError("UNAUTHORIZED", { code: "ACCOUNT_CLOSED", message: "the account is closed" });
          }
          return { data: { ...session, method: methodOf(session, context) } };
        },
      },
    },
  } satisfies BetterAuthOptions["databaseHooks"];
}

/** Codes of an app, and the codes on paper for when it is lost. */
function secondFactors(key: string) {
  return twoFactor({
    issuer: "Kakehashi",
    twoFactorCookieMaxAge: CHALLENGE_SECONDS,
    backupCodeOptions: {
      customBackupCodesGenerate: makeRecoveryCodes,
      storeBackupCodes: {
        encrypt: (json) => sealRecoveryCodes(json, key),
        decrypt: async (json) => json,
      },
    },
  });
}

/** `__Host-` ties a cookie to this host and to https; over plain http browsers refuse it. */
export function cookiesAt(origin: string) {
  const secure = origin.startsWith("https://");
  return {
    cookiePrefix: secure ? "__Host-kakehashi" : "kakehashi",
    useSecureCookies: false, // would put another prefix before ours
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax" as const, path: "/" },
    ipAddress: { disableIpTracking: true },
  };
}

type Stored = Readonly<Record<string, unknown>>;
type HookContext = Readonly<{ path?: string; context: Readonly<{ session?: { session: Stored } | null }> }> | null;

/** A session that takes another's place (new password) keeps its method; a stronger step says its own. */
function methodOf(session: Stored, context: HookContext): SignInMethod {
  const byPath = METHOD_OF_PATH[context?.path ?? ""];
  const before = session["method"] ?? context?.context.session?.session["method"];
  return byPath ?? SIGN_IN_METHODS.find((method) => method === before) ?? "password";
}

/** A passkey counts as two factors only when the device has checked who holds it (PIN, finger, face). */
function passkeys(origin: string) {
  const requireCheck = (userVerified: boolean | undefined): void => {
    if (userVerified !== true) throw new APIError("UNAUTHORIZED", { code: "USER_NOT_VERIFIED" });
  };
  return passkey({
    rpName: "Kakehashi",
    rpID: new URL(origin).hostname,
    origin,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    registration: {
      afterVerification: ({ verification }) => requireCheck(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) => requireCheck(verification.authenticationInfo.userVerified),
    },
  });
}

/**
 * The first time an invited person comes from the office's provider, the account is tied to the provider's number of
 * that person (`sub`). Offices give addresses to successors: who comes later with the same address is somebody else.
 */
async function isTiedToProvider(pool: pg.Pool, userId: string): Promise<boolean> {
  const { rowCount } = await pool.query('select from account where "userId" = $1 and "providerId" = $2', [
    ...[userId, OIDC_PROVIDER],
  ]);
  return rowCount !== 0;
}

/** Only who was invited enters, and only by a token that the provider signed. */
function officeSignIn({ issuer, clientId, clientSecret }: OidcSettings) {
  return genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        discoveryUrl: `${issuer.replace(/\/$/u, "")}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ["openid", "email", "profile"],
        pkce: true,
        requireIdTokenVerification: true,
        accountSubject: subjectOfToken,
        disableSignUp: true,
        disableImplicitSignUp: true,
      },
    ],
  });
}

/** The library has checked the token before; without one it would believe the provider's page of the person alone. */
function subjectOfToken({
  tokens: { idToken },
}: Readonly<{ tokens: Readonly<{ idToken?: string | undefined }> }>): string {
  const payload = idToken?.split(".")[1];
  if (payload === undefined) throw new Error("the provider sent no ID token");
  return z.object({ sub: z.string().min(1) }).parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).sub;
}
