/** How people call the place of a draft in its document: 「②文化交流 1」 for a sheet, 「Sheet1!A12」 for a row. */
import { fieldName } from "../registry/index.ts";
import { isContributed, type StoredRecord } from "./draft-record.ts";

export function placeOfDraft(record: StoredRecord): string {
  if (isContributed(record)) return record.place;
  if (record.kind === "agreement-row") return record.sheet === "" ? `A${record.row}` : `${record.sheet}!A${record.row}`;
  return [record.field === null ? "" : fieldName(record.field), record.number ?? "?"].join(" ").trim();
}
