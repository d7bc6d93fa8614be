/**
 * What better-auth has no call for, as a plugin of our own. None of it answers over HTTP: only our use cases call it.
 */
import { createAuthEndpoint } from "@better-auth/core/api";
import { generateId } from "better-auth";
import { setSessionCookie } from "better-auth/cookies";
import * as z from "zod";
import { SIGN_IN_METHODS } from "./signed-in.ts";

const CHALLENGE_COOKIE = "two_factor";

/** Opens a session without a password: sample accounts, and right after an invitation was accepted. */
const openSession = createAuthEndpoint.serverOnly(
  { method: "POST", body: z.object({ userId: z.string(), method: z.enum(SIGN_IN_METHODS) }) },
  async (context) => {
    const { internalAdapter } = context.context;
    const user = await internalAdapter.findUserById(context.body.userId);
    if (user === null) throw new Error("no such person in schema auth");
    const session = await internalAdapter.createSession(user.id, false, { method: context.body.method });
    await setSessionCookie(context, { session, user });
    return context.json({ sessionId: session.id });
  },
);

/** The same session under another token; the old one opens nothing from then on. */
const rotateSession = createAuthEndpoint.serverOnly(
  { method: "POST", body: z.object({ token: z.string(), rolesSeen: z.string() }) },
  async (context) => {
    const { adapter, internalAdapter } = context.context;
    const found = await internalAdapter.findSession(context.body.token);
    if (found === null) return context.json({ rotated: false });
    const change = { token: generateId(32), rolesSeen: context.body.rolesSeen };
    await adapter.update({ model: "session", where: [{ field: "id", value: found.session.id }], update: change });
    await setSessionCookie(context, { session: { ...found.session, ...change }, user: found.user });
    return context.json({ rotated: true });
  },
);

/** Whose password was right in this browser and whose second factor is still missing. */
const readChallenge = createAuthEndpoint.serverOnly({ method: "GET" }, async (context) => {
  const { name } = context.context.createAuthCookie(CHALLENGE_COOKIE);
  const identifier = await context.getSignedCookie(name, context.context.secret);
  if (!identifier) return context.json({ userId: null });
  const challenge = await context.context.internalAdapter.findVerificationValue(identifier);
  const isOpen = challenge !== null && challenge.expiresAt > new Date();
  return context.json({ userId: isOpen ? challenge.value : null });
});

/** To whom a link for a new password was sent; it stays good. */
const readResetToken = createAuthEndpoint.serverOnly(
  { method: "GET", query: z.object({ token: z.string() }) },
  async (context) => {
    const found = await context.context.internalAdapter.findVerificationValue(`reset-password:${context.query.token}`);
    const isGood = found !== null && found.expiresAt > new Date();
    return context.json({ userId: isGood ? found.value : null });
  },
);

export const ownEndpoints = {
  id: "kakehashi",
  endpoints: { openSession, rotateSession, readChallenge, readResetToken },
};
