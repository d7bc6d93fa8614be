/**
 * The registry's tables. Every body of the test publishes without approval, so an editor publishes at once.
 *
 * What belongs to a national body is an agreement without a known local government: it belongs to nobody, and only
 * who covers everybody's changes it.
 */
import type { Owner } from "./people.ts";
import { numberOf } from "./stored-rows.ts";
import { type Expected, NONE, type TableCase } from "./table-case.ts";

/** Editors and approvers decide in their own scope; everybody reads what is published. */
const PUBLISHED: Expected = {
  rest: "s---",
  municipal_editor: "siu- s--- s---",
  municipal_approver: "s-u- s--- s---",
  prefecture_coordinator: "siu- siu- s---",
  national_officer: "siu-",
  operator: "siu-",
};

const UNPUBLISHED: Expected = {
  rest: NONE,
  body_administrator: "s--- ---- ----",
  municipal_editor: "siu- ---- ----",
  municipal_approver: "s-u- ---- ----",
  prefecture_coordinator: "siu- siu- ----",
  national_officer: "siu-",
  operator: "siu-",
};

/** Parts are replaced, never changed. */
const PARTS_PUBLISHED: Expected = {
  rest: "s---",
  municipal_editor: "si-d s--- s---",
  municipal_approver: "si-d s--- s---",
  prefecture_coordinator: "si-d si-d s---",
  national_officer: "si-d",
  operator: "si-d",
};

const PARTS_UNPUBLISHED: Expected = {
  rest: NONE,
  body_administrator: "s--- ---- ----",
  municipal_editor: "si-d ---- ----",
  municipal_approver: "si-d ---- ----",
  prefecture_coordinator: "si-d si-d ----",
  national_officer: "si-d",
  operator: "si-d",
};

const ofAgreement = (tens: number) => (owner: Owner) => ({ agreement_no: tens + numberOf(owner) });

const PARTS = [
  ["agreement_party_japan", { position: 2, government_code: null }],
  ["agreement_party_foreign", { position: 2 }],
  ["agreement_date", { position: 2 }],
  ["agreement_listing", { position: 2, field: "②" }],
  ["agreement_link", { position: 2 }],
  ["agreement_office", { position: 3 }],
  ["agreement_source", { position: 2 }],
] as const;

const partCases: readonly TableCase[] = PARTS.flatMap(([table, fresh]) =>
  (
    [
      ["published", 10, PARTS_PUBLISHED],
      ["draft", 30, PARTS_UNPUBLISHED],
    ] as const
  ).map(([rows, tens, expected]) => ({
    table,
    rows: `of a ${rows} agreement`,
    key: (owner) => ({ agreement_no: tens + numberOf(owner), position: 1 }),
    touch: "position",
    fresh: () => fresh,
    expected,
  })),
);

const agreementCases: readonly TableCase[] = (
  [
    ["published", 10, PUBLISHED],
    ["withdrawn", 20, UNPUBLISHED],
    ["draft", 30, UNPUBLISHED],
  ] as const
).map(([rows, tens, expected]) => ({
  table: "agreement",
  rows,
  key: (owner) => ({ no: tens + numberOf(owner) }),
  touch: "title",
  fresh: () => ({ no: 999 }),
  expected,
}));

