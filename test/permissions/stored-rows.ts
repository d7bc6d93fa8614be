/**
 * Rows of four bodies in two prefectures, one of each table for each owner: what the tables' matrix tries to read,
 * change, remove and copy. Names are invented. The superuser writes them, so no policy has a say in it.
 */
import type pg from "pg";
import { NEARNESS, type Owner } from "./people.ts";

export type Value = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Value>>;

/** In which order the owners' rows are numbered: 1 to 4. */
export const OWNERS: readonly Owner[] = ["46000", "46201", "01100", "national"];

export function numberOf(owner: Owner): number {
  return OWNERS.indexOf(owner) + 1;
}

export function bodyIdOf(owner: Owner): string {
  return { "46000": "B000001", "46201": "B000002", "01100": "B000004", national: "B000005" }[owner];
}

/** A colleague of the persons of that body; nobody who tries is one. */
export function colleagueOf(owner: Owner): string {
  return `U00001${numberOf(owner)}`;
}

export function marksOf(owner: Owner): string {
  return owner === "national" ? "{*,B000005}" : `{*,${owner},${owner.slice(0, 2)}}`;
}

export function sha256Of(owner: Owner): string {
  return String(numberOf(owner)).repeat(64);
}

export async function storeRows(owner: pg.Pool): Promise<void> {
  expectEveryNearness();
  await owner.query(`
    insert into body (id, kind, government_code, name) values
      ('B000001', 'local_government', '46000', '鹿児島県'), ('B000002', 'local_government', '46201', '鹿児島市'),
      ('B000004', 'local_government', '01100', '札幌市'), ('B000005', 'national', null, '全国の機関');
    insert into local_government (code, name, kana, kind) values
      ('46000', '鹿児島県', 'カゴシマケン', 'prefecture'), ('46201', '鹿児島市', 'カゴシマシ', 'city'),
      ('01100', '札幌市', 'サッポロシ', 'designated_city');
    insert into platform_invitation (token_sha256, operator, expires_at)
      values ('invited', 'local-operator', now() + interval '1 day');
    insert into platform_session (token_sha256, operator, expires_at)
      values ('session', 'local-operator', now() + interval '1 day');
    insert into platform_job_run (job_id, task, asked_by, worker, attempt)
      values ('1', 'system/backup', 'system', 'w', 1);
    insert into platform_backup (name, bytes, sha256, rows) values ('kakehashi-1.tar.gz', 1, repeat('0', 64), 1)`);
  for (const one of OWNERS) await storeRowsOf(owner, one);
}

function expectEveryNearness(): void {
  if (NEARNESS.length !== 3) throw new Error("rows are made for own, near and far");
}

async function storeRowsOf(db: pg.Pool, owner: Owner): Promise<void> {
  const n = numberOf(owner);
  const body = bodyIdOf(owner);
  await db.query("insert into report_template (owner, version, template, set_by) values ($1, 1, '{}', 'system')", [
    owner === "national" ? body : owner,
  ]);
  const colleague = colleagueOf(owner);
  const self = `U00000${{ "46000": 1, "46201": 2, "01100": 4, national: 5 }[owner]}`;
  const sha = sha256Of(owner);
  await db.query(`
    insert into account (id, email, display_name) values
      ('${self}', 'self${n}@example.jp', '本人 ${n}'), ('${colleague}', 'colleague${n}@example.jp', '同僚 ${n}');
    insert into role_assignment (account_id, body_id, role, valid_from, granted_by)
      values ('${colleague}', '${body}', 'judge', '2024-04-01', 'system');
    insert into member_invitation (token_sha256, email, body_id, role, valid_from, invited_by, expires_at)
      values ('token${n}', 'new${n}@example.jp', '${body}', 'judge', '2024-04-01', 'system', now() + interval '1 day');
    insert into work_item (kind, subject_id, body_id, account_id, title, address)
      values ('matrix', 'W${n}', '${body}', '${colleague}', '仕事', '/today');
    insert into work_handover (body_id, from_account, to_account, moved, ended, reason, done_by)
      values ('${body}', '${colleague}', '${self}', '[]', '[]', 'H${n}', 'system');
    insert into audit_event (actor, body_id, action, subject_kind, subject_id, marks, outcome)
      values ('system', null, 'matrix.seeded', 'matrix', 'E${n}', '${marksOf(owner)}', 'done');
    insert into platform_export (id, kind, criteria, lang, asked_by) values ('E00000${n}', 'x', '', 'ja', '${self}');
    insert into platform_export_piece (export_id, number, bytes) values ('E00000${n}', 1, 'x');
    insert into platform_file (sha256, bytes) values ('${sha}', 'x');
    insert into counterpart (id, country, name, name_key) values
      ('C00000${n}', 'CN', '大連${n}', 'dalian${n}'), ('C00005${n}', 'CN', '旅順${n}', 'lushun${n}'),
      ('C00006${n}', 'CN', '金州${n}', 'jinzhou${n}');
    insert into counterpart_version (counterpart_id, version, action, before, after, reason, recorded_by)
      values ('C00000${n}', 2, 'edited', '{}', '{}', '改称', 'system');
    insert into counterpart_merge (survivor_id, absorbed_id, added_names, moved, merged_by)
      values ('C00000${n}', 'C00005${n}', '[]', '[]', 'system')`);
  for (const [tens, publication] of Object.entries(PUBLICATIONS)) {
    await storeAgreement(db, Number(tens) + n, publication, owner);
  }
  await db.query(`insert into agreement_merge
      (survivor_no, absorbed_no, merged_by, survivor_before, survivor_after, absorbed_before)
      values (${10 + n}, ${20 + n}, 'system', '{}', '{}', '{}');
    insert into agreement_promise (agreement_no, text, recorded_by) values (${10 + n}, '申し送り', 'system');
    insert into agreement_contact (agreement_no, side, name, recorded_by) values (${10 + n}, 'foreign', '林', 'system');
    insert into agreement_proposal (agreement_no, kind, base_version, facts, proposed_by)
      values (${10 + n}, 'change', 1, '{}', 'system')`);
  for (const [tens, state] of Object.entries(PROGRAMME_STATES)) {
    await storeProgramme(db, Number(tens) + n, state, owner);
  }
  await db.query(`
    insert into import_document (id, name, sha256, format, layout, line_count, original_kept, imported_by, marks)
      values ('I00000${n}', '表.csv', '${sha}', 'csv', 'table', 1, true, 'system', '${marksOf(owner)}');
    insert into import_line (document_id, line, text) values ('I00000${n}', 1, 'x');
    insert into import_draft (document_id, position, record) values ('I00000${n}', 1, '{}');
    insert into import_finding (document_id, number, code, severity, at, message, "values")
      values ('I00000${n}', 1, 'x', 'info', '{}', 'x', '{}');
    insert into import_event (document_id, action, acted_by) values ('I00000${n}', 'imported', 'system');
    insert into saved_mapping (name, columns, saved_by, marks)
      values ('様式${n}', '{}', 'system', '${marksOf(owner)}')`);
}

