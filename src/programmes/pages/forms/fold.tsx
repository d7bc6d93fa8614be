/** Long forms in parts: a list of the parts at the top, and each part folded until it says something. */
import type { Child } from "hono/jsx";
import { Link, useLang } from "../../../ui/index.ts";
import { words } from "../words.ts";

export type Part = Readonly<{ id: string; label: string }>;

export function Contents({ parts }: Readonly<{ parts: readonly Part[] }>) {
  const { entryForm: w } = words(useLang());
  return (
    <nav aria-label={w.contents} class="formparts noprint">
      <p class="strong">{w.contents}</p>
      <ul>
        {parts.map(({ id, label }) => (
          <li>
            <Link href={`#${id}`}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export type FoldProps = Part & Readonly<{ isOpen: boolean; hint?: string | undefined; children?: Child }>;

export function Fold({ id, label, isOpen, hint, children }: FoldProps) {
  return (
    <details class="disc part" id={id} open={isOpen}>
      <summary>{label}</summary>
      <div class="rowset">
        {hint === undefined ? null : <p class="hint">{hint}</p>}
        {children}
      </div>
    </details>
  );
}

/** Enter in a line presses the first button of a form: that is to be saving, not one more row. */
export function SaveOnEnter() {
  return <button type="submit" hidden name="act" value="save" />;
}
