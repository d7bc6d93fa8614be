/** An authenticator app for tests: reads the set-up from the page as a person does, and makes codes. */
import { codeOfStep, stepAt } from "../../src/platform/accounts/time-codes.ts";
import { GOOD_PASSWORD, type Visitor } from "./accounts.ts";

export type SetUpDone = Readonly<{ secret: string; recoveryCodes: readonly string[] }>;

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** @param page text or HTML of the page with the letters to type into the app. */
export function secretOn(page: string): string {
  const letters = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? page;
  const bits = [...letters.replaceAll(/\s/g, "")].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString("utf8");
}

/** @param steps of 30 seconds before or after now. */
export function codeFor(secret: string, steps = 0): string {
  return codeOfStep(secret, stepAt(new Date()) + steps);
}

export function recoveryCodesOn(page: string): readonly string[] {
  return [...page.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(([, code]) => code!);
}

export async function setUpTotp(visitor: Visitor): Promise<SetUpDone> {
  const scan = await (await visitor.post("/account/totp/begin", { password: GOOD_PASSWORD })).text();
  const secret = secretOn(scan);
  const done = await (await visitor.post("/account/totp/confirm", { code: codeFor(secret) })).text();
  return { secret, recoveryCodes: recoveryCodesOn(done) };
}
