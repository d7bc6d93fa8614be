import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumTallies } from "../kernel/tally.ts";
import { COLUMNS, type ListingFact, TOTAL_COLUMN, tabulateByCountry, tabulateByField } from "./cross-table.ts";
import { FIELDS } from "./field.ts";

const KANA: Readonly<Record<string, string>> = {
  CN: "ちゅうか",
  KR: "だいかん",
  GB: "えいこく",
  DK: "でんまーく",
  FI: "ふぃんらんど",
};
const names = (country: string) => ({ label: country === "" ? "不明" : country, kana: KANA[country] ?? country });
const listing = (countries: readonly string[], extra: Partial<ListingFact> = {}): ListingFact => ({
  field: "①",
  relisted: false,
  oneToOne: countries.length === 1,
  countries,
  ...extra,
});
const summary = (listings: readonly ListingFact[], top?: number) =>
  tabulateByCountry(listings, "2012-08", names, top).rows.map(({ rank, label, cells }) =>
    `${rank ?? ""} ${label} ${cells[TOTAL_COLUMN].n}`.trim(),
  );

describe("the table by country", () => {
  it("counts one-to-one listings only and orders ties by reading", () => {
    expect(
      summary([listing(["DK"]), listing(["GB"]), listing(["CN"]), listing(["CN"]), listing(["KR", "CN"])]),
    ).toEqual(["1 CN 2", "2 GB 1", "2 DK 1", "合計 4"]);
  });

  it("shows every country tied with the last rank and sums the others without a rank", () => {
    const listings = [
      listing(["CN"]),
      listing(["CN"]),
      listing(["CN"]),
      listing(["GB"]),
      listing(["GB"]),
      listing(["KR"]),
      listing(["KR"]),
      listing(["DK"]),
    ];
    expect(summary(listings, 2)).toEqual(["1 CN 3", "2 GB 2", "2 KR 2", "その他 1", "合計 8"]);
  });

  it("puts listings of an unknown country into その他 and never ranks them", () => {
    expect(
      summary(
        [listing([""]), listing([""]), listing(["CN"])].map((one) =>
          one.countries[0] === "" ? { ...one, countries: [] } : one,
        ),
      ),
    ).toEqual(["1 CN 1", "その他 2", "合計 3"]);
  });
});

const anyListing: fc.Arbitrary<ListingFact> = fc
  .record({
    field: fc.constantFrom(...FIELDS),
    relisted: fc.boolean(),
    country: fc.constantFrom("CN", "KR", "GB", "DK", "FI"),
    oneToOne: fc.boolean(),
  })
  .map(({ country, oneToOne, ...rest }) => ({ ...rest, oneToOne, countries: oneToOne ? [country] : [country, "CN"] }));

describe("both tables, whatever the listings", () => {
  it("add up along rows and columns, for both counts", () => {
    fc.assert(
      fc.property(fc.array(anyListing, { maxLength: 60 }), (listings) => {
        for (const table of [tabulateByField(listings, "2012-08"), tabulateByCountry(listings, "2012-08", names, 2)]) {
          const total = table.rows.at(-1)!;
          for (const row of table.rows) {
            expect(sumTallies(FIELDS.map((field) => row.cells[field]))).toEqual(row.cells[TOTAL_COLUMN]);
          }
          for (const column of COLUMNS) {
            expect(sumTallies(table.rows.slice(0, -1).map((row) => row.cells[column]))).toEqual(total.cells[column]);
          }
        }
      }),
    );
  });

  it("agree on the one-to-one listings", () => {
    fc.assert(
      fc.property(fc.array(anyListing, { maxLength: 60 }), (listings) => {
        const [single] = tabulateByField(listings, "2012-08").rows;
        expect(tabulateByCountry(listings, "2012-08", names).rows.at(-1)!.cells).toEqual(single!.cells);
      }),
    );
  });
});
