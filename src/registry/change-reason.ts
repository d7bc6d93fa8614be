/** The reason of a change stays in the history, so a personal-looking address may not stand in it any more than in facts. */
import { findPersonalMailboxes } from "../kernel/mailbox.ts";
import { confirmedReason } from "./messages.ja.ts";
import type { MailboxInReason, ReasonMissing } from "./problems.ts";

export function refuseReason(reason: string | null): MailboxInReason | undefined {
  const isPersonal = findPersonalMailboxes(reason ?? "").length > 0;
  return isPersonal ? { code: "personal_mailbox_in_reason" } : undefined;
}

export function refuseRequiredReason(reason: string): ReasonMissing | MailboxInReason | undefined {
  return reason.trim() === "" ? { code: "reason_missing" } : refuseReason(reason);
}

/** The history keeps why what looks like personal data was published, beside the reason of the change. */
export function withConfirmation(reason: string | null, confirmation: string | null | undefined): string | null {
  const confirmed = confirmation?.trim() ? confirmedReason(confirmation.trim()) : null;
  return [reason, confirmed].filter((part) => part !== null).join("　") || null;
}
