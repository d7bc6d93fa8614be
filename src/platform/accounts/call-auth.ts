/**
 * Asks better-auth and answers in our way: a value with the cookies to pass on, or a refusal with the library's code.
 * Everything else it throws is a fault.
 */
import { APIError } from "better-auth/api";

export type AuthAnswer<T> =
  | Readonly<{ ok: true; value: T; cookies: readonly string[] }>
  | Readonly<{ ok: false; code: string }>;

type Returned<T> = Readonly<{ headers: Headers; response: T }>;

/**
 * The call must ask for `returnHeaders: true`.
 * @param takesServerErrors the library answers 500 to what only the sender can have spoilt.
 */
export async function callAuth<T>(
  call: () => Promise<Returned<T>>,
  { takesServerErrors = false } = {},
): Promise<AuthAnswer<T>> {
  try {
    const { headers, response } = await call();
    return { ok: true, value: response, cookies: headers.getSetCookie() };
  } catch (error) {
    if (!(error instanceof APIError) || (error.statusCode >= 500 && !takesServerErrors)) throw error;
    return { ok: false, code: String(error.body?.code ?? error.status) };
  }
}
