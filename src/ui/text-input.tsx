/** One-line and many-line answers. */
import { describedBy, Field, type FieldProps } from "./field.tsx";

export type TextInputProps = FieldProps &
  Readonly<{
    value?: string | undefined;
    type?: "text" | "search" | "url" | "tel" | "email" | "password" | undefined;
    /** The browser's own suggestions: off unless the answer is about the person who types. */
    autocomplete?: string | undefined;
    /** Keyboard of a telephone: `numeric` for codes. */
    keyboard?: "numeric" | undefined;
    /** Id of a `datalist` that offers answers; any other may be typed. */
    suggestions?: string | undefined;
  }>;

export function TextInput({
  value,
  type = "text",
  autocomplete = "off",
  keyboard,
  suggestions,
  ...field
}: TextInputProps) {
  return (
    <Field {...field}>
      <input
        class="input"
        id={field.id ?? field.name}
        name={field.name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        inputmode={keyboard}
        list={suggestions}
        aria-required={field.required === true ? "true" : undefined}
        aria-invalid={field.error === undefined ? undefined : "true"}
        aria-describedby={describedBy(field)}
      />
    </Field>
  );
}

export type TextAreaProps = FieldProps & Readonly<{ value?: string | undefined; rows?: number | undefined }>;

export function TextArea({ value = "", rows = 5, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      <textarea
        class="input"
        id={field.id ?? field.name}
        name={field.name}
        rows={rows}
        aria-required={field.required === true ? "true" : undefined}
        aria-invalid={field.error === undefined ? undefined : "true"}
        aria-describedby={describedBy(field)}
      >
        {/* HTML drops one line break after the opening tag; without this an answer that begins with one would lose it */}
        {value.startsWith("\n") ? `\n${value}` : value}
      </textarea>
    </Field>
  );
}
