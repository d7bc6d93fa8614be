/** Criteria as conditions on `agreement a`, of which lists, files and counts show the published, to everybody. Every comparison is leakproof, so the policies leave the indexes in use. */
import { type RawBuilder, sql } from "kysely";
import { type Criteria, UNKNOWN } from "./criteria.ts";
import { type Alternative, expandQuery } from "./search/expand-term.ts";

/**
 * Words in the criteria compare the text itself: for sets that are large, or read whole in an export. `strpos` and not
 * LIKE, because the planner takes LIKE for rare and would sort everything, where walking the order finds a page at once.
 */
export function conditions(criteria: Criteria): RawBuilder<unknown> {
  const all = [
    sql`a.publication = 'published'`,
    ...listingConditions(criteria),
    ...countryConditions(criteria),
    ...bodyConditions(criteria),
    ...ownConditions(criteria),
    ...expandQuery(criteria.q ?? "").map(({ alternatives }) => sql`(${sql.join(alternatives.map(stands), sql` or `)})`),
  ];
  return sql.join(all, sql` and `);
}

function stands(wanted: Alternative): RawBuilder<unknown> {
  if (wanted.kind === "text") return sql`strpos(a.search_key, ${wanted.key}) > 0`;
  const only =
    wanted.kind === "country"
      ? countryConditions({ country: wanted.country })
      : bodyConditions({ government: wanted.government });
  return sql.join(only, sql` and `);
}

function listingConditions({ field, position }: Criteria): RawBuilder<unknown>[] {
  if (field === undefined && position === undefined) return [];
  const wanted = [
    ...(field === undefined ? [] : [sql`l.field = ${field}`]),
    ...(position === "main" ? [sql`l.position = 1`] : []),
    ...(position === "relisting" ? [sql`l.position > 1`] : []),
  ];
  return [sql`a.no in (select l.agreement_no from agreement_listing l where ${sql.join(wanted, sql` and `)})`];
}

function countryConditions({ country, exceptCountries }: Criteria): RawBuilder<unknown>[] {
  const of = (condition: RawBuilder<unknown>) =>
    sql`(select f.agreement_no from agreement_party_foreign f where ${condition})`;
  return [
    ...(country === undefined
      ? []
      : [sql`a.no in ${of(country === UNKNOWN ? sql`f.country is null` : sql`f.country = ${country}`)}`]),
    ...(exceptCountries === undefined
      ? []
      : [
          sql`not exists (select from agreement_party_foreign f
            where f.agreement_no = a.no and f.country = any(${[...exceptCountries]}))`,
        ]),
  ];
}

function bodyConditions({ prefecture, government, counterpart }: Criteria): RawBuilder<unknown>[] {
  const signed = (condition: RawBuilder<unknown>) =>
    sql`a.no in (select j.agreement_no from agreement_party_japan j where ${condition})`;
  const list: RawBuilder<unknown>[] = [];
  if (prefecture === UNKNOWN) {
    list.push(sql`not exists (select from agreement_party_japan j
      where j.agreement_no = a.no and j.prefecture_code is not null)`);
  } else if (prefecture !== undefined) list.push(signed(sql`j.prefecture_code = ${prefecture}`));
  if (government !== undefined) list.push(signed(sql`j.government_code = ${government}`));
  if (counterpart !== undefined) {
    list.push(sql`a.no in (select f.agreement_no from agreement_party_foreign f
      where f.counterpart_id = ${counterpart})`);
  }
  return list;
}

function ownConditions({ decade, parties }: Criteria): RawBuilder<unknown>[] {
  const list: RawBuilder<unknown>[] = [];
  if (decade === UNKNOWN) list.push(sql`a.decade is null`);
  else if (decade !== undefined) list.push(sql`a.decade = ${decade}::integer`);
  if (parties !== undefined) list.push(sql`a.is_one_to_one = ${parties === "one"}`);
  return list;
}
