/**
 * 備考 of a box: the line it belongs to, partners, turns, operator and dated facts that neither the title nor the overview says.
 *
 * Where 備考 names partners or dated facts they are all there are: nothing is guessed from the other rows besides.
 * One line each under a fixed word, so that what an office entered survives printing and reading.
 */
import { findCountry } from "../../kernel/country.ts";
import { parsePartialDate } from "../../kernel/partial-date.ts";
import { relationWords } from "../messages.ja.ts";
import { type Operator, type Partner, RELATION_KINDS, type Recurrence, type Relation } from "../programme.ts";
import { readRecurrence } from "../recurrence.ts";
import { stateDate } from "../stated-date.ts";
import type { LogicalLine } from "./logical-lines.ts";
import { readLabelled } from "./scope.ts";
import { saysNotStated } from "./status-words.ts";

export const REMARK_KEYS = {
  parent: "上位の事業",
  partner: "相手方",
  recurrence: "実施周期",
  designated_manager: "指定管理者",
  contractor: "委託先",
  relation: "経緯",
} as const;

/** Undefined where 備考 says nothing of it; empty or null where it says 記載なし. */
export type Remarks = Readonly<{
  parentTitle: string | null | undefined;
  partners: readonly Partner[] | undefined;
  recurrence: Recurrence | null | undefined;
  operator: Operator | null | undefined;
  relations: readonly Relation[] | undefined;
}>;

export function readRemarks(lines: readonly LogicalLine[]): Remarks {
  const labelled = lines.flatMap(({ text }) => readLabelled(text) ?? []);
  const valuesOf = (key: keyof typeof REMARK_KEYS) =>
    labelled.filter(({ label }) => label === REMARK_KEYS[key]).map(({ value }) => value);
  const operators = (["designated_manager", "contractor"] as const).flatMap((kind) =>
    valuesOf(kind).map((name): Operator | null =>
      saysNotStated(name) ? null : { name, kind, asPrinted: `${REMARK_KEYS[kind]}：${name}` },
    ),
  );
  return {
    parentTitle: valuesOf("parent").map((value) => (saysNotStated(value) ? null : value))[0],
    partners: listOf(valuesOf("partner"), (value) => [partnerOf(value)]),
    recurrence: valuesOf("recurrence").map(readRecurrence)[0],
    operator: operators[0],
    relations: listOf(valuesOf("relation"), (value) => relationOf(value) ?? []),
  };
}

function listOf<T>(values: readonly string[], read: (value: string) => T | readonly T[]): readonly T[] | undefined {
  if (values.length === 0) return undefined;
  return values.filter((value) => !saysNotStated(value)).flatMap(read);
}

/** 全北特別自治道（旧全羅北道）［韓国］. */
function partnerOf(value: string): Partner {
  const groups = /^(?<name>.*?)(?:（旧(?<former>[^（）]+)）)?(?:［(?<country>[^［］]+)］)?$/u.exec(value)?.groups;
  const said = groups?.country?.trim() ?? "";
  const country = findCountry(said)?.code ?? (/^[A-Z]{2}$/u.test(said) ? said : null);
  return { name: groups?.name ?? value, formerName: groups?.former ?? null, country };
}

/** 締結　昭和41年11月　盟約を締結. */
function relationOf(value: string): Relation | null {
  const [word = "", date = "", ...rest] = value.split(/\s+/u);
  const kind = RELATION_KINDS.find((one) => relationWords[one] === word);
  if (kind === undefined) return null;
  const read = parsePartialDate(date);
  if (read.ok) return { kind, date: stateDate(read.value), text: rest.join(" ") };
  if (saysNotStated(date)) return { kind, date: null, text: rest.join(" ") };
  return { kind, date: null, text: [date, ...rest].join(" ") };
}