export const registryTables: readonly TableCase[] = [
  ...agreementCases,
  ...partCases,
  {
    table: "agreement_contact",
    rows: "of a published agreement",
    key: ofAgreement(10),
    touch: "note",
    fresh: (_owner, actor) => ({ recorded_by: actor }),
    expected: {
      rest: NONE,
      body_administrator: "s--- ---- ----",
      municipal_editor: "si-d ---- ----",
      municipal_approver: "s--- ---- ----",
      prefecture_coordinator: "si-d si-d ----",
      national_officer: "si-d",
      operator: "si-d",
    },
  },
  {
    table: "agreement_version",
    rows: "of a published agreement",
    key: ofAgreement(10),
    touch: "reason",
    fresh: (_owner, actor) => ({ version: 2, recorded_by: actor }),
    expected: {
      rest: NONE,
      researcher: "s---",
      body_administrator: "s--- ---- ----",
      municipal_editor: "si-- ---- ----",
      municipal_approver: "si-- ---- ----",
      prefecture_coordinator: "si-- si-- ----",
      national_officer: "si--",
      operator: "si--",
    },
  },
  {
    table: "agreement_version",
    rows: "of a draft",
    key: ofAgreement(30),
    touch: "reason",
    fresh: (_owner, actor) => ({ version: 2, recorded_by: actor }),
    expected: {
      rest: NONE,
      body_administrator: "s--- ---- ----",
      municipal_editor: "si-- ---- ----",
      municipal_approver: "si-- ---- ----",
      prefecture_coordinator: "si-- si-- ----",
      national_officer: "si--",
      operator: "si--",
    },
  },
  {
    table: "agreement_version",
    rows: "in another's name",
    key: ofAgreement(10),
    touch: "reason",
    fresh: () => ({ version: 2, recorded_by: "U000077" }),
    expected: {
      rest: NONE,
      researcher: "s---",
      body_administrator: "s--- ---- ----",
      municipal_editor: "s--- ---- ----",
      municipal_approver: "s--- ---- ----",
      prefecture_coordinator: "s--- s--- ----",
      national_officer: "s---",
      operator: "s---",
    },
  },
  {
    // Undoing says who undoes: setting the column to its own value, nobody, is refused to all.
    table: "agreement_merge",
    key: (owner) => ({ survivor_no: 10 + numberOf(owner) }),
    touch: "undone_by",
    fresh: (owner, actor) => ({ absorbed_no: 30 + numberOf(owner), merged_by: actor }),
    expected: {
      rest: NONE,
      researcher: "s---",
      body_administrator: "s--- ---- ----",
      municipal_editor: "si-- ---- ----",
      municipal_approver: "si-- ---- ----",
      prefecture_coordinator: "si-- si-- ----",
      national_officer: "si--",
      operator: "si--",
    },
  },
  {
    table: "agreement_promise",
    key: ofAgreement(10),
    touch: "kept_by",
    fresh: (_owner, actor) => ({ recorded_by: actor }),
    expected: {
      rest: NONE,
      body_administrator: "s--- ---- ----",
      municipal_editor: "siu- ---- ----",
      municipal_approver: "s--- ---- ----",
      prefecture_coordinator: "siu- siu- ----",
      national_officer: "siu-",
      operator: "siu-",
    },
  },
  {
    // Deciding says who decides: setting the column to its own value, nobody, is refused to all.
    table: "agreement_proposal",
    key: ofAgreement(10),
    touch: "decided_by",
    fresh: (owner, actor) => ({ agreement_no: 30 + numberOf(owner), proposed_by: actor }),
    expected: {
      rest: NONE,
      body_administrator: "s--- ---- ----",
      municipal_editor: "si-- ---- ----",
      municipal_approver: "s--- ---- ----",
      prefecture_coordinator: "si-- si-- ----",
      national_officer: "si--",
      operator: "si--",
    },
  },
  {
    // Counterparts of published agreements are everybody's; adding one belongs to recording an agreement.
    table: "counterpart",
    key: (owner) => ({ id: `C00000${numberOf(owner)}` }),
    touch: "name",
    fresh: () => ({ id: "C000099", name_key: "forged" }),
    expected: {
      rest: "s---",
      municipal_editor: "si--",
      municipal_approver: "si--",
      prefecture_coordinator: "si--",
      national_officer: "siu-",
      operator: "siu-",
    },
  },
  {
    table: "counterpart_version",
    key: (owner) => ({ counterpart_id: `C00000${numberOf(owner)}` }),
    touch: "reason",
    fresh: (_owner, actor) => ({ version: 9, recorded_by: actor }),
    expected: { rest: NONE, national_officer: "si--", operator: "si--" },
  },
  {
    table: "counterpart_merge",
    key: (owner) => ({ survivor_id: `C00000${numberOf(owner)}` }),
    touch: "undone_by",
    fresh: (owner, actor) => ({ absorbed_id: `C00006${numberOf(owner)}`, merged_by: actor }),
    expected: { rest: NONE, national_officer: "siu-", operator: "siu-" },
  },
  {
    table: "local_government",
    key: (owner) => ({ code: owner === "national" ? "46201" : owner }),
    touch: "name",
    fresh: () => ({ code: "46999" }),
    expected: { rest: "s---", national_officer: "siu-", operator: "siu-" },
  },
  {
    table: "registry_revision",
    key: () => ({ only_row: true }),
    touch: "value",
    fresh: () => ({}),
    expected: { rest: "s---" },
  },
];
