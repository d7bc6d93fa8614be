/**
 * One question of a form: label, hint, control, error.
 *
 * The name of the control is the key of the domain field; ids derive from it, so an error summary can lead to it.
 * What was typed stays when the answer is refused.
 */
import type { Child } from "hono/jsx";
import { ErrorIcon } from "./icons.tsx";
import { useTexts } from "./messages.ts";

export type FieldProps = Readonly<{
  /** Key of the domain field; also the id of the control unless `id` is given. */
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  /** Words instead of 任意, such as 分からなければ空けたままで. */
  optionalWords?: string | undefined;
  id?: string | undefined;
}>;

export function Field({ children, ...props }: FieldProps & Readonly<{ children?: Child }>) {
  const id = props.id ?? props.name;
  return (
    <div class="field">
      <label for={id}>
        {props.label}
        <NeedWords required={props.required} optionalWords={props.optionalWords} />
      </label>
      <FieldHint id={id} hint={props.hint} />
      {children}
      <FieldError id={id} error={props.error} />
    </div>
  );
}

/** 必須 or 任意, after the label. */
export function NeedWords({ required, optionalWords }: Pick<FieldProps, "required" | "optionalWords">) {
  const { form } = useTexts();
  return required === true ? (
    <span class="req">{form.required}</span>
  ) : (
    <span class="opt">{optionalWords ?? form.optional}</span>
  );
}

export function FieldHint({ id, hint }: Readonly<{ id: string; hint: string | undefined }>) {
  return hint === undefined ? null : (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}

export function FieldError({ id, error }: Readonly<{ id: string; error: string | undefined }>) {
  return error === undefined ? null : (
    <p class="error" id={`${id}-error`}>
      <ErrorIcon />
      {error}
    </p>
  );
}

/** The error is read before the hint. */
export function describedBy({ name, id = name, hint, error }: FieldProps): string | undefined {
  const ids = [error === undefined ? "" : `${id}-error`, hint === undefined ? "" : `${id}-hint`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}
