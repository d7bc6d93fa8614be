import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConflictTable } from "./conflict-table.tsx";
import { CrossTable } from "./cross-table.tsx";
import { DataTable } from "./data-table.tsx";
import { differingPart } from "./difference.ts";
import { TallyText } from "./tally-text.tsx";

type Row = Readonly<{ title: string; n: number }>;

const columns = [
  { label: "協定名", header: true, cell: ({ title }: Row) => title, sort: { href: "?sort=title", direction: null } },
  {
    label: "掲載数",
    numeric: true,
    cell: ({ n }: Row) => n,
    sort: { href: "?sort=n", direction: "descending" },
  },
] as const;

describe("a table of records", () => {
  const page = (<DataTable<Row> caption="協定" columns={columns} rows={[{ title: "<見本>", n: 2 }]} />).toString();

  it("keeps its roles, which cards on a phone would lose", () => {
    for (const role of ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"]) {
      expect(page).toContain(`role="${role}"`);
    }
    expect(page).toContain("<caption>協定</caption>");
  });

  it("names every cell for its card and escapes its content", () => {
    expect(page).toContain('<td role="cell" class="num" data-label="掲載数"><div>2</div></td>');
    expect(page).toContain("&lt;見本&gt;");
  });

  it("sorts through links, in the heading and above the cards", () => {
    expect(page).toContain('aria-sort="descending"');
    expect(page.match(/href="\?sort=title"/gu)).toHaveLength(2);
  });

  it("gives way to the empty state when there are no rows", () => {
    expect((<DataTable<Row> caption="協定" columns={columns} rows={[]} empty={<p>なし</p>} />).toString()).toBe(
      "<p>なし</p>",
    );
  });
});

describe("a cross table", () => {
  const cell = (n: number, relisted: number) => ({ tally: { n, relisted }, href: `/agreements?n=${n}` });
  const page = (
    <CrossTable
      caption="分野別の掲載数"
      rowHeading="提携の形"
      columns={[
        { key: "②", label: "②文化" },
        { key: "⑨", label: "⑨その他" },
        { key: "④", label: "④医療" },
      ]}
      rows={[
        {
          label: "合計",
          kind: "total",
          cells: {
            "②": { ...cell(25, 4), printed: { n: 25, relisted: 4 } },
            "⑨": { ...cell(16, 10), printed: { n: 16, relisted: 9 } },
          },
        },
      ]}
    />
  ).toString();

  it("can be reached and moved with the keyboard", () => {
    expect(page).toContain('<section class="tablebox" tabindex="0" aria-label="分野別の掲載数の表">');
  });

  it("opens the rows behind a number, with relistings inside", () => {
    expect(page).toContain('<a href="/agreements?n=25">25</a><span class="r">(4)</span>');
  });

  it("shows what the report prints only where it differs", () => {
    expect(page).toContain("冊子 16(9)");
    expect(page).not.toContain("冊子 25(4)");
    expect(page.match(/class="num diff"/gu)).toHaveLength(1);
  });

  it("shows a cell without listings as a plain zero", () => {
    expect(page).toContain('<span class="nr zero">0<span class="r"></span></span>');
  });
});

describe("a number with its relistings", () => {
  it("groups thousands", () => {
    expect((<TallyText tally={{ n: 12345, relisted: 1000 }} />).toString()).toContain("12,345");
  });
});

describe("the difference of two wordings", () => {
  it("marks only the part between", () => {
    expect(differingPart("7月23日～8月5日", "7月23日～8月6日")).toEqual({
      before: "7月23日～8月",
      changed: "5",
      after: "日",
    });
  });

  it("gives the wording back whole, and the same frame on both sides", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        const own = differingPart(a, b);
        const theirs = differingPart(b, a);
        expect(own.before + own.changed + own.after).toBe(a);
        expect([own.before, own.after]).toEqual([theirs.before, theirs.after]);
        if (a === b) expect(own.changed).toBe("");
      }),
    );
  });
});

describe("two changes of one record", () => {
  it("stand side by side with a choice for each field", () => {
    const page = (
      <ConflictTable conflicts={[{ field: "title", label: "協定名", saved: "協定書", mine: "", keep: "saved" }]} />
    ).toString();
    expect(page).toContain("違いは1か所です");
    expect(page).toContain('<legend class="vh">協定名で残すもの</legend>');
    expect(page).toContain('<input type="radio" name="keep.title" value="saved" checked=""/>');
    expect(page).toContain("<mark>空</mark>");
  });
});
