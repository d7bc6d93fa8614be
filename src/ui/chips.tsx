/** Active filters, each a link that removes it. */
import { CloseIcon } from "./icons.tsx";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";

export type ActiveFilter = Readonly<{
  /** What is filtered: 相手, 日本側, 分野. */
  kind: string;
  value: string;
  /** Address of the list without this filter. */
  removeHref: string;
}>;

export type ChipProps = ActiveFilter;

export function Chip({ kind, value, removeHref }: ChipProps) {
  const { filter } = useTexts();
  return (
    <Link class="chip" href={removeHref}>
      <span>
        <span class="k">{kind}</span> {value}
        <span class="vh">{filter.remove}</span>
      </span>
      <CloseIcon />
    </Link>
  );
}

export type ChipsProps = Readonly<{ filters: readonly ActiveFilter[]; clearHref: string }>;

export function Chips({ filters, clearHref }: ChipsProps) {
  const { filter } = useTexts();
  if (filters.length === 0) return null;
  return (
    <ul class="chips" aria-label={filter.active}>
      {filters.map((active) => (
        <li>
          <Chip {...active} />
        </li>
      ))}
      <li>
        <Link class="btn plain s" href={clearHref}>
          {filter.clear}
        </Link>
      </li>
    </ul>
  );
}
