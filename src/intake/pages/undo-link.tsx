/** The way to take back what was just accepted, on the notice that says so. */
import { Link, pathIn } from "../../ui/index.ts";
import type { PageContext } from "./page-context.ts";
import { words } from "./words.ts";

/** What a redirect after accepting says, so that the next page can offer the way back. */
export function undoableBy(requestId: string): string {
  return `act=${requestId}`;
}

const REQUEST = /^[0-9a-f]{10}$/u;

/** Japanese address. */
export function undoPath(documentId: string, acceptance: string): string {
  return `/imports/${documentId}/acceptances/${acceptance}/undo`;
}

/** Nothing when the page was not reached by accepting. */
export function UndoLink({
  context: { lang, query },
  documentId,
}: Readonly<{ context: PageContext; documentId: string }>) {
  const acceptance = query.get("act") ?? "";
  if (!REQUEST.test(acceptance)) return null;
  return (
    <p>
      <Link href={pathIn(lang, undoPath(documentId, acceptance))}>{words(lang).undo.link}</Link>
    </p>
  );
}