/** Numbers 11 to 14 are published, and so on. */
export const PUBLICATIONS = { 10: "published", 20: "withdrawn", 30: "draft" } as const;

async function storeAgreement(db: pg.Pool, no: number, state: string, owner: Owner): Promise<void> {
  const code = owner === "national" ? "null" : `'${owner}'`;
  const marks = owner === "national" ? "{*}" : marksOf(owner);
  const child = `${no}, '${state}', 1`;
  await db.query(`
    insert into agreement (no, title, publication, marks, is_one_to_one, search_key, search_grams)
      values (${no}, '協定${no}', '${state}', '${marks}', true, '', '{}');
    insert into agreement_party_japan (agreement_no, publication, position, name, government_code)
      values (${child}, '日本側', ${code});
    insert into agreement_party_foreign (agreement_no, publication, position, name, country, counterpart_id)
      values (${child}, '大連', 'CN', 'C00000${no % 10}');
    insert into agreement_date (agreement_no, publication, position, as_printed, precision, role)
      values (${child}, '不明', 'none', 'signed');
    insert into agreement_listing (agreement_no, publication, position, field) values (${child}, '①');
    insert into agreement_link (agreement_no, publication, position, url) values (${child}, 'https://example.jp/');
    insert into agreement_office (agreement_no, publication, position, kind, value) values (${child}, 'department', '課');
    insert into agreement_source (agreement_no, publication, position, title) values (${child}, '資料');
    insert into agreement_version (agreement_no, version, action, recorded_by, after)
      values (${no}, 1, 'recorded', 'system', '{}')`);
}

/** Numbers 11 to 14 are published, 31 to 34 drafts, 41 to 44 have neither facts nor work yet. */
export const PROGRAMME_STATES = { 10: "published", 30: "draft", 40: "bare" } as const;

async function storeProgramme(db: pg.Pool, no: number, state: string, owner: Owner): Promise<void> {
  const isPublished = state === "published";
  const own = owner === "national" ? "'B000005', '全国の機関'" : `'${owner}', null`;
  const code = owner === "national" ? "B000005" : owner;
  await db.query(`insert into programme (no, owner, owner_name, publication, published_version, published_at)
    values (${no}, ${own}, ${isPublished ? "'published', 1, now()" : "'unpublished', null, null"})`);
  if (state === "bare") return;
  const event = { name: "会議", edition: null, date: null, place: null, status: "held", isEstimate: false };
  const people = { label: "受入", direction: "received", count: 1, plan: null };
  const year = { fiscalYear: 2023, column: "result", status: "held", events: [event], people: [people] };
  const partners = [{ name: "大連", formerName: null, country: "CN" }];
  const facts = { title: "事業", fields: [], partners, agreementIds: ["A000011"], years: [year] };
  for (const side of isPublished ? ["working", "published"] : ["working"]) {
    await db.query(
      "insert into programme_facts (programme_no, side, owner, facts, search_key) values ($1, $2, $3, $4, '')",
      [no, side, code, JSON.stringify(facts)],
    );
  }
  await db.query(`
    insert into programme_work (programme_no, owner, state, updated_by)
      values (${no}, '${code}', '${isPublished ? "approved" : "draft"}', 'system');
    insert into programme_version (programme_no, version, action, recorded_by, state, publication, facts)
      values (${no}, 1, 'recorded', 'system', 'draft', 'unpublished', '{}')`);
}
