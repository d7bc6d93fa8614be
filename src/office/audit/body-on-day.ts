/**
 * The settings of a body as they stood at the end of a day, from the audit: the later changes are taken back, the
 * newest first. Undefined before the body was set up.
 */
import type { Body } from "../bodies/body.ts";
import type { AuditEvent } from "./audit-event.ts";

export type Settings = Readonly<Record<string, unknown>>;

/** @param later what happened to the body after that day, oldest first. */
export function settingsBefore(body: Body, later: readonly AuditEvent[]): Settings | undefined {
  if (later.some(({ action }) => action === "body.created")) return undefined;
  const { unit, asksApproval, isDisabled } = body;
  const takenBack = [...later].reverse().map(({ before }) => before ?? {});
  return Object.assign({ unit, asksApproval, isDisabled }, ...takenBack);
}
