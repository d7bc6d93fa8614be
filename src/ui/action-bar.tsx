/** What to do with the thing on the page: accept, edit, skip, in this order; what blocks is said in the bar. */
import type { Child } from "hono/jsx";

export type ActionBarProps = Readonly<{
  label: string;
  /** Sentence at the end: what blocks, what is left. */
  reason?: Child;
  /** Id of that sentence, for `blockedBy` of a button. */
  reasonId?: string | undefined;
  children?: Child;
}>;

export function ActionBar({ label, reason, reasonId, children }: ActionBarProps) {
  return (
    <section class="actionbar" aria-label={label}>
      <div class="wrap">
        {children}
        {reason === undefined ? null : (
          <p class="sub end" id={reasonId}>
            {reason}
          </p>
        )}
      </div>
    </section>
  );
}
