/** Seeds many invented agreements by SQL alone, with the shape of real ones: quick enough for a test of query plans. */
import type pg from "pg";

const TITLE = `'第' || n || '号 ' || (array['教育交流', '経済連携', '文化交流', '雪氷技術', '環境協力', '港湾友好'])
  [case when n % 997 = 0 then 4 else 1 + n % 3 end] || 'に関する覚書'`;

/** Needs the local governments. Numbers begin behind what is there. */
export async function seedAgreements(owner: pg.Pool, count: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("begin");
    await client.query(
      "alter table agreement disable trigger user; alter table agreement_party_japan disable trigger user; drop index agreement_search",
    );
    await client.query(`insert into counterpart (country, name, name_key)
      select (array['CN', 'KR', 'US', 'DE', 'FR', 'AU'])[1 + n % 6], '試験' || n || '市', '試験' || n || '市'
      from generate_series(1, 500) n on conflict do nothing`);
    await client.query(`create temporary table seeded on commit drop as
      with made as (
        insert into agreement (title, signed_from, is_one_to_one, search_key, search_grams, marks)
        select title, date '1960-01-01' + (n * 7919 % 19000), n % 9 <> 0, title, grams.list, '{*}'
        from (select n, ${TITLE} as title from generate_series(1, ${Math.trunc(count)}) n) t,
        lateral (select array_agg(distinct substr(title, i, width)) as list
          from generate_series(1, length(title)) i, unnest(array[1, 2]) width) grams
        returning no)
      select no from made`);
    await client.query(`insert into agreement_party_japan (agreement_no, publication, position, name, government_code)
      select no, 'published', 1, g.name, g.code from seeded
      join (select row_number() over (order by code) - 1 as at, name, code from local_government) g
        on g.at = no % (select count(*) from local_government)`);
    await client.query(`insert into agreement_party_foreign (agreement_no, publication, position, name, country, counterpart_id)
      select no, 'published', 1, c.name, c.country, c.id from seeded
      join (select row_number() over (order by id) - 1 as at, * from counterpart) c on c.at = no % 500`);
    await client.query(`insert into agreement_listing (agreement_no, publication, position, field)
      select no, 'published', position, (array['①','②','③','④','⑤','⑥','⑦','⑧','⑨'])[1 + (no + position * 4) % 9]
      from seeded, generate_series(1, 2) position where position = 1 or no % 6 = 0`);
    await client.query(`insert into agreement_date (agreement_no, publication, position, as_printed, date, precision, role)
      select a.no, 'published', 1, a.signed_from::text, a.signed_from::text, 'day', 'signed'
      from agreement a join seeded using (no)`);
    await client.query(`update agreement a set marks = array['*', j.government_code, left(j.government_code, 2)],
      first_published_at = now() from agreement_party_japan j join seeded on seeded.no = j.agreement_no
      where j.agreement_no = a.no`);
    await client.query("create index agreement_search on agreement using gin (search_grams) with (fastupdate = off)");
    await client.query("update registry_revision set value = value + 1");
    await client.query(
      "alter table agreement enable trigger user; alter table agreement_party_japan enable trigger user",
    );
    await client.query("commit");
    await client.query("analyze");
  } finally {
    client.release();
  }
}
