/**
 * What each role may do with the rows of each table, written down by hand and not derived from the permission table.
 *
 * Three words for what is one's own, what is near (another body of the same prefecture) and what is far (another
 * prefecture): `s` read, `i` add, `u` change, `d` remove, `-` refused by the database. One word stands for all three.
 * `rest` is everybody who is not named; the machine has what the operator has where nothing else stands. A table without a line here fails the test.
 */
import { intakeTables } from "./expected-tables-intake.ts";
import { programmeTables } from "./expected-tables-programmes.ts";
import { registryTables } from "./expected-tables-registry.ts";
import { accountOf, type Owner, type Person } from "./people.ts";
import { bodyIdOf, colleagueOf, numberOf, sha256Of } from "./stored-rows.ts";
import { NONE, type TableCase } from "./table-case.ts";

const platformTables: readonly TableCase[] = [
  {
    table: "platform_migration",
    key: () => ({ id: "platform/0001-roles-and-files" }),
    touch: "sha256",
    fresh: () => ({ id: "x/0001" }),
    expected: { rest: NONE },
  },
  {
    // Originals are read through the import they belong to; anybody who may import adds one.
    table: "platform_file",
    key: (owner) => ({ sha256: sha256Of(owner) }),
    touch: "stored_at",
    fresh: () => ({ sha256: "9".repeat(64) }),
    expected: {
      rest: NONE,
      municipal_editor: "si-- -i-- -i--",
      prefecture_coordinator: "si-- -i-- -i--",
      national_officer: "si-- -i-- -i--",
      operator: "si--",
    },
  },
  {
    table: "platform_invitation",
    key: () => ({ token_sha256: "invited" }),
    touch: "used_at",
    fresh: () => ({ token_sha256: "forged" }),
    expected: { rest: NONE, machine: "siud" },
  },
  {
    table: "platform_session",
    key: () => ({ token_sha256: "session" }),
    touch: "operator",
    fresh: () => ({ token_sha256: "forged" }),
    expected: { rest: NONE, machine: "siud" },
  },
  {
    // That a body exists, and its name, every signed-in person may know.
    table: "body",
    key: (owner) => ({ id: bodyIdOf(owner) }),
    touch: "unit",
    fresh: () => ({ id: "B000099", government_code: null, kind: "other" }),
    expected: {
      rest: "s---",
      public: NONE,
      body_administrator: "s-u- s--- s---",
      system_administrator: "siu-",
      operator: "siu-",
    },
  },
  {
    table: "account",
    rows: "oneself (in national bodies and near and far: the same person of that body)",
    key: (owner) => ({ id: accountOf(owner) }),
    touch: "version",
    fresh: () => ({ id: "U000099", email: "forged@example.jp" }),
    expected: {
      rest: "s--- ---- ----",
      public: NONE,
      system_administrator: "s-u-",
      operator: "s-u-",
      machine: "siu-",
    },
  },
  {
    table: "account",
    rows: "its address: who a person is to sign in changes nobody",
    key: (owner) => ({ id: colleagueOf(owner) }),
    touch: "email",
    fresh: () => ({ id: "U000099", email: "forged@example.jp" }),
    expected: {
      rest: "s--- ---- ----",
      public: NONE,
      nobody: NONE,
      researcher: NONE,
      judge: NONE,
      prefecture_coordinator: "s--- s--- ----",
      system_administrator: "s---",
      operator: "s---",
      machine: "si--",
    },
  },
  {
    table: "account",
    rows: "a colleague",
    key: (owner) => ({ id: colleagueOf(owner) }),
    touch: "version",
    fresh: () => ({ id: "U000099", email: "forged@example.jp" }),
    expected: {
      rest: "s--- ---- ----",
      public: NONE,
      nobody: NONE,
      researcher: NONE,
      judge: NONE,
      prefecture_coordinator: "s--- s--- ----",
      body_administrator: "s-u- ---- ----",
      system_administrator: "s-u-",
      operator: "s-u-",
      machine: "siu-",
    },
  },
  {
    table: "role_assignment",
    rows: "of a colleague",
    key: (owner) => ({ account_id: colleagueOf(owner) }),
    touch: "valid_to",
    fresh: (_owner, actor) => ({ role: "municipal_editor", granted_by: actor }),
    expected: {
      rest: "s--- ---- ----",
      public: NONE,
      nobody: NONE,
      researcher: NONE,
      judge: NONE,
      prefecture_coordinator: "s--- s--- ----",
      body_administrator: "siu- ---- ----",
      system_administrator: "siu-",
      operator: "siu-",
    },
  },
  ...(["system_administrator", "researcher"] as const).map((role) => ({
    table: "role_assignment",
    rows: `added, reaching beyond the own body: ${role}`,
    key: (owner: Owner) => ({ account_id: colleagueOf(owner) }),
    touch: "valid_to",
    fresh: (_owner: Owner, actor: string) => ({ role, granted_by: actor }),
    expected: {
      rest: "s--- ---- ----",
      public: NONE,
      nobody: NONE,
      researcher: NONE,
      judge: NONE,
      prefecture_coordinator: "s--- s--- ----",
      body_administrator: "s-u- ---- ----",
      system_administrator: "siu-",
      operator: "siu-",
    },
  })),
  {
    table: "member_invitation",
    key: (owner) => ({ token_sha256: `token${numberOf(owner)}` }),
    touch: "revoked_at",
    fresh: () => ({ token_sha256: "forged" }),
    expected: { rest: NONE, body_administrator: "siu- ---- ----", system_administrator: "siu-", operator: "siu-" },
  },
  {
    // Opened and closed only through open_work and close_work; colleagues hand it to each other.
    table: "work_item",
    key: (owner) => ({ subject_id: `W${numberOf(owner)}` }),
    touch: "account_id",
    fresh: () => ({ subject_id: "W9" }),
    expected: {
      rest: "s-u- ---- ----",
      public: NONE,
      nobody: NONE,
      judge: NONE,
      researcher: NONE,
      system_administrator: "s-u-",
      operator: "s-u-",
    },
  },
  {
    // Undone once, in one's own name; nothing else of it changes.
    table: "work_handover",
    key: (owner) => ({ reason: `H${numberOf(owner)}` }),
    touch: "undone_at",
    fresh: (_owner, actor) => ({ done_by: actor }),
    expected: { rest: NONE, body_administrator: "si-- ---- ----", system_administrator: "si--", operator: "si--" },
  },
  {
    table: "audit_event",
    rows: "in one's own name",
    key: (owner) => ({ subject_id: `E${numberOf(owner)}` }),
    touch: "reason",
    fresh: (_owner, actor) => ({ actor, body_id: "(own)" }),
    expected: {
      rest: "-i--",
      public: NONE,
      municipal_approver: "si-- -i-- -i--",
      body_administrator: "si-- -i-- -i--",
      prefecture_coordinator: "si-- -i-- -i--",
      national_officer: "si-- -i-- -i--",
      system_administrator: "si--",
      operator: "si--",
    },
  },
  {
    table: "audit_event",
    rows: "in another's name",
    key: (owner) => ({ subject_id: `E${numberOf(owner)}` }),
    touch: "reason",
    fresh: () => ({ actor: "U000077" }),
    expected: {
      rest: NONE,
      municipal_approver: "s--- ---- ----",
      body_administrator: "s--- ---- ----",
      prefecture_coordinator: "s--- ---- ----",
      national_officer: "s--- ---- ----",
      system_administrator: "s---",
      operator: "s---",
    },
  },
];

