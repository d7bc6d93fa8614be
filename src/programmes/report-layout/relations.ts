/**
 * Dated facts of the relationship in an overview, a note or a line 「設立：…」: when an agreement was signed, when a
 * forum began, when a partner was renamed. Each keeps the clause it stands in.
 */
import { findDate } from "../../kernel/date-reading.ts";
import { readPrinted } from "../../kernel/printed-text.ts";
import type { Relation, RelationKind } from "../programme.ts";
import { stateDate } from "../stated-date.ts";

/** Of those that the words after a date allow, the one said first. */
const KINDS: readonly (readonly [RelationKind, RegExp])[] = [
  ["renamed", /名称.{0,6}変更|改称|へ変更/u],
  ["first_held", /第 *1 *回.{0,20}(?:開催|実施|開い)/u],
  ["renewed", /更新/u],
  ["confirmed", /確認書|共同声明|覚書を取り?交わ/u],
  ["signed", /締結|調印|署名|盟約|提携|(?:協定|覚書)を(?:結|交わ)/u],
  ["expired", /終期|満了|失効/u],
  ["founded", /設立|発足|創設/u],
  ["opened", /供用開始|開館|開設|オープン/u],
  ["started", /^(?:より|から|以来)|開始|始ま/u],
  ["visited", /訪問|訪れ|会談/u],
];

/** @param isDated also keep clauses that fit no kind; else they are left to the text. */
export function readRelations(text: string): readonly Relation[] {
  const printed = readPrinted(text);
  const { plain } = printed;
  const relations: Relation[] = [];
  for (
    let found = findDate(printed, 0);
    found !== null;
    found = findDate(printed, Math.max(found.end, found.start + 1))
  ) {
    const { start, end, outcome } = found;
    if (!outcome.ok) continue;
    const clause = clauseAround(plain, start, end);
    const next = findDate(printed, end)?.start ?? plain.length;
    const after = plain.slice(end, Math.min(clause.end, next)).replace(/^[)）に、,は]+/u, "");
    const kind = kindOf(after) ?? (clause.isDateAlone ? kindOf(wordsBefore(plain, clause.start - 1)) : null);
    if (kind === null) continue;
    const from = clause.isDateAlone ? clause.start - 1 - wordsBefore(plain, clause.start - 1).length : clause.start;
    const to = clause.isDateAlone ? clause.end + 1 : clause.end;
    relations.push({ kind, date: stateDate(outcome.value), text: printed.quote(from, to).trim() });
  }
  return relations;
}

/** The first word that says something; that a thing was renamed or held for the first time goes before all others. */
function kindOf(after: string): RelationKind | null {
  const said = KINDS.flatMap(([kind, pattern], rank) => {
    const at = after.search(pattern);
    return at < 0 ? [] : [{ kind, at: rank < 2 ? -1 : at }];
  });
  return said.toSorted((a, b) => a.at - b.at)[0]?.kind ?? null;
}

/** 友好提携（平成23年10月26日）: what the bracket dates. */
function wordsBefore(plain: string, end: number): string {
  return /[^。、,\n()]*$/u.exec(plain.slice(0, end))?.[0] ?? "";
}

type Clause = Readonly<{ start: number; end: number; isDateAlone: boolean }>;

/** From the sentence's beginning to its end; a bracket around a date holds only what it says. */
function clauseAround(plain: string, start: number, end: number): Clause {
  const open = plain.lastIndexOf("(", start);
  const closed = plain.indexOf(")", end);
  const isInBracket =
    open >= 0 && closed >= 0 && plain.lastIndexOf(")", start) < open && plain.indexOf("(", end) !== end;
  if (isInBracket && closed - open < 40) {
    const isDateAlone = plain.slice(open + 1, start).trim() === "" && plain.slice(end, closed).trim() === "";
    return { start: open + 1, end: closed, isDateAlone };
  }
  const from = Math.max(plain.lastIndexOf("。", start - 1), plain.lastIndexOf("\n", start - 1)) + 1;
  const stop = /[。\n]/u.exec(plain.slice(end));
  return { start: from, end: stop === null ? plain.length : end + stop.index, isDateAlone: false };
}
