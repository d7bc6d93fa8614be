/** Reads 予算額, 決算額 and the rows of funding sources. */
import type { FundingSource, YearBudget } from "../../programme-year.ts";
import { assemble } from "./assemble-rows.ts";
import type { EntryInput } from "./entry-input.ts";
import { type EntryReading, linesOf, orNull, plainNumber, required } from "./entry-reading.ts";
import { isSameArea, type PlacedRow } from "./form-rows.ts";
import { numberText } from "./rows-of-entry.ts";

export function readBudget(input: EntryInput, placed: readonly PlacedRow[], reading: EntryReading): YearBudget | null {
  const was = reading.base.budget;
  const said = input.budgetAsPrinted;
  const budget: YearBudget = {
    plannedYen: readYen("planned", input.planned, was?.plannedYen ?? null, reading),
    settledYen: readYen("settled", input.settled, was?.settledYen ?? null, reading),
    sources: assemble(was?.sources ?? [], [placed], (row, source) => readSource(row, source, reading)).map(
      ({ value }) => value,
    ),
    asPrinted: was !== null && isSameArea(said, was.asPrinted.join("\n")) ? was.asPrinted : linesOf(said),
  };
  const { plannedYen, settledYen, sources, asPrinted } = budget;
  const isEmpty = plannedYen === null && settledYen === null && sources.length === 0 && asPrinted.length === 0;
  const wasEmpty = was !== null && was.plannedYen === null && was.settledYen === null && was.sources.length === 0;
  return isEmpty && !(wasEmpty && was.asPrinted.length === 0) ? null : budget;
}

function readYen(field: string, said: string, was: number | null, { problems }: EntryReading): number | null {
  if (said === numberText(was)) return was;
  const text = plainNumber(said)
    .replace(/円$/u, "")
    .replace(/^[¥￥\\]/u, "");
  if (text === "") return null;
  const thousand = /^(\d{1,12})千$/u.exec(text)?.[1];
  if (thousand !== undefined) return Number(thousand) * 1000;
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  problems.push({ field, code: text.startsWith("-") ? "number_negative" : "amount_not_read", text: said });
  return null;
}

function readSource(placed: PlacedRow, was: FundingSource | undefined, reading: EntryReading): FundingSource {
  if (was !== undefined && placed.isUntouched) return was;
  const said = placed.row.amount ?? "";
  const amount = readYen(placed.at("amount"), said, was?.amountYen ?? null, reading);
  if (orNull(said) === null) reading.problems.push({ field: placed.at("amount"), code: "amount_not_read", text: "" });
  return { name: required(placed, "name", reading), amountYen: amount ?? 0 };
}
