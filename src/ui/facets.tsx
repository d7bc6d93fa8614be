/**
 * Facets (しぼり込み): values with their counts under the other filters. Rows without hits are left out, six rows
 * stand open and the rest one step away. Folded on a phone, always open beside the results.
 */
import { formatTally, type Tally } from "../kernel/tally.ts";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";

export type FacetItem = Readonly<{
  label: string;
  /** Adds the filter, or removes it when `current`. */
  href: string;
  /** Plain number, or listings with their relistings. */
  count: number | Tally;
  current?: boolean | undefined;
}>;

export type FacetGroup = Readonly<{
  key: string;
  label: string;
  items: readonly FacetItem[];
  /** Folded groups open by themselves when one of their rows is chosen. */
  open?: boolean | undefined;
}>;

export type FacetsProps = Readonly<{ groups: readonly FacetGroup[] }>;

const SHOWN = 6;

export function Facets({ groups }: FacetsProps) {
  const { filter } = useTexts();
  const active = groups.flatMap(({ items }) => items).filter(({ current }) => current === true).length;
  return (
    <aside aria-labelledby="facets-title">
      <h2 id="facets-title" class="facets-title mb-s h-card">
        {filter.title}
      </h2>
      <details class="facetbox">
        <summary>{active === 0 ? filter.title : filter.titleActive(active)}</summary>
        <div class="facets">
          {groups.map((group) => (
            <FacetGroupView group={group} />
          ))}
        </div>
      </details>
    </aside>
  );
}

/** Without any value to choose the list takes the whole width. */
export function hasFacetRows(groups: readonly FacetGroup[]): boolean {
  return groups.some(({ items }) => shownRows(items).length > 0);
}

function shownRows(items: readonly FacetItem[]): readonly FacetItem[] {
  return items.filter((item) => item.current === true || countOf(item) > 0);
}

function FacetGroupView({ group }: Readonly<{ group: FacetGroup }>) {
  const { filter } = useTexts();
  const rows = shownRows(group.items);
  if (rows.length === 0) return null;
  const isChosen = rows.some(({ current }) => current === true);
  const first = rows.filter((row, index) => index < SHOWN || row.current === true);
  const rest = rows.filter((row) => !first.includes(row));
  return (
    <details open={group.open === true || isChosen}>
      <summary>{group.label}</summary>
      <FacetRows rows={first} />
      {rest.length === 0 ? null : (
        <details class="morerows">
          <summary>{filter.more(rest.length)}</summary>
          <FacetRows rows={rest} />
        </details>
      )}
    </details>
  );
}

function FacetRows({ rows }: Readonly<{ rows: readonly FacetItem[] }>) {
  const { filter } = useTexts();
  return (
    <ul>
      {rows.map(({ label, href, count, current }) => (
        <li>
          <Link href={href} current={current === true ? "true" : undefined}>
            {label}
            <span class="n">
              {typeof count === "number" ? count.toLocaleString("ja-JP") : formatTally(count)}
              <span class="vh">{filter.unit}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function countOf({ count }: FacetItem): number {
  return typeof count === "number" ? count : count.n;
}
