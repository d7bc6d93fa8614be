/** Sets up a body, so that people can be invited into it. Only for system administrators and at the first start. */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, isPermittedSomewhere, marksOfBody, recordAudit, type Tx } from "../../platform/index.ts";
import type { Body, BodyKind, BodySettings } from "./body.ts";
import { insertBody } from "./body-store.ts";

/** Name of a local government that exists today; undefined for a code that is none. The registry's list answers it. */
export type NameOfGovernment = (code: string) => string | undefined;

export type NewBody = BodySettings &
  Readonly<{
    kind: BodyKind;
    /** Only for a local government, whose name then comes from the list of codes. */
    governmentCode: string | null;
    name: string;
  }>;

export type CreateBodyProblem =
  | Readonly<{ code: "not_permitted" }>
  | Readonly<{ code: "body_name_missing" }>
  | Readonly<{ code: "government_unknown" }>
  | Readonly<{ code: "government_has_body" }>;

export async function createBody(
  tx: Tx,
  actor: Actor,
  asked: NewBody,
  nameOfGovernment: NameOfGovernment,
): Promise<Outcome<Body, CreateBodyProblem>> {
  if (!isPermittedSomewhere(actor, "body.create")) return refuse({ code: "not_permitted" });
  const identity = identify(asked, nameOfGovernment);
  if (!identity.ok) return identity;
  const { unit, asksApproval } = asked;
  const body = await insertBody(tx, { ...identity.value, unit: emptyAsNull(unit), asksApproval });
  if (body === undefined) return refuse({ code: "government_has_body" });
  const { kind, governmentCode, name } = body;
  await recordAudit(tx, {
    action: "body.created",
    subject: { kind: "body", id: body.id },
    marks: marksOfBody(body),
    after: { kind, governmentCode, name, unit: body.unit, asksApproval },
  });
  return succeed(body);
}

function identify(
  { kind, governmentCode, name }: NewBody,
  nameOfGovernment: NameOfGovernment,
): Outcome<Pick<Body, "kind" | "governmentCode" | "name">, CreateBodyProblem> {
  if (kind !== "local_government") {
    return name.trim() === ""
      ? refuse({ code: "body_name_missing" })
      : succeed({ kind, governmentCode: null, name: name.trim() });
  }
  const known = governmentCode === null ? undefined : nameOfGovernment(governmentCode);
  if (known === undefined) return refuse({ code: "government_unknown" });
  return succeed({ kind, governmentCode, name: known });
}

export function emptyAsNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}
