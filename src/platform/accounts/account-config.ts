/**
 * Settings of accounts and mail from the environment.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | KAKEHASHI_URL | address people open (https://…): links in mails, cookies, passkeys | http://localhost:PORT |
 * | KAKEHASHI_SECRET | signs cookies, seals TOTP secrets; at least 32 characters | one kept in the database |
 * | KAKEHASHI_SAMPLE_ACCOUNTS | 1: one-click sample accounts, also with DATABASE_URL; 0: never | with the embedded sample |
 * | KAKEHASHI_REQUIRE_SECOND_FACTOR | 1: roles that approve or administer need a second factor; all: every role; 0: none | 1, with the sample 0 |
 * | SMTP_URL, MAIL_FROM | mail server of the office, sender of mails | files in `var/outbox` |
 * | OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL | sign-in of the office (OpenID Connect) | none |
 */
import { ConfigFault } from "../config-fault.ts";
import type { OidcSettings } from "./auth-options.ts";
import type { SecondFactorRule } from "./signed-in.ts";

export type AccountConfig = Readonly<{
  /** Without a slash at the end; null: http://localhost and the port. */
  publicUrl: string | null;
  secret: string | null;
  sampleAccounts: boolean;
  requiresSecondFactor: SecondFactorRule;
  smtpUrl: string | null;
  mailFrom: string;
  oidc: OidcSettings | null;
}>;

/** @param hasSample the embedded database with the sample is used. */
export function readAccountConfig(env: NodeJS.ProcessEnv, hasSample: boolean): AccountConfig {
  const sampleAccounts = readSwitch(env, "KAKEHASHI_SAMPLE_ACCOUNTS") ?? hasSample;
  return {
    publicUrl: readPublicUrl(env.KAKEHASHI_URL),
    secret: readSecret(env.KAKEHASHI_SECRET),
    sampleAccounts,
    requiresSecondFactor: readSecondFactor(env) ?? !sampleAccounts,
    smtpUrl: env.SMTP_URL || null,
    mailFrom: env.MAIL_FROM || "kakehashi@localhost",
    oidc: readOidc(env),
  };
}

function readSwitch(env: NodeJS.ProcessEnv, name: string): boolean | undefined {
  const text = env[name];
  if (text === undefined || text === "") return undefined;
  if (text === "1" || text === "0") return text === "1";
  throw new ConfigFault(`${name}=${text} は使えません。1 か 0 を指定してください。`);
}

function readSecondFactor(env: NodeJS.ProcessEnv): SecondFactorRule | undefined {
  return env.KAKEHASHI_REQUIRE_SECOND_FACTOR === "all" ? "all" : readSwitch(env, "KAKEHASHI_REQUIRE_SECOND_FACTOR");
}

function readPublicUrl(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url !== null && /^https?:$/u.test(url.protocol) && url.pathname === "/" && url.search === "";
  if (isOrigin) return url.origin;
  throw new ConfigFault(`KAKEHASHI_URL=${text} は使えません。https://kakehashi.example.jp のように指定してください。`);
}

const SHORTEST_SECRET = 32;

function readSecret(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  if (text.length >= SHORTEST_SECRET) return text;
  throw new ConfigFault(`KAKEHASHI_SECRET は ${SHORTEST_SECRET} 文字以上にしてください。`);
}

function readOidc(env: NodeJS.ProcessEnv): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_LABEL: label } = env;
  if (!issuer) return null;
  if (!clientId || !clientSecret) {
    throw new ConfigFault("OIDC_ISSUER を使うときは、OIDC_CLIENT_ID と OIDC_CLIENT_SECRET も指定してください。");
  }
  return { issuer, clientId, clientSecret, label: label || new URL(issuer).hostname };
}
