/** Choice of several (checkboxes) or of one among few (radio buttons), as a named group. */
import type { Child } from "hono/jsx";
import { describedBy, FieldError, FieldHint, type FieldProps, NeedWords } from "./field.tsx";

export type Choice = Readonly<{ value: string; label: Child; count?: Child }>;

export type CheckListProps = FieldProps &
  Readonly<{
    choices: readonly Choice[];
    chosen?: readonly string[] | undefined;
    /** "one" gives radio buttons. */
    pick?: "several" | "one" | undefined;
  }>;

/** The group itself carries the id, so that an error summary can lead to it. */
export function CheckList({ choices, chosen = [], pick = "several", ...field }: CheckListProps) {
  const id = field.id ?? field.name;
  return (
    <fieldset class="field" id={id} tabindex={-1} aria-describedby={describedBy(field)}>
      <legend class="strong mb-s">
        {field.label}
        <NeedWords required={field.required} optionalWords={field.optionalWords} />
      </legend>
      <FieldHint id={id} hint={field.hint} />
      {choices.map(({ value, label, count }) => (
        <label class="check">
          <input
            type={pick === "one" ? "radio" : "checkbox"}
            name={field.name}
            value={value}
            checked={chosen.includes(value)}
          />
          <span>{label}</span>
          {count === undefined ? null : <span class="n">{count}</span>}
        </label>
      ))}
      <FieldError id={id} error={field.error} />
    </fieldset>
  );
}
