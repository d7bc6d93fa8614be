/** A question that is answered by a tick. */
import { describedBy, FieldError, FieldHint, type FieldProps } from "../../../ui/index.ts";

export function TickField({ value, ...field }: FieldProps & Readonly<{ value: string }>) {
  const { name, label, hint, error } = field;
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={value === "yes"}
          aria-invalid={error === undefined ? undefined : "true"}
          aria-describedby={describedBy(field)}
        />
        <span>{label}</span>
      </label>
      <FieldHint id={name} hint={hint} />
      <FieldError id={name} error={error} />
    </div>
  );
}
