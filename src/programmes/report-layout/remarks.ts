/**
 * 備考 of a box: the line it belongs to, partners, turns, operator and dated facts that neither the title nor the overview says.
 *
 * Where 備考 names partners or dated facts they are all there are: nothing is guessed from the other rows besides.
 * One line each under a fixed word, so that what an office entered survives printing and reading.
 */
import { findCountry } from "../../kernel/country.ts";
import { findDate } from "../../kernel/date-reading.ts";
import { parsePartialDate } from "../../kernel/partial-date.ts";
import { readPrinted } from "../../kernel/printed-text.ts";
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
  /** Lines that stand under no fixed word. */
  others: readonly LogicalLine[];
}>;

const SAYS_NOTHING = /^(?:特に)?(?:なし|無し)。?$|^[-－―ー—‐–−]$/u;

export function readRemarks(lines: readonly LogicalLine[]): Remarks {
  const labelled = lines.flatMap(({ text }) => readLabelled(text) ?? []);
  const valuesOf = (key: keyof typeof REMARK_KEYS) =>
    labelled.filter(({ label }) => label === REMARK_KEYS[key]).map(({ value }) => value);
  const operators = (["designated_manager", "contractor"] as const).flatMap((kind) =>
    valuesOf(kind).map((name): Operator | null =>
      saysNotStated(name) ? null : { name, kind, asPrinted: `${REMARK_KEYS[kind]}：${name}` },
    ),
  );
  const known = Object.values(REMARK_KEYS) as readonly string[]; // as words to look for
  const others = lines.filter(({ text }) => {
    const label = readLabelled(text)?.label;
    return (label === undefined || !known.includes(label)) && !SAYS_NOTHING.test(text);
  });
  return {
    others,
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

const KIND_WORDS = RELATION_KINDS.map(
  (kind) => [kind, new RegExp(`^${[...relationWords[kind]].join(" *")}(?: +|$)`, "u")] as const,
);

/** 締結　昭和41年11月　盟約を締結. */
function relationOf(value: string): Relation | null {
  const [own] = KIND_WORDS.flatMap(([kind, word]) => {
    const said = word.exec(value)?.[0];
    return said === undefined ? [] : [{ kind, behind: value.slice(said.length) }];
  });
  if (own === undefined) return null;
  const { kind, behind } = own;
  const [first = "", ...rest] = behind.split(/\s+/u);
  if (saysNotStated(first)) return { kind, date: null, text: rest.join(" ") };
  const alone = parsePartialDate(first);
  const spread = readSpreadDate(behind);
  if (spread !== null && (!alone.ok || spread.isParted)) return { kind, date: spread.date, text: spread.text };
  return alone.ok ? { kind, date: stateDate(alone.value), text: rest.join(" ") } : { kind, date: null, text: behind };
}

/**
 * A date over several words. `isParted`: by the gaps that Word sets between kanji and digits and that its PDFs keep
 * (平成 21（2009）年 交流協議会); 令和5年　12月の会議 may as well be a year, then words.
 */
function readSpreadDate(behind: string) {
  const printed = readPrinted(behind);
  const found = findDate(printed, 0);
  if (found?.start !== 0 || !found.outcome.ok) return null;
  const isParted = /\d [年月日]|\p{L} \d+[ (]/u.test(printed.plain.slice(0, found.end));
  const text = printed.quote(found.end, printed.plain.length).trim();
  return { date: stateDate(found.outcome.value), text, isParted };
}
