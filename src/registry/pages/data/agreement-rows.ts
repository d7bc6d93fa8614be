/**
 * Agreements as tables with one value to a cell: agreements, listings, parties and dates, joined by the record number.
 * Lists stand in tables of their own, since a cell with several values cannot be counted or sorted.
 */
import type { Lang } from "../../../ui/index.ts";
import type { AgreementDate } from "../../agreement.ts";
import { orderingDate } from "../../agreement-keys.ts";
import type { SummaryRow } from "../../agreement-row-store.ts";
import { fieldText } from "../place-names.ts";
import { words } from "../words.ts";
import type { CsvRow } from "./file-answer.ts";

export const AGREEMENT_FILES = ["agreements", "listings", "parties", "dates"] as const;
export type AgreementFile = (typeof AGREEMENT_FILES)[number];

type Layout = Readonly<{
  header: readonly string[];
  rowsOf: (agreement: SummaryRow) => readonly CsvRow[];
}>;

export function agreementLayout(file: AgreementFile, lang: Lang): Layout {
  return { agreements: agreementRows, listings: listingRows, parties: partyRows, dates: dateRows }[file](lang);
}

function agreementRows(lang: Lang): Layout {
  const { exportColumns: c } = words(lang);
  return {
    header: [
      ...[c.id, c.title, c.mainField, c.listingCount, c.japanCount, c.foreignCount, c.isOneToOne],
      ...[c.signedOn, c.signedPrecision, c.signedAsPrinted, c.version, c.updatedAt],
    ],
    rowsOf: ({
      id,
      title,
      listings,
      japan,
      foreign,
      is_one_to_one: isOneToOne,
      dates,
      version,
      updated_at: updatedAt,
    }) => {
      const signed = orderingDate(dates) ?? dates[0];
      return [
        [
          ...[id, title, listings[0] ?? null, listings.length, japan.length, foreign.length, flag(isOneToOne)],
          ...[signed?.date ?? null, signed?.precision ?? null, signed?.asPrinted ?? null, version, updatedAt],
        ],
      ];
    },
  };
}

function listingRows(lang: Lang): Layout {
  const { exportColumns: c } = words(lang);
  return {
    header: [c.id, c.position, c.field, c.fieldLabel, c.relisted],
    rowsOf: ({ id, listings }) =>
      listings.map((field, index) => [id, index + 1, field, fieldText(field, lang).slice(1).trim(), flag(index > 0)]),
  };
}

function partyRows(lang: Lang): Layout {
  const { exportColumns: c, columns } = words(lang);
  return {
    header: [c.id, c.side, c.position, c.name, c.governmentCode, c.country, c.counterpartId],
    rowsOf: ({ id, japan, foreign }) => [
      ...japan.map(({ name, governmentCode }, index) => [
        id,
        columns.japan,
        index + 1,
        name,
        governmentCode,
        "JP",
        null,
      ]),
      ...foreign.map(({ name, country, counterpartId }, index) => [
        ...[id, columns.foreign, index + 1, name, null, country, counterpartId],
      ]),
    ],
  };
}

function dateRows(lang: Lang): Layout {
  const { exportColumns: c } = words(lang);
  return {
    header: [c.id, c.position, c.role, c.date, c.precision, c.asPrinted, c.party, c.eraYear, c.westernYear],
    rowsOf: ({ id, dates }) => dates.map((date, index) => [id, index + 1, ...dateCells(date)]),
  };
}

function dateCells({ role, date, precision, asPrinted, party, conflict }: AgreementDate): CsvRow {
  return [role, date, precision, asPrinted, party, conflict?.eraYear ?? null, conflict?.westernYear ?? null];
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}
