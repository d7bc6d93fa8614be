/**
 * Recovery codes (回復コード): ten, each works once, shown once. Only keyed hashes are stored.
 *
 * better-auth keeps a list and asks whether it includes what was typed; so the list holds hashes, and what was typed
 * is hashed before it is asked about. Letters that are read or typed for one another (0 o 1 l i) are left out.
 */
import { createHmac, randomInt } from "node:crypto";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const COUNT = 10;
const HALF = 5;
const HASHED = "hmac:";

export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => `${half()}-${half()}`);
}

function half(): string {
  return Array.from({ length: HALF }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

/** As typed: capitals, spaces, full width and a missing hyphen are all the same code. */
export function hashRecoveryCode(typed: string, key: string): string {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, "");
  return `${HASHED}${createHmac("sha256", `recovery-code:${key}`).update(plain).digest("base64url")}`;
}

/** What is stored: hashes as they are (a code was spent), codes hashed (the list is new). */
export function sealRecoveryCodes(json: string, key: string): string {
  const codes: unknown = JSON.parse(json);
  if (!Array.isArray(codes)) throw new Error("recovery codes are no list");
  return JSON.stringify(codes.map((code) => (String(code).startsWith(HASHED) ? code : hashRecoveryCode(code, key))));
}
