/** What the pages of a local government, a counterpart and a country show beside their agreements. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { CounterpartKind, CounterpartOtherName } from "./counterparts/counterpart-facts.ts";
import type { Criteria } from "./criteria.ts";
import { selectRows } from "./facets/facet-counts.ts";
import { facetIndex } from "./facets/facet-index-query.ts";
import { type AgreementPage, type ListRequest, listAgreements } from "./list-agreements-query.ts";
import { searchIn } from "./search/search-query.ts";

export type Counterpart = Readonly<{
  id: string;
  country: string | null;
  name: string;
  subdivision: string | null;
  kind: CounterpartKind | null;
  names: readonly CounterpartOtherName[];
  version: number;
}>;

export type CountedCounterpart = Counterpart & Readonly<{ agreements: number }>;
export type CountedGovernment = Readonly<{ code: string; agreements: number }>;

const COUNTERPART_COLUMNS = sql`c.id, c.country, c.name, c.subdivision, c.kind, c.names, c.version`;

/** The public finds only counterparts that a published agreement names. */
export async function findCounterpart(tx: Tx, id: string): Promise<Counterpart | undefined> {
  const { rows } = await sql<Counterpart>`select ${COUNTERPART_COLUMNS} from counterpart c where c.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/** Counterparts of a country with the number of their agreements, most first. */
export async function counterpartsOfCountry(tx: Tx, country: string): Promise<readonly CountedCounterpart[]> {
  const { rows } = await sql<CountedCounterpart>`
    select ${COUNTERPART_COLUMNS}, used.agreements
    from counterpart c
    join (select counterpart_id, count(*) as agreements from agreement_party_foreign
      where country = ${country} group by counterpart_id) used on used.counterpart_id = c.id
    order by used.agreements desc, c.name collate "ja-x-icu", c.id`.execute(tx);
  return rows;
}

/** Counterparts of the same country whose name has this one in it, or the other way round: perhaps the same body. */
export async function similarCounterparts(tx: Tx, { id, country }: Counterpart): Promise<readonly Counterpart[]> {
  const { rows } = await sql<Counterpart>`
    select ${COUNTERPART_COLUMNS} from counterpart c, counterpart own
    where own.id = ${id} and c.id <> own.id and c.country is not distinct from ${country}
      and (right(c.name_key, length(own.name_key)) = own.name_key or right(own.name_key, length(c.name_key)) = c.name_key)
    order by c.id limit 20`.execute(tx);
  return rows;
}

/** Local governments that signed agreements meeting the criteria, most first. */
export async function governmentsWithAgreements(tx: Tx, criteria: Criteria): Promise<readonly CountedGovernment[]> {
  const index = await facetIndex(tx);
  const search = await searchIn(tx, index, criteria.q);
  const counts = new Map<string, number>();
  for (const { governments } of selectRows(index, criteria, search?.matched)) {
    for (const code of governments) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, agreements]) => ({ code, agreements }))
    .sort((a, b) => b.agreements - a.agreements || (a.code < b.code ? -1 : 1));
}

export type Inheritance = Readonly<{ from: string; agreements: AgreementPage }>;

export type AgreementsOfGovernment = Readonly<{
  /** Signed by this local government itself. */
  signed: AgreementPage;
  /** Signed by bodies that have since become part of it, which it therefore holds now. */
  inherited: readonly Inheritance[];
}>;

export async function agreementsOfGovernment(
  tx: Tx,
  code: string,
  request: Omit<ListRequest, "criteria"> = {},
): Promise<AgreementsOfGovernment> {
  const signed = await listAgreements(tx, { ...request, criteria: { government: code } });
  const inherited: Inheritance[] = [];
  for (const from of await predecessorsOf(tx, code)) {
    const agreements = await listAgreements(tx, { criteria: { government: from }, limit: 50 });
    if (agreements.rows.length > 0) inherited.push({ from, agreements });
  }
  return { signed, inherited };
}

/** Codes of the bodies that became this one, through all steps. */
async function predecessorsOf(tx: Tx, code: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive before_it (code) as (
      select g.code from local_government g where ${code} = any(g.successors)
      union
      select g.code from local_government g join before_it b on b.code = any(g.successors)
    )
    select code from before_it order by code`.execute(tx);
  return rows.map(({ code: predecessor }) => predecessor);
}
