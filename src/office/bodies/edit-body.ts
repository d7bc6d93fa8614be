/** Changes the settings of a body. Who saves last does not win: a stale version is refused with what is saved now. */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, isPermittedSomewhere, marksOfBody, recordAudit, type Tx } from "../../platform/index.ts";
import { type Body, type BodySettings, mayInBody } from "./body.ts";
import { findBody, lockBody, updateBody } from "./body-store.ts";
import { emptyAsNull } from "./create-body.ts";

export type BodyChange = BodySettings &
  Readonly<{ id: string; expectedVersion: number; isDisabled: boolean; reason: string | null }>;

export type EditBodyProblem =
  | Readonly<{ code: "body_not_found" }>
  | Readonly<{ code: "not_permitted" }>
  /** Only who may set up bodies takes one out of use. */
  | Readonly<{ code: "disabling_not_permitted" }>
  | Readonly<{ code: "own_body_disabled" }>
  | Readonly<{ code: "stale_version"; saved: Body }>;

export async function editBody(tx: Tx, actor: Actor, change: BodyChange): Promise<Outcome<Body, EditBodyProblem>> {
  const known = await findBody(tx, change.id);
  if (known === undefined) return refuse({ code: "body_not_found" });
  if (!mayInBody(actor, "body.manage", known)) return refuse({ code: "not_permitted" });
  const saved = await lockBody(tx, change.id);
  if (saved === undefined) return refuse({ code: "not_permitted" });
  if (saved.version !== change.expectedVersion) return refuse({ code: "stale_version", saved });
  if (change.isDisabled !== saved.isDisabled) {
    if (!isPermittedSomewhere(actor, "body.create")) return refuse({ code: "disabling_not_permitted" });
    if (actor.kind === "member" && actor.body.id === saved.id) return refuse({ code: "own_body_disabled" });
  }
  const settings = { unit: emptyAsNull(change.unit), asksApproval: change.asksApproval };
  const body = await updateBody(tx, saved.id, settings, change.isDisabled);
  await recordAudit(tx, {
    action: "body.changed",
    subject: { kind: "body", id: saved.id },
    marks: marksOfBody(saved),
    ...changedSettings(saved, body),
    reason: change.reason,
  });
  return succeed(body);
}

function changedSettings(before: Body, after: Body): Readonly<{ before: object; after: object }> {
  const names = (["unit", "asksApproval", "isDisabled"] as const).filter((name) => before[name] !== after[name]);
  const pick = (body: Body) => Object.fromEntries(names.map((name) => [name, body[name]]));
  return { before: pick(before), after: pick(after) };
}
