import type { Context } from "hono";

/** Cookies that better-auth wants to set, passed on as they are. */
export function passCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
}
