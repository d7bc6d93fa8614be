/** Figures and sub-items in the table: typed, pasted from an office's own list, refused at their cell, locked. */
import { describe, expect, test } from "vitest";
import { hiddenIn } from "../../../test/support/sent-form.ts";
import type { YearEntry, YearItem } from "../programme-year.ts";
import { aFigure, anEntry } from "../testing/programme-facts.ts";
import { programmeSite } from "../testing/programme-site.ts";
import { figureCell } from "./figure-cells.ts";
import { figureHeader } from "./paste-figures.ts";
import { printTsv } from "./tsv.ts";

const { send, recorded, factsOf, request } = programmeSite();

const PLACE = { owner: "46000", year: "2024", column: "result" };
const figure = aFigure("参加者数", 30, { plan: true });

/** A programme's row as it is sent, and the way to save what is shown for it. */
async function tableOf(entry: YearEntry) {
  const own = await recorded([entry]);
  const id = own.slice("/programmes/".length);
  const check = (cells: Readonly<Record<string, string>>) => {
    const said = Object.entries(cells).map(([column, text]) => [`${id}.${column}`, text]);
    return send("/programmes/grid", { ...PLACE, row: `${id}:1`, ...Object.fromEntries(said) });
  };
  const paste = (rows: readonly (readonly string[])[]) => send("/programmes/grid", { ...PLACE, paste: printTsv(rows) });
  const save = async (html: string) => {
    await send("/programmes/grid/save", { ...PLACE, carried: hiddenIn(html).carried ?? "" });
    return (await factsOf(own)).years[0];
  };
  return { id, check, paste, save };
}

describe("a figure in the table", () => {
  test("says what was planned and what was reached, and keeps what is printed of the one that stays", async () => {
    const { check, save } = await tableOf(anEntry(2024, { quantities: [figure] }));
    const shown = await check({ figureActual: "１，２３４", unit: "名" });
    expect(shown.html).toContain("実績の数");
    const saved = await save(shown.html);
    expect(saved?.quantities).toEqual([figure, { ...figure, value: 1_234, plan: false, asPrinted: "1,234名" }]);
  });

  test("is renamed and taken away as a whole", async () => {
    const { check, save } = await tableOf(anEntry(2024, { quantities: [figure] }));
    expect((await save((await check({ figure: "来場者数" })).html))?.quantities).toMatchObject([
      { label: "来場者数", value: 30, plan: true },
    ]);
    const other = await tableOf(anEntry(2024, { quantities: [figure] }));
    const emptied = await other.check({ figure: "", figurePlanned: "", unit: "" });
    expect((await other.save(emptied.html))?.quantities).toEqual([]);
  });

  test.each([
    [{ figureActual: "28", figure: "" }, "空です。"],
    [{ figurePlanned: "" }, "空です。"],
    [{ figureActual: "多数" }, "「多数」は読めません。"],
    [{ figureActual: "-1" }, "0より小さい数です。"],
  ])("%o is refused at its cell", async (cells, sentence) => {
    const { check } = await tableOf(anEntry(2024, { quantities: [figure] }));
    const { status, html } = await check(cells);
    expect([status, html.includes(sentence)]).toEqual([422, true]);
  });

  test("that is one of several, a range or a part is shown, and changed in the form", () => {
    const cell = (...quantities: YearEntry["quantities"]) => figureCell(anEntry(2024, { quantities }), "figure");
    expect(cell(figure, aFigure("来場者数", 9))).toMatchObject({
      lock: "several_figures",
      text: "参加者数 30名\n来場者数 9名",
    });
    expect(cell({ ...figure, isApproximate: true }).lock).toBe("figure_worded");
    const unsaid = anEntry(2024, { column: "plan_including_results", quantities: [{ ...figure, plan: null }] });
    expect(figureCell(unsaid, "figure").lock).toBe("figure_unsaid");
    expect(figureCell({ ...unsaid, column: "result" }, "figureActual")).toEqual({ text: "30", lock: null, note: null });
  });
});

describe("an office's own list", () => {
  const HEAD = ["記録の番号", "参加者数(計画)", "参加者数(実績)", "予算額(円)", "決算額(円)"];

  test("names its figure in the headers of two columns", async () => {
    const { paste, save, id } = await tableOf(anEntry(2024));
    const shown = await paste([HEAD, [id, "30", "28", "1,500,000", "1,432,100"]]);
    expect([shown.status, shown.html.includes("参加者数")]).toEqual([200, true]);
    const saved = await save(shown.html);
    expect(saved?.quantities).toMatchObject([
      { label: "参加者数", value: 30, plan: true, unit: null },
      { label: "参加者数", value: 28, plan: false },
    ]);
    expect(saved?.budget).toMatchObject({ plannedYen: 1_500_000, settledYen: 1_432_100 });
  });

  test("is not taken where another figure stands; a row that says nothing of it stays as it is", async () => {
    const { paste, save, id } = await tableOf(anEntry(2024, { quantities: [aFigure("来場者数", 9)] }));
    const head = ["記録の番号", "参加者数（計画）", "参加者数（実績）", "理由"];
    const refused = await paste([head, [id, "30", "28", ""]]);
    expect([refused.status, refused.html.includes("別の数「来場者数」の記録があります")]).toEqual([422, true]);
    const saved = await save((await paste([head, [id, "", "", "台風のため"]])).html);
    expect(saved).toMatchObject({ reasonAsPrinted: "台風のため", quantities: [{ label: "来場者数", value: 9 }] });
  });

  test.each([
    ["参加者数(実績)", { label: "参加者数", side: "figureActual" }],
    ["来場者 数（計画）", { label: "来場者 数", side: "figurePlanned" }],
    ["Visitors (planned)", { label: "Visitors", side: "figurePlanned" }],
    ["参加者数（人）", undefined],
    ["（計画）", undefined],
  ])("「%s」 is read as %o", (header, read) => {
    expect(figureHeader(header)).toEqual(read);
  });
});

test("sub-items change their status in one cell; one that is left out is said, and stays", async () => {
  const items = ["商談会", "写真展"].map(
    (label, at): YearItem => ({
      ...{ mark: `(${at + 1})`, level: 1, label, status: "planned", reasonAsPrinted: null, text: "", post: null },
    }),
  );
  const { check, save } = await tableOf(anEntry(2024, { status: "partly_held", items }));
  const refused = await check({ items: "(1) 商談会：実施" });
  expect([refused.status, refused.html.includes("(2) 写真展")]).toEqual([422, true]);
  const shown = await check({ items: "(1) 商談会：実施\n(2) 写真展：中止（台風のため）" });
  expect(shown.html).toContain("小項目の状況");
  expect((await save(shown.html))?.items).toMatchObject([
    { label: "商談会", status: "held" },
    { label: "写真展", status: "cancelled", reasonAsPrinted: "台風のため" },
  ]);
});

test("the table of plans has no cell for what was reached", async () => {
  const html = await (await request("/programmes/grid?owner=46000&year=2024&column=plan")).text();
  expect([html.includes('data-column="figurePlanned"'), html.includes('data-column="figureActual"')]).toEqual([
    true,
    false,
  ]);
});
