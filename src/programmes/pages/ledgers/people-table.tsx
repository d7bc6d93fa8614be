/**
 * People received or sent, countries × fiscal years, newest year on the left. A year with planned numbers says so in
 * its heading; a country without a record in a year has none, which is not nought. Every number opens its rows.
 */
import { countryText } from "../../../registry/index.ts";
import { Link, Tag, useLang } from "../../../ui/index.ts";
import type { PeopleTotalRow } from "../../people-totals-query.ts";
import { NOT_STATED } from "../../programme-criteria.ts";
import type { Direction } from "../../programme-year.ts";
import { useWords } from "../words.ts";
import { shortYearText } from "../year-words.ts";

/** The years of one table stay readable side by side. */
const MOST_YEARS = 10;

export type OpenedPeople = Readonly<{
  fiscalYear: number;
  direction: Direction;
  /** ISO 3166-1 alpha-2, `unknown`, or null for all of them. */
  country: string | null;
}>;

export type PeopleTableProps = Readonly<{
  direction: Direction;
  totals: readonly PeopleTotalRow[];
  hrefOf: (opened: OpenedPeople) => string;
}>;

type Year = Readonly<{ fiscalYear: number; rows: readonly PeopleTotalRow[]; includesPlan: boolean; isMixed: boolean }>;

export function PeopleTable({ direction, totals, hrefOf }: PeopleTableProps) {
  const { reciprocity: w, columns } = useWords();
  const lang = useLang();
  const own = totals.filter((row) => row.direction === direction);
  if (own.length === 0) return <p class="sub">{w.none}</p>;
  const all = yearsOf(own);
  const years = all.slice(0, MOST_YEARS);
  const countries = countriesOf(years);
  return (
    <>
      {all.length > years.length ? <p class="small sub">{w.olderYears(years.length)}</p> : null}
      <section class="tablebox" tabindex={0} aria-label={w.captions[direction]}>
        <table class="t cross people">
          <caption class="vh">{w.captions[direction]}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.country}</th>
              {years.map(({ fiscalYear, includesPlan }) => (
                <th scope="col" class="num">
                  {shortYearText(fiscalYear, lang)}
                  {includesPlan ? <Planned /> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {countries.map((country) => (
              <tr>
                <th scope="row">{countryText(country, lang)}</th>
                {years.map((year) => (
                  <Cell year={year} country={country} hrefOf={(at) => hrefOf({ ...at, direction })} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr class="total">
              <th scope="row">{w.total}</th>
              {years.map(({ fiscalYear, rows }) => (
                <td class="num">
                  <People count={sumOf(rows)} href={hrefOf({ fiscalYear, direction, country: null })} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </>
  );
}

function Planned() {
  const { reciprocity: w } = useWords();
  return (
    <>
      <br />
      <Tag kind="est">{w.mixed}</Tag>
    </>
  );
}

type CellProps = Readonly<{
  year: Year;
  country: string | null;
  hrefOf: (at: Omit<OpenedPeople, "direction">) => string;
}>;

function Cell({ year: { fiscalYear, rows, isMixed }, country, hrefOf }: CellProps) {
  const { matrix } = useWords();
  const row = rows.find((one) => one.country === country);
  if (row === undefined) return <td class="num sub small">{matrix.none}</td>;
  return (
    <td class="num">
      <People count={row.count} href={hrefOf({ fiscalYear, country: country ?? NOT_STATED })} />
      {isMixed && row.includesPlan ? <Planned /> : null}
    </td>
  );
}

function People({ count, href }: Readonly<{ count: number; href: string }>) {
  const { people } = useWords();
  return <Link href={href}>{people(count)}</Link>;
}

function yearsOf(rows: readonly PeopleTotalRow[]): readonly Year[] {
  const byYear = Map.groupBy(rows, ({ fiscalYear }) => fiscalYear);
  const years = [...byYear].map(([fiscalYear, own]): Year => {
    const planned = own.filter(({ includesPlan }) => includesPlan).length;
    return { fiscalYear, rows: own, includesPlan: planned > 0, isMixed: planned > 0 && planned < own.length };
  });
  return years.toSorted((a, b) => b.fiscalYear - a.fiscalYear);
}

/** The most people first, over the years shown; those whose country nobody stated come last. */
function countriesOf(years: readonly Year[]): readonly (string | null)[] {
  const byCountry = Map.groupBy(
    years.flatMap(({ rows }) => rows),
    ({ country }) => country,
  );
  return [...byCountry]
    .toSorted(([a, some], [b, others]) => lastOf(a) - lastOf(b) || sumOf(others) - sumOf(some))
    .map(([country]) => country);
}

const lastOf = (country: string | null): number => (country === null ? 1 : 0);

function sumOf(rows: readonly PeopleTotalRow[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
