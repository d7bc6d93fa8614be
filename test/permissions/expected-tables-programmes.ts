/**
 * The programmes' tables. Every body of the test publishes without approval, so an editor publishes at once. What is
 * derived from a programme's facts nobody writes by hand.
 */
import { numberOf } from "./stored-rows.ts";
import { type Expected, NONE, type TableCase } from "./table-case.ts";

const ofProgramme = (tens: number) => (owner: Parameters<typeof numberOf>[0]) => ({
  programme_no: tens + numberOf(owner),
});

const DERIVED_PUBLISHED: Expected = { rest: "s---" };
const DERIVED_WORKING: Expected = {
  rest: NONE,
  body_administrator: "s--- ---- ----",
  municipal_editor: "s--- ---- ----",
  municipal_approver: "s--- ---- ----",
  prefecture_coordinator: "s--- s--- ----",
  national_officer: "s--- ---- ----",
  operator: "s---",
};

const derivedCases: readonly TableCase[] = (
  [
    ["programme_year", "reason"],
    ["programme_event", "name"],
    ["programme_people", "label"],
    ["programme_partner", "name"],
    ["programme_agreement", "agreement_id"],
  ] as const
).flatMap(([table, touch]) => [
  {
    ...{ table, touch, rows: "of the published side", fresh: () => ({ side: "working" }) },
    key: (owner) => ({ ...ofProgramme(10)(owner), side: "published" }),
    expected: DERIVED_PUBLISHED,
  },
  {
    ...{ table, touch, rows: "of the working side", fresh: () => ({ side: "published" }) },
    key: (owner) => ({ ...ofProgramme(10)(owner), side: "working" }),
    expected: DERIVED_WORKING,
  },
]);

const versions = {
  table: "programme_version",
  touch: "reason",
  key: ofProgramme(10),
} as const;

export const programmeTables: readonly TableCase[] = [
  {
    ...{ table: "programme", rows: "published", touch: "owner_name", fresh: () => ({ no: 999 }) },
    key: (owner) => ({ no: 10 + numberOf(owner) }),
    expected: {
      rest: "s---",
      municipal_editor: "siu- s--- s---",
      municipal_approver: "s-u- s--- s---",
      prefecture_coordinator: "siu- siu- s---",
      national_officer: "siu- s--- s---",
      operator: "siu-",
    },
  },
  {
    ...{ table: "programme", rows: "unpublished", touch: "owner_name", fresh: () => ({ no: 999 }) },
    key: (owner) => ({ no: 30 + numberOf(owner) }),
    expected: {
      rest: NONE,
      body_administrator: "s--- ---- ----",
      municipal_editor: "siu- ---- ----",
      municipal_approver: "s-u- ---- ----",
      prefecture_coordinator: "siu- siu- ----",
      national_officer: "siu- ---- ----",
      operator: "siu-",
    },
  },
  {
    ...{ table: "programme_work", touch: "message", key: ofProgramme(10), fresh: ofProgramme(40) },
    expected: {
      rest: NONE,
      body_administrator: "s--- ---- ----",
      municipal_editor: "siu- ---- ----",
      municipal_approver: "s-u- ---- ----",
      prefecture_coordinator: "siu- siu- ----",
      national_officer: "siu- ---- ----",
      operator: "siu-",
    },
  },
  {
    ...{ table: "programme_facts", rows: "the published side", touch: "search_key", fresh: ofProgramme(40) },
    key: (owner) => ({ ...ofProgramme(10)(owner), side: "published" }),
    expected: {
      rest: "s---",
      municipal_editor: "siud s--- s---",
      municipal_approver: "siud s--- s---",
      prefecture_coordinator: "siud siud s---",
      national_officer: "siud s--- s---",
      operator: "siud",
    },
  },
  {
    ...{ table: "programme_facts", rows: "the working side", touch: "search_key", fresh: ofProgramme(40) },
    key: (owner) => ({ ...ofProgramme(10)(owner), side: "working" }),
    expected: {
      rest: NONE,
      body_administrator: "s--- ---- ----",
      municipal_editor: "siu- ---- ----",
      municipal_approver: "s--- ---- ----",
      prefecture_coordinator: "siu- siu- ----",
      national_officer: "siu- ---- ----",
      operator: "siu-",
    },
  },
  ...derivedCases,
  {
    ...{ table: "report_template", touch: "template", fresh: (_owner, actor) => ({ version: 2, set_by: actor }) },
    key: (owner) => ({ owner: owner === "national" ? "B000005" : owner }),
    expected: {
      rest: "s---",
      municipal_editor: "si-- s--- s---",
      prefecture_coordinator: "si-- si-- s---",
      national_officer: "si-- s--- s---",
      operator: "si--",
    },
  },
  {
    ...versions,
    fresh: (_owner, actor) => ({ version: 2, action: "edited", recorded_by: actor }),
    expected: {
      rest: NONE,
      body_administrator: "s--- ---- ----",
      municipal_editor: "si-- ---- ----",
      municipal_approver: "si-- ---- ----",
      prefecture_coordinator: "si-- si-- ----",
      national_officer: "si-- ---- ----",
      operator: "si--",
    },
  },
  {
    ...{ ...versions, rows: "in another's name" },
    fresh: () => ({ version: 2, action: "edited", recorded_by: "U000077" }),
    expected: {
      rest: NONE,
      body_administrator: "s--- ---- ----",
      municipal_editor: "s--- ---- ----",
      municipal_approver: "s--- ---- ----",
      prefecture_coordinator: "s--- s--- ----",
      national_officer: "s--- ---- ----",
      operator: "s---",
    },
  },
];
