/** Fields that giving a role and inviting a person share: role, first day, last day. */
import { ROLES, type Role } from "../../../platform/index.ts";
import { type FieldProblem, Select, TextInput } from "../../../ui/index.ts";
import type { Body } from "../../bodies/body.ts";
import type { OfficePage } from "../../office-page.tsx";
import { roleName } from "../../permissions/words.ts";
import { fitsBody, mayGive } from "../may-manage.ts";
import { memberWords } from "../words.ts";

export type RoleInput = Readonly<{ role: string; from: string; to: string; reason: string }>;

export function rolesToGive({ actor }: OfficePage, body: Body): readonly Role[] {
  return ROLES.filter((role) => mayGive(actor, role, body) && fitsBody(role, body));
}

export type RoleFieldsProps = Readonly<{
  page: OfficePage;
  body: Body;
  input: RoleInput;
  problem: FieldProblem | undefined;
}>;

export function RoleFields({ page, body, input, problem }: RoleFieldsProps) {
  const { lang } = page;
  const w = memberWords(lang);
  const error = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <>
      <Select
        required
        name="role"
        label={w.role}
        value={input.role}
        error={error("role")}
        options={rolesToGive(page, body).map((role) => ({ value: role, label: roleName(role, lang) }))}
      />
      <TextInput required name="from" label={w.givenFrom} hint={w.dayHint} value={input.from} error={error("from")} />
      <TextInput name="to" label={w.givenTo} hint={w.givenToHint} value={input.to} error={error("to")} />
    </>
  );
}
