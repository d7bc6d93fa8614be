/** Paging by key: only the neighbouring pages are known, so there are no page numbers. */
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";

export type PagerProps = Readonly<{
  /** Rows per page. */
  size: number;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
}>;

export function Pager({ size, previousHref, nextHref }: PagerProps) {
  const { pager } = useTexts();
  if (previousHref === undefined && nextHref === undefined) return null;
  return (
    <nav class="pager" aria-label={pager.label}>
      {previousHref === undefined ? null : <Link href={previousHref}>{pager.previous(size)}</Link>}
      {nextHref === undefined ? null : <Link href={nextHref}>{pager.next(size)}</Link>}
    </nav>
  );
}