const jobTables: readonly TableCase[] = [
  ...(["platform_job_run", "platform_backup"] as const).map((table) => ({
    table,
    key: () => (table === "platform_backup" ? { name: "kakehashi-1.tar.gz" } : { job_id: "1" }),
    touch: "problem",
    fresh: () => (table === "platform_backup" ? { name: "kakehashi-2.tar.gz" } : {}),
    expected: { rest: NONE, system_administrator: "s---", operator: "s---", machine: "siud" },
  })),
  {
    table: "platform_export",
    rows: "asked for by oneself (near and far: by somebody else)",
    key: (owner) => ({ asked_by: accountOf(owner) }),
    touch: "problem",
    fresh: (_owner, actor) => ({ id: "E000099", asked_by: actor }),
    expected: { rest: "si-- -i-- -i--", public: NONE, operator: "-i--", machine: "siud" },
  },
  {
    table: "platform_export_piece",
    rows: "asked for by oneself (near and far: by somebody else)",
    key: (owner) => ({ export_id: `E00000${numberOf(owner)}` }),
    touch: "bytes",
    fresh: () => ({ number: 2 }),
    expected: { rest: "s--- ---- ----", public: NONE, operator: NONE, machine: "si-d" },
  },
];

/** Passwords, second factors, sessions: none of our two roles may so much as name the schema. */
export const CLOSED_TABLES: readonly string[] = [
  ...["auth.account", "auth.attempt", "auth.passkey", "auth.session", "auth.signing_key", "auth.spent_step"],
  ...["auth.twoFactor", "auth.user", "auth.verification"],
];

export const TABLE_CASES: readonly TableCase[] = [
  ...platformTables,
  ...jobTables,
  ...registryTables,
  ...intakeTables,
  ...programmeTables,
];

/** @returns the three words for own, near and far. */
export function expectedWords({ expected }: TableCase, person: Person): readonly string[] {
  const asOperator = person === "machine" ? expected.operator : undefined;
  const words = (expected[person] ?? asOperator ?? expected.rest).split(" ");
  return words.length === 1 ? [0, 1, 2].map(() => words[0] ?? "") : words;
}
