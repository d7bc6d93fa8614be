/**
 * Writes down a contact person of an agreement (連絡担当者), and removes one who has moved on.
 *
 * The audit says that and on which side, never who: a name that was removed is gone. Beside a person's name every mailbox
 * is that person's, in whatever language it is written, so none is taken, nor a mobile number.
 */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { findPersonalData } from "../../kernel/personal-data.ts";
import { type Actor, isPermitted, recordAudit, type Tx } from "../../platform/index.ts";
import { marksOf } from "../agreement-keys.ts";
import { findAgreement } from "../agreement-store.ts";
import type { RecordedAgreement } from "../recorded-agreement.ts";
import { deleteContact, insertContact, type NewContact, SIDES } from "./contact-store.ts";

export const LONGEST = { name: 80, post: 120, note: 200 } as const;
export const CONTACT_FIELDS = ["name", "post", "note"] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number] | "side";

const MAILBOX = /[@＠﹫]/u;

export type ContactInput = Readonly<Record<ContactField, string>>;

export type ContactProblem =
  | Readonly<{ code: "agreement_not_found" | "not_permitted" | "contact_gone" }>
  | Readonly<{ code: "side_missing"; field: "side" }>
  | Readonly<{ code: "contact_name_missing"; field: "name" }>
  | Readonly<{ code: "too_long" | "mailbox" | "mobile_number"; field: (typeof CONTACT_FIELDS)[number] }>;

export async function recordContact(
  tx: Tx,
  actor: Actor,
  agreementId: string,
  input: ContactInput,
): Promise<Outcome<number, ContactProblem>> {
  const found = await findOwn(tx, actor, agreementId);
  if (!found.ok) return found;
  const read = readContact(input);
  if (!read.ok) return read;
  const id = await insertContact(tx, { agreementNo: found.value.no, ...read.value });
  await audit(tx, "contact.recorded", found.value, { contact: id, side: read.value.side });
  return succeed(id);
}

function readContact(input: ContactInput): Outcome<Omit<NewContact, "agreementNo">, ContactProblem> {
  const side = SIDES.find((one) => one === input.side);
  if (side === undefined) return refuse({ code: "side_missing", field: "side" });
  if (input.name.trim() === "") return refuse({ code: "contact_name_missing", field: "name" });
  for (const field of CONTACT_FIELDS) {
    const text = input[field];
    if (text.trim().length > LONGEST[field]) return refuse({ code: "too_long", field });
    if (MAILBOX.test(text)) return refuse({ code: "mailbox", field });
    if (findPersonalData(text).some(({ kind }) => kind === "mobile_number")) {
      return refuse({ code: "mobile_number", field });
    }
  }
  return succeed({ side, name: input.name.trim(), post: input.post.trim() || null, note: input.note.trim() || null });
}

export async function removeContact(
  tx: Tx,
  actor: Actor,
  agreementId: string,
  contactId: number,
): Promise<Outcome<null, ContactProblem>> {
  const found = await findOwn(tx, actor, agreementId);
  if (!found.ok) return found;
  if (!(await deleteContact(tx, found.value.no, contactId))) return refuse({ code: "contact_gone" });
  await audit(tx, "contact.removed", found.value, { contact: contactId });
  return succeed(null);
}

async function findOwn(tx: Tx, actor: Actor, id: string): Promise<Outcome<RecordedAgreement, ContactProblem>> {
  const agreement = await findAgreement(tx, id);
  if (agreement === undefined) return refuse({ code: "agreement_not_found" });
  return isPermitted(actor, "agreement.edit", marksOf(agreement))
    ? succeed(agreement)
    : refuse({ code: "not_permitted" });
}

function audit(tx: Tx, action: string, agreement: RecordedAgreement, after: object): Promise<void> {
  return recordAudit(tx, {
    action,
    subject: { kind: "agreement", id: agreement.id },
    marks: marksOf(agreement),
    after,
  });
}
