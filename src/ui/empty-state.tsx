/** Nothing found, or nothing yet: what was asked, what to loosen with its count, one button. Never a dead end. */
import type { Child } from "hono/jsx";
import { BrokenBridge } from "./bridge-art.tsx";
import { Link } from "./link.tsx";

export type Suggestion = Readonly<{ label: string; href: string; note?: string | undefined }>;

export type EmptyStateProps = Readonly<{
  title: string;
  /** "page" when it is the page's own heading. */
  heading?: "page" | "section" | undefined;
  lead?: Child;
  suggestions?: readonly Suggestion[] | undefined;
  actions?: Child;
}>;

export function EmptyState({ title, heading = "section", lead, suggestions = [], actions }: EmptyStateProps) {
  return (
    <div class="state">
      <BrokenBridge />
      {heading === "page" ? <h1>{title}</h1> : <h2>{title}</h2>}
      {lead === undefined ? null : <p class="mt">{lead}</p>}
      {suggestions.length === 0 ? null : (
        <ul class="linklist mt-l">
          {suggestions.map(({ label, href, note }) => (
            <li>
              <Link class="t" href={href}>
                {label}
              </Link>
              {note === undefined ? null : (
                <>
                  <br />
                  <span class="m">{note}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {actions === undefined ? null : <div class="row mt-l">{actions}</div>}
    </div>
  );
}
