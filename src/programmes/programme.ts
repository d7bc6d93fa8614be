/**
 * Programme (事業): what an office runs from year to year in international exchange, with the years it has been run.
 *
 * Everything printed is kept as printed; a value that was not stated is null or an empty list, never a guess.
 * Source: annual report of programmes (国際交流事業実績と計画), one numbered box a programme.
 */
import type { FiscalYear } from "../kernel/fiscal-year.ts";
import type { Field } from "../registry/index.ts";
import type { YearEntry } from "./programme-year.ts";
import type { StatedDate } from "./stated-date.ts";

export type ProgrammeFacts = Readonly<{
  /** Number in the report it was printed in; not an identity. */
  number: number | null;
  /** As printed, the parent line included: 海外技術協力等推進事業：県費留学生受入事業. */
  title: string;
  /** The line it belongs to (海外技術協力等推進事業), null for a programme of its own. */
  parentTitle: string | null;
  /** ※ below the title. */
  titleNote: string | null;
  startFiscalYear: StartYear | null;
  /** The office that runs it, as the report's heading says: 県（国際交流課）. */
  section: string | null;
  overview: string | null;
  recurrence: Recurrence | null;
  operator: Operator | null;
  fields: readonly Field[];
  partners: readonly Partner[];
  /** Identities of agreements (提携・協定) it rests on. */
  agreementIds: readonly string[];
  years: readonly YearEntry[];
  relations: readonly Relation[];
}>;

export type StartYear = Readonly<{ asPrinted: string; fiscalYear: FiscalYear | null }>;

/** ２年ごとに交互の地において開催. */
export type Recurrence = Readonly<{
  /** 2 for 隔年. */
  everyYears: number;
  /** Taking turns between the two sides. */
  isAlternating: boolean;
  asPrinted: string;
}>;

export const OPERATOR_KINDS = ["designated_manager", "contractor"] as const;

/** Another body runs it: 指定管理, 業務委託. */
export type Operator = Readonly<{ name: string; kind: (typeof OPERATOR_KINDS)[number]; asPrinted: string }>;

export type Partner = Readonly<{
  name: string;
  /** 旧…: the name that older events keep. */
  formerName: string | null;
  /** ISO 3166-1 alpha-2; null when neither the name nor the document says. */
  country: string | null;
}>;

export const RELATION_KINDS = [
  "renamed",
  "first_held",
  "started",
  "signed",
  "renewed",
  "expired",
  "confirmed",
  "founded",
  "opened",
  "visited",
  "other",
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A dated fact of the relationship that stands outside the yearly columns. */
export type Relation = Readonly<{ kind: RelationKind; date: StatedDate | null; text: string }>;

/** A programme as a document states it, before a person has accepted it. */
export type ProgrammeRecord = Readonly<{ kind: "programme"; lines: readonly [number, number] | null }> & ProgrammeFacts;

/** Without its parent line: 県費留学生受入事業. */
export function shortTitle({ title, parentTitle }: Pick<ProgrammeFacts, "title" | "parentTitle">): string {
  if (parentTitle === null || !title.startsWith(parentTitle)) return title;
  const rest = title.slice(parentTitle.length).replace(/^[\s：:]+/u, "");
  return rest === "" ? title : rest;
}
