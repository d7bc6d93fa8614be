/**
 * An agreement as rows of the registry's tables, equal to what recording it would write: keys by the registry's own
 * rule, counterparts found by country and name, children in their order, the first version in the history.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import type { AgreementFacts, Publication } from "../../src/registry/agreement.ts";
import { deriveKeys } from "../../src/registry/agreement-keys.ts";
import { counterpartNameOf } from "../../src/registry/counterpart-name.ts";
import { CopyFile } from "./copy-file.ts";

const COLUMNS = {
  counterpart: ["id", "country", "name", "name_key", "subdivision"],
  agreement: [
    ...["no", "title", "publication", "background", "activities", "outcomes", "recorded_at", "updated_at"],
    ...["signed_from", "is_one_to_one", "search_key", "search_grams", "marks"],
  ],
  agreement_party_japan: ["agreement_no", "publication", "position", "name", "government_code"],
  agreement_party_foreign: ["agreement_no", "publication", "position", "name", "country", "counterpart_id"],
  agreement_date: [
    ...["agreement_no", "publication", "position", "as_printed", "date", "precision", "role", "party"],
    ...["era_year", "western_year"],
  ],
  agreement_listing: ["agreement_no", "publication", "position", "field"],
  agreement_link: ["agreement_no", "publication", "position", "url"],
  agreement_office: ["agreement_no", "publication", "position", "kind", "value"],
  agreement_source: ["agreement_no", "publication", "position", "title", "publisher", "place", "as_of"],
  agreement_version: ["agreement_no", "version", "action", "recorded_by", "reason", "after"],
} as const;

type Table = keyof typeof COLUMNS;
/** A table before those that refer to it. */
const TABLES = Object.keys(COLUMNS) as Table[]; // the keys are written above

export class RegistryFiles {
  readonly #files: Readonly<Record<Table, CopyFile>>;
  readonly #counterparts = new Map<string, string>();
  #lastNo = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    this.#files = Object.fromEntries(
      TABLES.map((table) => [table, new CopyFile(join(folder, `${table}.copy`), table, COLUMNS[table])]),
    ) as Record<Table, CopyFile>; // one for each table
  }

  add(facts: AgreementFacts, publication: Publication, recordedAt: string): void {
    this.#lastNo += 1;
    const no = this.#lastNo;
    const own = (index: number) => [no, publication, index + 1] as const;
    const foreign = facts.foreign.map((party) => ({ ...party, counterpartId: this.#counterpartOf(party) }));
    const offices = [
      ...facts.departments.map((value) => ["department", value] as const),
      ...facts.phones.map((value) => ["phone", value] as const),
    ];
    const files = this.#files;
    this.#addAgreement(no, facts, publication, recordedAt);
    facts.japan.forEach((one, at) => {
      files.agreement_party_japan.add([...own(at), one.name, one.governmentCode]);
    });
    foreign.forEach((one, at) => {
      files.agreement_party_foreign.add([...own(at), one.name, one.country, one.counterpartId]);
    });
    facts.dates.forEach(({ asPrinted, date, precision, role, party, conflict }, at) => {
      const years = [conflict?.eraYear ?? null, conflict?.westernYear ?? null];
      files.agreement_date.add([...own(at), asPrinted, date, precision, role, party, ...years]);
    });
    facts.listings.forEach((field, at) => {
      files.agreement_listing.add([...own(at), field]);
    });
    facts.urls.forEach((url, at) => {
      files.agreement_link.add([...own(at), url]);
    });
    offices.forEach((office, at) => {
      files.agreement_office.add([...own(at), ...office]);
    });
    facts.sources.forEach(({ title, publisher, place, asOf }, at) => {
      files.agreement_source.add([...own(at), title, publisher, place, asOf]);
    });
    const after = JSON.stringify({ ...facts, foreign, publication });
    files.agreement_version.add([no, 1, "recorded", "bench", "generated", after]);
  }

  /** The search index is built after the rows, as a restore does; a row at a time it would take minutes. */
  async load(owner: pg.Client): Promise<void> {
    const { rows } = await owner.query("select pg_get_indexdef('agreement_search'::regclass) as definition");
    await owner.query("set maintenance_work_mem = '512MB'; begin; drop index agreement_search");
    await this.#checkMarks(owner, "disable");
    for (const table of TABLES) await this.#files[table].load(owner);
    await this.#checkMarks(owner, "enable");
    await owner.query(rows[0].definition);
    await owner.query("select setval('agreement_no', $1), setval('counterpart_no', $2)", [
      this.#lastNo,
      this.#counterparts.size,
    ]);
    await owner.query("commit");
    await owner.query("vacuum analyze");
  }

  /** Marks are derived by the registry's own rule; checking each row again would take longer than loading it. */
  async #checkMarks(owner: pg.Client, what: "enable" | "disable"): Promise<void> {
    for (const table of ["agreement", "agreement_party_japan"]) {
      await owner.query(`alter table ${table} ${what} trigger marks_are_derived`);
    }
  }

  #addAgreement(no: number, facts: AgreementFacts, publication: Publication, recordedAt: string): void {
    const { title, background, activities, outcomes } = facts;
    const keys = deriveKeys(facts);
    this.#files.agreement.add([
      ...[no, title, publication, background, activities, outcomes, recordedAt, recordedAt],
      ...[keys.signedFrom, keys.isOneToOne, keys.searchKey, keys.searchGrams, keys.marks],
    ]);
  }

  #counterpartOf(party: AgreementFacts["foreign"][number]): string {
    const { country, name, nameKey, subdivision } = counterpartNameOf(party);
    const key = `${country} ${nameKey}`;
    const known = this.#counterparts.get(key);
    if (known !== undefined) return known;
    const id = `C${String(this.#counterparts.size + 1).padStart(6, "0")}`;
    this.#counterparts.set(key, id);
    this.#files.counterpart.add([id, country, name, nameKey, subdivision]);
    return id;
  }
}
