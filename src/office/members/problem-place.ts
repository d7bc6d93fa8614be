/** Where a refusal stands on a page of people, and with which status. */
import { formText } from "../../platform/index.ts";
import type { FieldProblem, Lang } from "../../ui/index.ts";
import type { MemberProblemCode } from "./messages.ja.ts";
import type { RoleInput } from "./pages/role-fields.tsx";
import { memberWords } from "./words.ts";

export function readRoleInput(form: FormData): RoleInput {
  return {
    role: formText(form, "role"),
    from: formText(form, "from"),
    to: formText(form, "to"),
    reason: formText(form, "reason"),
  };
}

type Place = "from" | "to" | "email" | "role";

const PLACES: Readonly<Partial<Record<MemberProblemCode, Place>>> = {
  day_missing: "from",
  day_unreadable: "from",
  days_reversed: "to",
  role_overlaps: "from",
  invitation_days_reversed: "to",
  invitation_email_invalid: "email",
  invitation_role_held: "email",
  own_invitation: "email",
};

/** What names no other field stands at the role. */
export function fieldProblemOf(code: MemberProblemCode, lang: Lang): FieldProblem {
  const w = memberWords(lang);
  const field: Place = PLACES[code] ?? "role";
  const label = { from: w.givenFrom, to: w.givenTo, email: w.email, role: w.role }[field];
  return { field, label, message: w.problems[code] };
}

const UNFIT_INPUT: ReadonlySet<MemberProblemCode> = new Set([
  "role_missing",
  "role_unfit",
  "day_missing",
  "day_unreadable",
  "days_reversed",
  "reason_missing",
  "invitation_days_reversed",
  "invitation_email_invalid",
]);

/** 403 the actor may not, 422 what was entered does not hold, 409 the state of things refuses. */
export function statusOf(code: MemberProblemCode): 403 | 409 | 422 {
  if (code === "not_permitted") return 403;
  return UNFIT_INPUT.has(code) ? 422 : 409;
}
