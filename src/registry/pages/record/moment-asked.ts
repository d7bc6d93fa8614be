/** Which version of a record an address asks for: `?version=2`, or `?on=` a day in any notation. */
import { parsePartialDate } from "../../../kernel/partial-date.ts";
import type { RequestContext } from "../../../platform/index.ts";
import type { Moment } from "../../agreement-as-of.ts";

/** A day is asked for as it ended in Japan. Undefined when the address asks for no version. */
export function momentAsked(c: RequestContext): Moment | "unreadable" | undefined {
  const version = c.req.query("version");
  if (version !== undefined) return { version: Number(version) };
  const on = c.req.query("on");
  if (on === undefined) return undefined;
  const day = parsePartialDate(on);
  return day.ok && day.value.to !== null ? { instant: `${day.value.to}T23:59:59.999+09:00` } : "unreadable";
}
