/** One line of the routes' matrix: a method and path, an example of it, and how each role should be answered. */
import type { Visitor } from "./route-people.ts";

/**
 * `in` is let in: a page, a file, a redirection, or what is wrong with the form; `403` refused; `404` not even told
 * that it is there. Two words are for what is one's own and for what is another prefecture's; one stands for both.
 */
export type ExpectedAnswers = Readonly<Partial<Record<Visitor, string>> & { rest: string }>;

export type RouteCase = Readonly<{
  /** As the application registers it: `GET /agreements/:id{A[0-9]{6,9}}`. */
  route: string;
  /** Whose record, in the reader's words, where a route is asked more than once. */
  of?: string;
  /** An address with `{agreement}`, `{unpublished}`, `{body}`, `{account}`, `{role}`, `{import}`, `{event}`. */
  path: string;
  /** Fields of the form, beside an empty reason; ids as in the address. */
  form?: Readonly<Record<string, string>>;
  expected: ExpectedAnswers;
}>;

export function expectedAnswers({ expected }: RouteCase, visitor: Visitor): readonly [string, string] {
  const [own = "", far = own] = (expected[visitor] ?? expected.rest).split(" ");
  return [own, far];
}
