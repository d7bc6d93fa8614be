/**
 * Which tables and sequences belong to us: all of the database's own schemas, read from the catalogue, so that a table
 * which a slice adds tomorrow is never forgotten. Tables of extensions belong to their extension, and the queue of jobs
 * to its library, which makes it anew at the next start: jobs that wait are short-lived.
 */
import pg from "pg";

export type OwnTable = Readonly<{
  /** `table`, or `schema.table` outside public. */
  name: string;
  /** For SQL. */
  quoted: string;
  /** In the table's order; generated ones are computed again and not among them. */
  columns: readonly string[];
  /** Tables this one refers to by foreign keys. */
  refersTo: readonly string[];
  /** Enabled triggers, which must not run while rows come back. */
  triggers: readonly string[];
  /** Indexes that only make reading fast, and what makes each again. */
  indexes: readonly Readonly<{ quoted: string; definition: string }>[];
}>;

export type OwnSequence = Readonly<{ name: string; quoted: string }>;

const ownRelation = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker') and not exists (
  select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

const shortName = "case when n.nspname = 'public' then c.relname::text else n.nspname || '.' || c.relname end";

export async function listOwnTables(client: pg.ClientBase): Promise<readonly OwnTable[]> {
  const { rows } = await client.query<OwnTable & { schema: string; relation: string }>(`
    with own as (
      select c.oid, n.nspname::text as schema, c.relname::text as relation, ${shortName} as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and ${ownRelation})
    select schema, relation, name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = own.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
           array(select distinct other.name from pg_constraint k join own other on other.oid = k.confrelid
                  where k.conrelid = own.oid and k.contype = 'f' and k.confrelid <> k.conrelid
                  order by other.name) as "refersTo",
           array(select t.tgname::text from pg_trigger t
                  where t.tgrelid = own.oid and not t.tgisinternal and t.tgenabled = 'O' order by t.tgname) as triggers,
           coalesce((select jsonb_agg(jsonb_build_object(
                       'quoted', format('%I.%I', schema, i.relname), 'definition', pg_get_indexdef(i.oid)) order by i.relname)
                       from pg_index x join pg_class i on i.oid = x.indexrelid
                      where x.indrelid = own.oid and not x.indisunique
                        and not exists (select from pg_constraint k where k.conindid = i.oid)), '[]') as indexes
      from own order by name collate "C"`);
  return rows.map(({ schema, relation, ...table }) => ({ ...table, quoted: quote(schema, relation) }));
}

export async function listOwnSequences(client: pg.ClientBase): Promise<readonly OwnSequence[]> {
  const { rows } = await client.query<{ schema: string; relation: string; name: string }>(`
    select n.nspname::text as schema, c.relname::text as relation, ${shortName} as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${ownRelation} order by (${shortName}) collate "C"`);
  return rows.map(({ schema, relation, name }) => ({ name, quoted: quote(schema, relation) }));
}

function quote(schema: string, relation: string): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(relation)}`;
}

/** Values are written and read in the same notation, whatever the server's settings are, and never filtered by a policy. */
export async function fixNotation(client: pg.ClientBase): Promise<void> {
  await client.query(`set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
    set timezone = 'UTC'; set bytea_output = 'hex'; set extra_float_digits = 1; set row_security = off;
    set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set search_path = public, pg_catalog`);
}
