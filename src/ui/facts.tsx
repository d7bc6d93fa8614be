/** Facts of a record as terms and values; the wording as printed stands below a value (`Printed`). */
import type { Child } from "hono/jsx";
import { useTexts } from "./messages.ts";

export type FactsProps = Readonly<{
  /** One column, for asides. */
  tight?: boolean | undefined;
  children?: Child;
}>;

export function Facts({ tight = false, children }: FactsProps) {
  return <dl class={tight ? "facts tight" : "facts"}>{children}</dl>;
}

export type FactProps = Readonly<{ term: string; children?: Child }>;

/** A fact nobody stated says so: never blank, never a dash. */
export function Fact({ term, children }: FactProps) {
  const { date } = useTexts();
  const isAbsent = children === undefined || children === null || children === "" || children === false;
  return (
    <div>
      <dt>{term}</dt>
      {isAbsent ? <dd class="sub">{date.none}</dd> : <dd>{children}</dd>}
    </div>
  );
}

/** The wording of the source, in grey on its own line. */
export function Printed({ text }: Readonly<{ text: string }>) {
  const { date } = useTexts();
  return (
    <span class="sub printed">
      {date.printed}　{text}
    </span>
  );
}
