/** Choice of one from a list that is too long for radio buttons. */
import { describedBy, Field, type FieldProps } from "./field.tsx";
import { useTexts } from "./messages.ts";

export type Option = Readonly<{ value: string; label: string }>;

export type SelectProps = FieldProps &
  Readonly<{
    options: readonly Option[];
    value?: string | undefined;
    /** Words of the empty choice; null leaves it out. */
    emptyLabel?: string | null | undefined;
  }>;

export function Select({ options, value = "", emptyLabel, ...field }: SelectProps) {
  const { form } = useTexts();
  return (
    <Field {...field}>
      <select
        class="input"
        id={field.id ?? field.name}
        name={field.name}
        aria-required={field.required === true ? "true" : undefined}
        aria-invalid={field.error === undefined ? undefined : "true"}
        aria-describedby={describedBy(field)}
      >
        {emptyLabel === null ? null : <option value="">{emptyLabel ?? form.choose}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
