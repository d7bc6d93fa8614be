/**
 * Buttons act, links lead. One filled button (`main`) per page: the next thing to do.
 *
 * Buttons stay enabled; a press says what is missing. `blockedBy` names the element that carries the reason.
 */
import type { Child } from "hono/jsx";
import { Link } from "./link.tsx";

export type ButtonLook = "main" | "outline" | "plain" | "danger";

type LookProps = Readonly<{ look?: ButtonLook | undefined; small?: boolean | undefined; wide?: boolean | undefined }>;

export type ButtonProps = LookProps &
  Readonly<{
    name?: string | undefined;
    value?: string | undefined;
    /** Id of the form it sends, when it stands outside of it, as in an action bar. */
    form?: string | undefined;
    /** Address to send the form to, when it differs from the form's own. */
    formAction?: string | undefined;
    /** Id of the sentence beside it that says why it cannot be used now. */
    blockedBy?: string | undefined;
    /** Id of what is told beside it. */
    describedBy?: string | undefined;
    /** The keyboard stands on it when the page opens: it was pressed, and the page came back. An address with a `#` goes first. */
    isFocused?: boolean | undefined;
    children?: Child;
  }>;

export function Button({ look, small, wide, name, value, form, formAction, children, ...rest }: ButtonProps) {
  const { blockedBy, describedBy, isFocused } = rest;
  return (
    <button
      type="submit"
      class={buttonClass({ look, small, wide })}
      name={name}
      value={value}
      form={form}
      formaction={formAction}
      aria-disabled={blockedBy === undefined ? undefined : "true"}
      aria-describedby={blockedBy ?? describedBy}
      autofocus={isFocused === true ? true : undefined}
    >
      {children}
    </button>
  );
}

export type ButtonLinkProps = LookProps & Readonly<{ href: string; children?: Child }>;

export function ButtonLink({ href, look, small, wide, children }: ButtonLinkProps) {
  return (
    <Link class={buttonClass({ look, small, wide })} href={href}>
      {children}
    </Link>
  );
}

function buttonClass({ look = "outline", small = false, wide = false }: LookProps): string {
  return ["btn", look === "outline" ? "" : look, small ? "s" : "", wide ? "wide" : ""].filter(Boolean).join(" ");
}
