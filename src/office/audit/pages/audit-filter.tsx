/** What to show of the audit: period, kind of act, outcome, body. Actor and record are chosen by following links. */
import { Button, type Lang, pathIn, Select, TextInput } from "../../../ui/index.ts";
import {
  ACT_GROUPS,
  type ActGroup,
  type AuditCriteria,
  DAY_FIELDS,
  type DayField,
  OUTCOMES,
} from "../audit-criteria.ts";
import type { BodyChoice } from "../audit-store.ts";
import { useAuditWords } from "../words.ts";

/** The days as they were typed, and which of them are no dates. */
export type TypedDays = Readonly<Record<DayField, string> & { unreadable: readonly DayField[] }>;

export type AuditFilterProps = Readonly<{
  lang: Lang;
  criteria: AuditCriteria;
  typed: TypedDays;
  bodies: readonly BodyChoice[];
}>;

export function AuditFilter({ lang, criteria, typed, bodies }: AuditFilterProps) {
  const { filter } = useAuditWords();
  const { actor, request, subject } = criteria;
  const kept = { actor, request, subject: subject === undefined ? undefined : `${subject.kind}:${subject.id}` };
  return (
    <form class="filterrow mt" method="get" action={pathIn(lang, "/audit")}>
      {Object.entries(kept).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={value} />,
      )}
      {DAY_FIELDS.map((name) => (
        <TextInput
          name={name}
          label={filter.days[name]}
          hint={filter.dayHint}
          optionalWords=""
          value={typed[name]}
          error={typed.unreadable.includes(name) ? filter.dayUnreadable : undefined}
        />
      ))}
      <Choices criteria={criteria} bodies={bodies} />
      <div class="go">
        <Button look="main">{filter.submit}</Button>
      </div>
    </form>
  );
}

function Choices({ criteria, bodies }: Pick<AuditFilterProps, "criteria" | "bodies">) {
  const { filter, groups, outcomes } = useAuditWords();
  const groupNames = Object.keys(ACT_GROUPS) as ActGroup[]; // the keys are written there
  const choices = [
    { name: "group", label: filter.group, options: groupNames.map((value) => ({ value, label: groups[value] })) },
    { name: "outcome", label: filter.outcome, options: OUTCOMES.map((value) => ({ value, label: outcomes[value] })) },
    { name: "body", label: filter.body, options: bodies.map(({ id, title }) => ({ value: id, label: title })) },
  ] as const;
  return (
    <>
      {choices.map(({ name, label, options }) =>
        options.length < 2 ? null : (
          <Select
            name={name}
            label={label}
            optionalWords=""
            emptyLabel={filter.any}
            value={criteria[name]}
            options={options}
          />
        ),
      )}
    </>
  );
}
