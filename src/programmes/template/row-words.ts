/** One row of a sheet and one of the record, in the words of their cells: whether they say the same, and what they are called. */
import { cellWords } from "../../documents/writers/xlsx-cell.ts";
import { maskPersonalMailboxes } from "../../kernel/mailbox.ts";
import { workbookWords } from "./messages.ja.ts";
import type { TiedRow } from "./read-sheet.ts";
import type { Column } from "./workbook-cell.ts";

export function isNeeded<Row>(column: Column<Row>, row: Row): boolean {
  return "problem" in column.apply(row, "", 2000);
}

export function likeness<Row>({ cellOf }: TiedRow, columns: readonly Column<Row>[], known: Row | undefined): number {
  if (known === undefined) return 0;
  return columns.filter(({ header, write }) => sameCell(cellOf(header), String(write(known) ?? ""))).length;
}

/** What a person calls the row: as it was, or as the new one says. */
export function nameOf<Row>(columns: readonly Column<Row>[], { cellOf }: TiedRow, before: Row | null): string | null {
  const { event, label, moneyKind } = workbookWords.headers;
  const naming = columns.find(({ header }) => [event, label, moneyKind].some((one) => one === header));
  if (naming === undefined) return null;
  const name = before === null ? (cellOf(naming.header)?.trim() ?? null) : String(naming.write(before) ?? "");
  return name === null ? null : maskPersonalMailboxes(name);
}

/** Null, where there is no such cell, says nothing against it. What a sheet cannot hold was not written into it. */
export function sameCell(said: string | null, written: string): boolean {
  return said === null || said.replace(/\r\n?/gu, "\n").trim() === cellWords(written).replace(/\r\n?/gu, "\n").trim();
}

export function wordsOf<Row>(columns: readonly Column<Row>[], row: Row): string {
  return columns
    .map((column) => column.write(row))
    .filter((cell) => cell !== null && cell !== "")
    .join(" ");
}
