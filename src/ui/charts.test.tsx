import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BarList } from "./bar-list.tsx";
import { LangProvider } from "./lang.ts";
import { classBounds, classOf } from "./number-classes.ts";
import { PREFECTURE_TILES } from "./prefecture-tiles.ts";
import { TileMap } from "./tile-map.tsx";

describe("bars", () => {
  const page = (
    <BarList
      id="fields"
      itemLabel="分野"
      valueLabel="掲載数"
      bars={[
        { label: "②文化交流", href: "/agreements?field=2", value: { n: 40, relisted: 10 } },
        { label: "④医療交流", value: 0 },
      ]}
    />
  ).toString();

  it("begin at zero, and show relistings as the striped end", () => {
    expect(page).toContain('<rect width="100.00%" height="18" fill="currentColor">');
    expect(page).toContain('<rect x="75.00%" width="25.00%" height="18" fill="url(#fields-stripes)">');
    expect(page).toContain("斜線が再掲です。");
  });

  it("stand again as a table with the relistings in a column of their own", () => {
    expect(page).toContain("数を表で見る");
    expect(page).toContain(
      '<th scope="row">②文化交流</th><td class="num"><a href="/agreements?field=2">40</a></td><td class="num">10</td>',
    );
  });

  it("live with nothing to show", () => {
    const empty = (<BarList id="none" itemLabel="分野" valueLabel="掲載数" bars={[]} />).toString();
    expect(empty).not.toContain("NaN");
  });
});

describe("classes of a map", () => {
  it("are the fixed ones while numbers are small", () => {
    expect(classBounds([0, 1, 14])).toEqual([3, 6, 10]);
  });

  it("grow with the numbers and put every number into one class", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100_000 }), { maxLength: 47 }), (values) => {
        const [second, third, fourth] = classBounds(values);
        expect(1 < second && second < third && third < fourth).toBe(true);
        for (const value of values) expect(classOf(value, [second, third, fourth]) === 0).toBe(value === 0);
        const sorted = [...values].sort((a, b) => a - b).map((value) => classOf(value, [second, third, fourth]));
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      }),
    );
  });
});

describe("the map of Japan", () => {
  const map = <TileMap counts={{ "13": 6 }} hrefOf={(code) => `/agreements?prefecture=${code}`} />;

  it("has every prefecture once, by its code", () => {
    expect(PREFECTURE_TILES.map(({ code }) => Number(code))).toEqual(Array.from({ length: 47 }, (_, i) => i + 1));
  });

  it("opens the rows of a prefecture, from the tile and from the list for phones", () => {
    expect(map.toString().match(/href="\/agreements\?prefecture=13"/gu)).toHaveLength(2);
  });

  it("does not lead to empty lists", () => {
    expect(map.toString()).not.toContain("prefecture=01");
  });

  it("prints the bounds of its classes", () => {
    for (const words of ["1～2", "3～5", "6～9", "10以上"]) expect(map.toString()).toContain(words);
  });

  it("names prefectures in English without cutting their names", () => {
    const page = (<LangProvider value="en">{map}</LangProvider>).toString();
    expect(page).toContain('<span class="vh">Kagoshima</span>');
    expect(page).toContain("Kyushu and Okinawa");
    expect(page).not.toContain("鹿児島");
  });
});
