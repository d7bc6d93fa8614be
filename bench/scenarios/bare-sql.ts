/**
 * The bare statements beside a page: what one would write by hand for the same result, run through `pg` as the owner
 * without row-level security. `rows` gives the page's rows only; `whole` also the total and the counts of the facets.
 */
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from "kysely";
import { bigrams, matchKey } from "../../src/kernel/name-key.ts";
import { SUMMARY_COLUMNS } from "../../src/registry/agreement-row-store.ts";
import { type Criteria, withoutCriterion } from "../../src/registry/criteria.ts";
import { conditions } from "../../src/registry/criteria-query.ts";

export type Statement = Readonly<{ text: string; values: unknown[] }>;
export type BareList = Readonly<{ rows: Statement; whole: readonly Statement[] }>;

const PAGE_ROWS = 51;

/** Writes statements without a database. */
const writer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** @param order columns of the page's order. */
export function bareList(criteria: Criteria, order = "a.signed_newest desc, a.no desc", after = sql`true`): BareList {
  const where = published(criteria);
  const rows = sql`
    select ${SUMMARY_COLUMNS} from (
      select * from agreement a where ${where} and ${after} order by ${sql.raw(order)} limit ${PAGE_ROWS}
    ) a order by ${sql.raw(order)}`;
  const facetOf = (name: "country" | "prefecture" | "field" | "decade" | "parties") =>
    published(withoutCriterion(criteria, name));
  return {
    rows: written(rows),
    whole: [
      rows,
      sql`select count(*) from agreement a where ${where}`,
      sql`select l.field, count(*) from agreement_listing l join agreement a on a.no = l.agreement_no
        where ${facetOf("field")} group by 1`,
      sql`select f.country, count(distinct a.no) from agreement_party_foreign f join agreement a on a.no = f.agreement_no
        where ${facetOf("country")} group by 1`,
      sql`select j.prefecture_code, count(distinct a.no) from agreement_party_japan j
        join agreement a on a.no = j.agreement_no where ${facetOf("prefecture")} group by 1`,
      sql`select a.decade, count(*) from agreement a where ${facetOf("decade")} group by 1`,
      sql`select a.is_one_to_one, count(*) from agreement a where ${facetOf("parties")} group by 1`,
    ].map(written),
  };
}

/** The rows after a given one in the order of signing. */
export function afterSigned(day: string, no: number): RawBuilder<unknown> {
  return sql`(a.signed_newest, a.no) < (${day}::date, ${no}::integer)`;
}

export const bareByField: Statement = written(sql`
  select l.field, a.is_one_to_one, count(*) as n, count(*) filter (where l.position > 1) as relisted
  from agreement_listing l join agreement a on a.no = l.agreement_no
  where a.publication = 'published' group by 1, 2`);

export const bareByCountry: Statement = written(sql`
  select f.country, l.field, count(*) as n, count(*) filter (where l.position > 1) as relisted
  from agreement_listing l join agreement a on a.no = l.agreement_no
  join agreement_party_foreign f on f.agreement_no = a.no
  where a.publication = 'published' and a.is_one_to_one group by 1, 2`);

/** Words are looked up by their bigrams, as one would with the same index. */
function published({ q, ...others }: Criteria): RawBuilder<unknown> {
  const words = (q ?? "").split(/\s+/u).filter((word) => word !== "");
  return sql.join([sql`a.publication = 'published'`, conditions(others), ...words.map(wordStands)], sql` and `);
}

function wordStands(word: string): RawBuilder<unknown> {
  const key = matchKey(word);
  const grams = sql`a.search_grams @> ${bigrams(word)}::text[]`;
  return [...key].length > 2 ? sql`${grams} and a.search_key like ${`%${key}%`}` : grams;
}

function written(statement: RawBuilder<unknown>): Statement {
  const { sql: text, parameters }: CompiledQuery = statement.compile(writer);
  return { text, values: [...parameters] };
}
