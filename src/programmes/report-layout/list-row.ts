/** One row of a list of programmes as a programme record. */
import { findCountry } from "../../kernel/country.ts";
import { type FiscalYear, parseFiscalYear } from "../../kernel/fiscal-year.ts";
import { parseQuantity } from "../../kernel/quantity.ts";
import type { Partner, ProgrammeRecord } from "../programme.ts";
import { placeOf } from "./cell-place.ts";
import { find, type ReportFinding } from "./findings.ts";
import type { ListColumn, ListRole } from "./list-header.ts";
import { type Cell, isDash, readYearsOfRow } from "./list-years.ts";
import { joinLines } from "./logical-lines.ts";
import { mergePartners, readPartners } from "./partners.ts";
import type { Row } from "./rows.ts";
import { fiscalYearIn } from "./start-year.ts";
import { readTitle } from "./title.ts";

export type RowReading = Readonly<{
  record: ProgrammeRecord | null;
  findings: readonly ReportFinding[];
  /** Money by column, in yen, for the sums. */
  amounts: ReadonlyMap<number, number>;
}>;

type Of = Readonly<{ number: number | null; title: string }>;

const TOTAL = /^(?:合計|総計|計|小計|総合計)$/u;

export function isTotalRow({ cells }: Row, columns: readonly ListColumn[]): boolean {
  return columns.some(
    ({ role, index }) =>
      (role === "title" || role === "parent" || role === "number") &&
      TOTAL.test((cells[index] ?? "").replace(/\s+/gu, "")),
  );
}

export function readListRow(row: Row, columns: readonly ListColumn[], sheetYear: FiscalYear | null): RowReading {
  const cells = columns.flatMap((column): readonly Cell[] => {
    const text = (row.cells[column.index] ?? "").trim();
    return text === "" ? [] : [{ column, text }];
  });
  const textOf = (role: ListRole) => cells.find(({ column }) => column.role === role)?.text ?? null;
  const lines = (text: string) =>
    joinLines(
      text.split("\n").map((one) => ({ text: one, at: row.at })),
      null,
    );
  const title = readTitle(lines(textOf("title") ?? ""));
  const number = numberOf(textOf("number"));
  const of = { number, title: title.title };
  const money = readMoney(cells, row, of);
  if (title.title === "") {
    const text = cells.map((cell) => cell.text).join(" ");
    const lost = text === "" || isTotalRow(row, columns) ? [] : [find("line_unread", row.at, { text })];
    return { record: null, findings: lost, amounts: money.amounts };
  }
  const parentTitle = title.parentTitle ?? textOf("parent");
  const partners = partnersOf(cells, readPartners(title.title, title.parentTitle, textOf("overview")));
  const start = textOf("start");
  const ownYear = fiscalYearOfCell(textOf("fiscalYear")) ?? sheetYear;
  const years = readYearsOfRow({ cells, row, title: title.title, partners, ownYear, amounts: money.amounts });
  const line = row.at.line;
  const record: ProgrammeRecord = {
    ...{ kind: "programme", number, ...title, parentTitle, section: textOf("section"), overview: textOf("overview") },
    startFiscalYear: start === null ? null : { asPrinted: start, fiscalYear: fiscalYearIn(start) },
    ...{ recurrence: null, operator: null, fields: [], partners, agreementIds: [], years, relations: [] },
    lines: line === undefined ? null : [line, line],
  };
  return { record, findings: money.findings, amounts: money.amounts };
}

function numberOf(text: string | null): number | null {
  const digits = /^\d{1,4}$/u.exec((text ?? "").normalize("NFKC").trim())?.[0];
  return digits === undefined ? null : Number(digits);
}

function fiscalYearOfCell(text: string | null): FiscalYear | null {
  if (text === null) return null;
  const year = parseFiscalYear(/年度$/u.test(text.trim()) ? text : `${text.trim()}年度`);
  return year.ok ? year.value : null;
}

type Money = Readonly<{ amounts: ReadonlyMap<number, number>; findings: readonly ReportFinding[] }>;

/** △ and ▲ are minus; a dash is nothing. */
function readMoney(cells: readonly Cell[], row: Row, of: Of): Money {
  const findings: ReportFinding[] = [];
  const amounts = new Map<number, number>();
  for (const { column, text } of cells) {
    if (!["planned", "settled", "source"].includes(column.role) || isDash(text)) continue;
    const negative = /^[-−△▲]\s*/u.exec(text)?.[0] ?? "";
    const read = parseQuantity(text.slice(negative.length));
    if (!read.ok || read.value.amount.kind === "range" || !/^円?$/u.test(read.value.unit ?? "")) {
      findings.push(
        find("amount_unreadable", placeOf(row.at, column.index), { ...of, header: column.header, asPrinted: text }),
      );
      continue;
    }
    const factor = /円/u.test(text) ? 1 : column.factor;
    amounts.set(column.index, read.value.amount.value * factor * (negative === "" ? 1 : -1));
  }
  return { amounts, findings };
}

function partnersOf(cells: readonly Cell[], own: readonly Partner[]): readonly Partner[] {
  const split = (role: ListRole) =>
    cells
      .filter(({ column }) => column.role === role)
      .flatMap(({ text }) =>
        text
          .split(/[、，,・/／\n]/u)
          .map((one) => one.trim())
          .filter((one) => one !== ""),
      );
  const countries = split("country").map(
    (name): Partner => ({ name, formerName: null, country: findCountry(name)?.code ?? null }),
  );
  const codes = [...new Set(countries.flatMap(({ country }) => country ?? []))];
  const only = codes.length === 1 ? (codes[0] ?? null) : null;
  const bodies = split("partner").map(
    (name): Partner => ({ name, formerName: null, country: findCountry(name)?.code ?? only }),
  );
  const named = [...own, ...bodies];
  const alone = countries.filter(({ country }) => country === null || !named.some((body) => body.country === country));
  return mergePartners([...named, ...alone]);
}
