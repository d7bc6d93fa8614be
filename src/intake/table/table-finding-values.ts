/** Codes of the findings of the table layout, each with the values its sentence needs. */
export type TableFindingValues = Readonly<{
  title_missing: Readonly<Record<never, never>>;
  party_missing: Readonly<{ side: "japan" | "foreign" }>;
  country_unknown: Readonly<{ name: string }>;
  date_unreadable: Readonly<{ asPrinted: string }>;
  era_year_conflict: Readonly<{ asPrinted: string; eraYear: string; westernYear: string }>;
  field_unknown: Readonly<{ label: string }>;
  row_duplicated: Readonly<{ firstSheet: string; firstRow: number }>;
}>;

export type TableFindingCode = keyof TableFindingValues;
