import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "./assemble-rows.ts";
import { placeRows, type Row, rowRef, savedRow } from "./form-rows.ts";
import { moveRow, readAsked, shownRows } from "./row-order.ts";

const isEmpty = ({ name }: Row) => (name ?? "") === "";
const saved = (...names: readonly string[]) => names.map((name, base) => savedRow({ name, level: "1" }, base));
const fresh = (key: number, name = ""): Row => ({ name, level: "1", base: "", key: String(key), remove: "" });
const below = (row: Row): Row => ({ ...row, level: "2" });
const names = (rows: readonly Row[]) => rows.map(({ name }) => name).join("");

const moved = (rows: readonly Row[], to: "up" | "down", name: string) => {
  const row = rows.find((one) => one.name === name);
  return names(moveRow(rows, { to, ref: row === undefined ? "" : rowRef(row) }, isEmpty));
};

describe("a row that is moved", () => {
  it("goes past the one before or behind it, and stays at the ends", () => {
    const rows = saved("い", "ろ", "は");
    expect([moved(rows, "up", "は"), moved(rows, "down", "い")]).toEqual(["いはろ", "ろいは"]);
    expect([moved(rows, "up", "い"), moved(rows, "down", "は")]).toEqual(["いろは", "いろは"]);
  });

  it("does not go behind the rows that are still to be written", () => {
    const rows = [...saved("い", "ろ"), fresh(1)];
    expect(moved(rows, "down", "ろ")).toBe("いろ");
    expect(moveRow(rows, { to: "up", ref: "n1" }, isEmpty)).toBe(rows);
  });

  it("takes the rows below it along, past another with all that belongs to that one", () => {
    const [first, a, b, second, c] = saved("甲", "a", "b", "乙", "c");
    const rows = [first!, below(a!), below(b!), second!, below(c!)];
    expect(moved(rows, "up", "乙")).toBe("乙c甲ab");
    expect(moved(rows, "down", "甲")).toBe("乙c甲ab");
    expect(moved(rows, "up", "b")).toBe("甲ba乙c");
    expect(moved(rows, "down", "b")).toBe("甲a乙bc");
  });

  it("is named by the button that was pressed, and by nothing else", () => {
    expect(readAsked("up:events:b3")).toEqual({ kind: "events", move: { to: "up", ref: "b3" } });
    expect(readAsked("add:events")).toEqual({ kind: "events", move: null });
    for (const act of ["save", "up:events", "left:events:b1", "up:events:3"]) expect(readAsked(act)).toBeUndefined();
  });

  it("keeps its place when the form comes back for another reason", () => {
    const [first, second] = saved("い", "ろ");
    const rows = shownRows([second!, fresh(1, "に"), first!], isEmpty, { name: "" }, undefined);
    expect(names(rows)).toBe("ろにい");
    expect(rows).toHaveLength(4);
  });
});

/** The list that is saved when these rows are sent. */
function listOf(opened: readonly Row[], ...kinds: readonly (readonly Row[])[]): string {
  const isArea = () => false;
  const values = opened.map(({ name }) => name ?? "");
  const placed = kinds.map((rows) => placeRows("events", rows, opened, { isEmpty, isArea }));
  return assemble(values, placed, ({ row }) => row.name ?? "")
    .map(({ value }) => value)
    .join("");
}

describe("the list that is saved", () => {
  const rows = saved("い", "ろ", "は", "に");
  const [i, ro, ha, ni] = rows as [Row, Row, Row, Row];

  it("stands in the order the rows were sent, new ones where they were moved to", () => {
    expect(listOf(rows, [ha, i, ni, ro])).toBe("はいにろ");
    expect(listOf(rows, [fresh(1, "へ"), ha, i, fresh(2, "ほ"), ni, ro, fresh(3, "と")])).toBe("へはいほにろと");
  });

  it("keeps what was not sent in its place, and the order when a row is taken away", () => {
    expect(listOf(rows, [ha, i])).toBe("はろいに");
    expect(listOf(rows, [{ ...i, remove: "yes" }, ro, ha, ni])).toBe("ろはに");
  });

  it("leaves the places of another kind of the same list alone", () => {
    expect(listOf(rows, [ha, i], [ro, ni])).toBe("はろいに");
    expect(listOf(rows, [{ ...i, remove: "yes" }, ha], [ro, ni])).toBe("ろはに");
  });

  it("is what was saved when nothing was moved, whichever rows a form shows", () => {
    fc.assert(
      fc.property(fc.subarray(rows), (shown) => {
        expect(listOf(rows, shown)).toBe("いろはに");
      }),
    );
  });
});
