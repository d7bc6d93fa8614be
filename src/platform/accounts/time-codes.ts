/**
 * Six-digit codes of authenticator apps (TOTP, RFC 6238: SHA-1, 30 seconds), to find out which time step a code is of.
 *
 * better-auth says whether a code is right now or one step beside (clocks differ); it does not remember which were
 * used. We do: of a code seen over somebody's shoulder nothing is left.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

const STEP_MS = 30_000;
const DIGITS = 6;

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / STEP_MS);
}

/** @param secret as better-auth keeps it: its characters are the bytes. */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** @returns the step the code belongs to: now, one before or one after; undefined when it is of none of them. */
export function findStep(secret: string, code: string, now: Date): number | undefined {
  const current = stepAt(now);
  return [current - 1, current, current + 1].find((step) => isSame(codeOfStep(secret, step), code));
}

function isSame(expected: string, typed: string): boolean {
  const given = Buffer.from(typed.padEnd(DIGITS).slice(0, DIGITS));
  return typed.length === DIGITS && given.length === DIGITS && timingSafeEqual(Buffer.from(expected), given);
}

/** As typed: full width, spaces and hyphens are taken. */
export function normaliseCode(typed: string): string {
  return typed.normalize("NFKC").replaceAll(/[\s-]/gu, "");
}
