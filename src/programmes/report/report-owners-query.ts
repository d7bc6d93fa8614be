/** Whose annual report can be made: bodies with programmes, found by name or code. */
import { sql } from "kysely";
import { matchKey } from "../../kernel/name-key.ts";
import type { Tx } from "../../platform/index.ts";
import { findGovernment } from "../../registry/index.ts";
import type { ProgrammeSide } from "../criteria-query.ts";
import type { ProgrammeOwner } from "../recorded-programme.ts";

export type ReportOwner = Readonly<{
  owner: ProgrammeOwner;
  name: string;
  programmes: number;
  /** The newest fiscal year on record; null where no year has been entered. */
  newestYear: number | null;
}>;

/** In the order of codes; of the side `working` only what the reader works on. */
export async function listReportOwners(tx: Tx, side: ProgrammeSide): Promise<readonly ReportOwner[]> {
  const { rows } = await sql<Omit<ReportOwner, "name"> & { ownerName: string | null }>`
    select f.owner, max(p.owner_name) as "ownerName", count(*) as programmes,
      (select max(y.fiscal_year) from programme_year y where y.side = ${side} and y.owner = f.owner) as "newestYear"
    from programme_facts f join programme p on p.no = f.programme_no
    where f.side = ${side} group by f.owner order by f.owner`.execute(tx);
  return rows.map(({ ownerName, ...row }) => ({ ...row, name: ownerName ?? nameOf(row.owner) }));
}

function nameOf(owner: ProgrammeOwner): string {
  const government = findGovernment(owner);
  return government?.kind === "prefecture" ? government.name : (government?.fullName ?? owner);
}

/** Those of exactly this name or code, else those whose name contains it: 鹿児島 is 鹿児島県 and 鹿児島県鹿児島市. */
export function matchOwners(owners: readonly ReportOwner[], said: string): readonly ReportOwner[] {
  const key = matchKey(said);
  const same = owners.filter(({ owner, name }) => owner === said || matchKey(name) === key || lastName(owner) === key);
  if (same.length > 0 || key === "") return same;
  return owners.filter(({ name }) => matchKey(name).includes(key));
}

/** 鹿児島市 of 鹿児島県鹿児島市. */
function lastName(owner: ProgrammeOwner): string | null {
  const name = findGovernment(owner)?.name;
  return name === undefined ? null : matchKey(name);
}
