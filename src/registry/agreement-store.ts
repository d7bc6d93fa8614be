/** Writes and reads whole agreements (提携・協定). Children are replaced together, so their order is what was said. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { AgreementFacts, Publication } from "./agreement.ts";
import { deriveKeys } from "./agreement-keys.ts";
import { AGREEMENT_COLUMNS, type AgreementRow, agreementOf } from "./agreement-row-store.ts";
import { resolveCounterparts } from "./counterpart-store.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";

const ID = /^A[0-9]{6,9}$/u;

/** What is no number of a record, such as %00 in an address, is not asked of the database. */
export async function findAgreement(tx: Tx, id: string): Promise<RecordedAgreement | undefined> {
  if (!ID.test(id)) return undefined;
  return one(await sql<AgreementRow>`select ${AGREEMENT_COLUMNS} from agreement a where a.id = ${id}`.execute(tx));
}

/** Holds the record until the transaction ends, so that of two writers the second sees the first's version. */
export async function lockAgreement(tx: Tx, id: string): Promise<RecordedAgreement | undefined> {
  if (!ID.test(id)) return undefined;
  await sql`select no from agreement where id = ${id} for update`.execute(tx);
  return findAgreement(tx, id);
}

export async function insertAgreement(
  tx: Tx,
  facts: AgreementFacts,
  publication: Publication,
): Promise<RecordedAgreement> {
  const keys = deriveKeys(facts);
  const { rows } = await sql<{ no: number; id: string }>`
    insert into agreement (title, publication, background, activities, outcomes, signed_from, is_one_to_one,
      search_key, search_grams, marks)
    values (${facts.title}, ${publication}, ${facts.background}, ${facts.activities}, ${facts.outcomes},
      ${keys.signedFrom}, ${keys.isOneToOne}, ${keys.searchKey}, ${keys.searchGrams}, ${keys.marks})
    returning no, id`.execute(tx);
  const written = rows[0];
  if (written === undefined) throw new Error("insert into agreement returned nothing");
  await insertChildren(tx, written.no, publication, facts);
  return getAgreement(tx, written.id);
}

export async function replaceFacts(
  tx: Tx,
  saved: RecordedAgreement,
  facts: AgreementFacts,
): Promise<RecordedAgreement> {
  const keys = deriveKeys(facts);
  await deleteChildren(tx, saved.no);
  await sql`
    update agreement set version = version + 1, updated_at = now(), title = ${facts.title},
      background = ${facts.background}, activities = ${facts.activities}, outcomes = ${facts.outcomes},
      signed_from = ${keys.signedFrom}, is_one_to_one = ${keys.isOneToOne},
      search_key = ${keys.searchKey}, search_grams = ${keys.searchGrams}, marks = ${keys.marks}
    where no = ${saved.no}`.execute(tx);
  await insertChildren(tx, saved.no, saved.publication, facts);
  return getAgreement(tx, saved.id);
}

export async function setPublication(
  tx: Tx,
  saved: RecordedAgreement,
  publication: Publication,
  mergedIntoNo: number | null = null,
): Promise<RecordedAgreement> {
  await sql`
    update agreement set version = version + 1, updated_at = now(),
      publication = ${publication}, merged_into = ${mergedIntoNo}
    where no = ${saved.no}`.execute(tx);
  return getAgreement(tx, saved.id);
}

/** Holds other first loads back until the transaction ends. */
export async function hasAgreements(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7214003)`.execute(tx);
  const { rows } = await sql<{ has: boolean }>`select exists (select from agreement) as has`.execute(tx);
  return rows[0]?.has === true;
}

async function getAgreement(tx: Tx, id: string): Promise<RecordedAgreement> {
  const agreement = await findAgreement(tx, id);
  if (agreement === undefined) throw new Error(`agreement ${id} was written and cannot be read`);
  return agreement;
}

function one({ rows }: { rows: readonly AgreementRow[] }): RecordedAgreement | undefined {
  return rows[0] === undefined ? undefined : agreementOf(rows[0]);
}

const CHILDREN = [
  "agreement_party_japan",
  "agreement_party_foreign",
  "agreement_date",
  "agreement_listing",
  "agreement_link",
  "agreement_office",
  "agreement_source",
] as const;

async function deleteChildren(tx: Tx, no: number): Promise<void> {
  for (const child of CHILDREN) await sql`delete from ${sql.table(child)} where agreement_no = ${no}`.execute(tx);
}

/** All children in one round trip: each list travels as JSON and is numbered from 1 in its order. */
async function insertChildren(tx: Tx, no: number, publication: Publication, facts: AgreementFacts): Promise<void> {
  const foreign = await resolveCounterparts(tx, facts.foreign);
  const offices = [
    ...facts.departments.map((value) => ({ kind: "department", value })),
    ...facts.phones.map((value) => ({ kind: "phone", value })),
  ];
  const items = (list: readonly unknown[]) => sql`jsonb_array_elements(${JSON.stringify(list)}::jsonb)
    with ordinality as item (value, position)`;
  const own = sql`${no}::integer, ${publication}::text, item.position::integer`;
  await sql`
    with japan as (
      insert into agreement_party_japan (agreement_no, publication, position, name, government_code)
      select ${own}, value->>'name', value->>'governmentCode' from ${items(facts.japan)}
    ), parties_abroad as (
      insert into agreement_party_foreign (agreement_no, publication, position, name, country, counterpart_id)
      select ${own}, value->>'name', value->>'country', value->>'counterpartId' from ${items(foreign)}
    ), dates as (
      insert into agreement_date
        (agreement_no, publication, position, as_printed, date, precision, role, party, era_year, western_year)
      select ${own}, value->>'asPrinted', value->>'date', value->>'precision', value->>'role', value->>'party',
        value->'conflict'->>'eraYear', value->'conflict'->>'westernYear' from ${items(facts.dates)}
    ), listings as (
      insert into agreement_listing (agreement_no, publication, position, field)
      select ${own}, value#>>'{}' from ${items(facts.listings)}
    ), links as (
      insert into agreement_link (agreement_no, publication, position, url)
      select ${own}, value#>>'{}' from ${items(facts.urls)}
    ), offices as (
      insert into agreement_office (agreement_no, publication, position, kind, value)
      select ${own}, value->>'kind', value->>'value' from ${items(offices)}
    )
    insert into agreement_source
      (agreement_no, publication, position, title, publisher, document_sha256, place, first_line, last_line, as_of)
    select ${own}, value->>'title', value->>'publisher', value->>'documentSha256', value->>'place',
      (value->'lines'->>0)::integer, (value->'lines'->>1)::integer, value->>'asOf'
    from ${items(facts.sources)}`.execute(tx);
}
