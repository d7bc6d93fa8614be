/**
 * Horizontal bars from zero, one blue, the value at the right edge. The inner part of a bar in stripes are the
 * relistings (再掲). The same numbers stand in a table behind 「数を表で見る」.
 *
 * Bars are SVG because the content security policy allows no inline styles; stripes need a pattern with an id.
 */
import type { Tally } from "../kernel/tally.ts";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";
import { TallyText } from "./tally-text.tsx";

export type Bar = Readonly<{
  label: string;
  href?: string | undefined;
  /** A plain number has no relistings. */
  value: number | Tally;
}>;

export type BarListProps = Readonly<{
  /** Unique on the page. */
  id: string;
  bars: readonly Bar[];
  /** What the numbers count, as heading of the table: 協定数. */
  valueLabel: string;
  /** What the rows are: 国・地域. */
  itemLabel: string;
}>;

export function BarList({ id, bars, valueLabel, itemLabel }: BarListProps) {
  const { chart } = useTexts();
  const longest = Math.max(1, ...bars.map(({ value }) => tallyOf(value).n));
  const hasRelistings = bars.some(({ value }) => tallyOf(value).relisted > 0);
  return (
    <div class="chart">
      <Stripes id={id} />
      <ul class="bars long">
        {bars.map(({ label, href, value }) => (
          <li>
            {href === undefined ? <span>{label}</span> : <Link href={href}>{label}</Link>}
            <BarDrawing tally={tallyOf(value)} longest={longest} id={id} />
            <span class="v">
              {typeof value === "number" ? value.toLocaleString("ja-JP") : <TallyText tally={value} />}
            </span>
          </li>
        ))}
      </ul>
      {hasRelistings ? <p class="small sub mt-s">{chart.relistedLegend}</p> : null}
      <BarTable bars={bars} valueLabel={valueLabel} itemLabel={itemLabel} hasRelistings={hasRelistings} />
    </div>
  );
}

function BarDrawing({ tally, longest, id }: Readonly<{ tally: Tally; longest: number; id: string }>) {
  const whole = (100 * tally.n) / longest;
  const inner = (100 * tally.relisted) / longest;
  return (
    <span class="track">
      <svg width="100%" height="18" aria-hidden="true">
        <rect width={percent(whole)} height="18" fill="currentColor" />
        {inner === 0 ? null : (
          <rect x={percent(whole - inner)} width={percent(inner)} height="18" fill={`url(#${id}-stripes)`} />
        )}
      </svg>
    </span>
  );
}

function Stripes({ id }: Readonly<{ id: string }>) {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id={`${id}-stripes`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="stripe-ground" width="5" height="5" />
          <rect class="stripe-line" width="2.5" height="5" />
        </pattern>
      </defs>
    </svg>
  );
}

type BarTableProps = Omit<BarListProps, "id"> & Readonly<{ hasRelistings: boolean }>;

function BarTable({ bars, valueLabel, itemLabel, hasRelistings }: BarTableProps) {
  const { table } = useTexts();
  return (
    <details class="disc noprint">
      <summary>{table.asTable}</summary>
      <div class="tablebox">
        <table class="t dense">
          <caption class="vh">{`${itemLabel} ${valueLabel}`}</caption>
          <thead>
            <tr>
              <th scope="col">{itemLabel}</th>
              <th scope="col" class="num">
                {valueLabel}
              </th>
              {hasRelistings ? (
                <th scope="col" class="num">
                  {table.relisted}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value, href }) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="num">
                  <NumberLink count={tallyOf(value).n} href={href} />
                </td>
                {hasRelistings ? <td class="num">{tallyOf(value).relisted.toLocaleString("ja-JP")}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function NumberLink({ count, href }: Readonly<{ count: number; href: string | undefined }>) {
  const digits = count.toLocaleString("ja-JP");
  return count === 0 || href === undefined ? digits : <Link href={href}>{digits}</Link>;
}

function tallyOf(value: number | Tally): Tally {
  return typeof value === "number" ? { n: value, relisted: 0 } : value;
}

function percent(share: number): string {
  return `${share.toFixed(2)}%`;
}
