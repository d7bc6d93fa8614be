/** Number with its inner count: `25(4)`, digits in line below each other, the number a link to its rows. */
import type { Tally } from "../kernel/tally.ts";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";

export type TallyTextProps = Readonly<{
  tally: Tally;
  href?: string | undefined;
  /** The rows of the inner count. */
  relistedHref?: string | undefined;
}>;

/** Zero is a plain 0: there are no rows to open. */
export function TallyText({ tally: { n, relisted }, href, relistedHref }: TallyTextProps) {
  const { table } = useTexts();
  const inner = `(${relisted.toLocaleString("ja-JP")})`;
  const digits = n.toLocaleString("ja-JP");
  return (
    <span class={n === 0 ? "nr zero" : "nr"}>
      {n === 0 || href === undefined ? digits : <Link href={href}>{digits}</Link>}
      <span class="r">
        {relisted === 0 ? null : relistedHref === undefined ? (
          inner
        ) : (
          <Link href={relistedHref} label={`${table.relisted} ${inner}`}>
            {inner}
          </Link>
        )}
      </span>
    </span>
  );
}
