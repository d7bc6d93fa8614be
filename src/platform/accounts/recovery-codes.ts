/**
 * Recovery codes (回復コード): ten one-time codes for when the authenticator app is gone, shown once and stored as slow
 * hashes with a salt and the application's key, so that a copy of the database opens nothing and cannot be tried out
 * quickly. better-auth keeps the list as JSON and compares strings, so what it is given to compare is the stored hash that
 * the typed code belongs to.
 */
import { createHmac, randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const COUNT = 10;
const HALF = 5;
const SLOW = "scrypt";
/** As lists made before the slow hash keep them. */
const HASHED = "hmac";
const COST: ScryptOptions = { N: 16_384, r: 8, p: 1 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** What no stored hash equals. */
const NONE = "none";

export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => `${half()}-${half()}`);
}

function half(): string {
  return Array.from({ length: HALF }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

/** What is stored: hashes as they are (a code was spent), codes hashed (the list is new) under one salt for the list. */
export async function sealRecoveryCodes(json: string, key: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES).toString("base64url");
  return JSON.stringify(
    await Promise.all(codesIn(json).map((code) => (isHash(code) ? code : hashOf(code, salt, key)))),
  );
}

/** @returns the stored hash of the code that was typed, or what equals none of them. */
export async function findRecoveryCode(stored: string, typed: string, key: string): Promise<string> {
  const hashes = codesIn(stored);
  const salts = [...new Set(hashes.map(saltOf))];
  const meant = await Promise.all(
    salts.map((salt) => (salt === "" ? quickHash(typed, key) : hashOf(typed, salt, key))),
  );
  return hashes.find((hash) => meant.some((one) => isSame(one, hash))) ?? NONE;
}

function codesIn(json: string): readonly string[] {
  const codes: unknown = JSON.parse(json);
  if (!Array.isArray(codes)) throw new Error("recovery codes are no list");
  return codes.map(String);
}

function isHash(code: string): boolean {
  return code.startsWith(`${SLOW}:`) || code.startsWith(`${HASHED}:`);
}

function saltOf(hash: string): string {
  return hash.startsWith(`${SLOW}:`) ? (hash.split(":")[1] ?? "") : "";
}

async function hashOf(typed: string, salt: string, key: string): Promise<string> {
  const hash = await slowHash(quickHash(typed, key), Buffer.from(salt, "base64url"));
  return `${SLOW}:${salt}:${hash.toString("base64url")}`;
}

function slowHash(text: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(text, salt, HASH_BYTES, COST, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });
}

/** As typed: capitals, spaces, full width and a missing hyphen are all the same code. */
function quickHash(typed: string, key: string): string {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, "");
  return `${HASHED}:${createHmac("sha256", `recovery-code:${key}`).update(plain).digest("base64url")}`;
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
