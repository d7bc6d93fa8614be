/** Counterparts (海外側) that typed names and numbers may mean. */
import { sql } from "kysely";
import { matchKey } from "../../../kernel/name-key.ts";
import type { Tx } from "../../../platform/index.ts";
import type { Lang } from "../../../ui/index.ts";
import { countryText } from "../place-names.ts";
import type { FormInput } from "./form-input.ts";
import { COUNTERPART_NUMBER, type KnownCounterpart, type KnownCounterparts } from "./read-parties.ts";

type Row = Readonly<{ id: string; name: string; country: string | null }>;

export async function knownCounterparts(tx: Tx, input: FormInput, lang: Lang): Promise<KnownCounterparts> {
  const known = ({ id, name, country }: Row): KnownCounterpart => ({
    ...{ id, name, country },
    label: `${name}（${countryText(country, lang)}）`,
  });
  const ids = input.foreign
    .flatMap(({ name, counterpart }) => [name, counterpart])
    .filter((id) => COUNTERPART_NUMBER.test(id));
  const numbered = await sql<Row>`select c.id, c.name, c.country from counterpart c where c.id = any(${ids})`.execute(
    tx,
  );
  const byName = new Map<string, readonly KnownCounterpart[]>();
  for (const { name, country } of input.foreign) {
    if (name === "" || country !== "" || COUNTERPART_NUMBER.test(name)) continue;
    byName.set(name, (await named(tx, name)).map(known));
  }
  return { byId: new Map(numbered.rows.map((row) => [row.id, known(row)])), byName };
}

/** 大連市 means also 遼寧省大連市. */
async function named(tx: Tx, name: string): Promise<readonly Row[]> {
  const key = matchKey(name);
  if (key === "") return [];
  const { rows } = await sql<Row>`
    select c.id, c.name, c.country from counterpart c
    where c.merged_into is null and (c.name_key = ${key} or ${key} = any (c.alias_keys)
      or right(c.name_key, ${key.length}::integer) = ${key})
    order by c.name_key = ${key} desc, c.id limit 12`.execute(tx);
  return rows;
}
