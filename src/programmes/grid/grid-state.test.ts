import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  changedCells,
  clearSelected,
  copySelected,
  fillDown,
  type GridState,
  goTo,
  openGrid,
  paste,
  redo,
  selectAll,
  selectedArea,
  startEditing,
  stopEditing,
  undo,
  writeCell,
} from "./grid-state.ts";

/** Three rows of a locked title and two cells. */
const grid = (texts = ["甲", "a", "b", "乙", "c", "d", "丙", "e", "f"]) =>
  openGrid(
    3,
    texts.map((text, index) => ({ text, saved: text, isLocked: index % 3 === 0 })),
  );
const at = (row: number, column: number) => ({ row, column });

it("stays inside the table wherever one goes", () => {
  expect(goTo(grid(), at(-1, 9)).at).toEqual(at(0, 2));
  expect(goTo(grid(), at(7, -3)).at).toEqual(at(2, 0));
});

it("selects from where the selection began, and lets go of it with the next move", () => {
  const selected = goTo(goTo(grid(), at(2, 2)), at(1, 1), "extend");
  expect(selectedArea(selected)).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
  expect(copySelected(selected)).toEqual([
    ["c", "d"],
    ["e", "f"],
  ]);
  expect(selectedArea(goTo(selected, at(0, 0)))).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
  expect(copySelected(selectAll(grid()))).toHaveLength(3);
});

it("edits one cell at a time, and none that only shows", () => {
  expect(startEditing(goTo(grid(), at(1, 1)))).toMatchObject({ isEditing: true, at: at(1, 1) });
  expect(startEditing(goTo(grid(), at(1, 0))).isEditing).toBe(false);
  expect(stopEditing(startEditing(goTo(grid(), at(1, 1)))).isEditing).toBe(false);
  expect(writeCell(grid(), at(0, 0), "x").texts[0]).toBe("甲");
});

it("writes a cell as its column reads it, so that the same number in other figures is no change", () => {
  const cells = ["1,500", "実施"].map((text) => ({ text, saved: text, isLocked: false }));
  const read = openGrid(2, cells, (column, text) => (column === 0 ? text.normalize("NFKC") : text));
  expect(writeCell(read, at(0, 0), "１，５００").texts).toEqual(["1,500", "実施"]);
  expect(paste(read, [["２", "中止"]]).state.texts).toEqual(["2", "中止"]);
});

it("makes no step of a text that is the same", () => {
  expect(writeCell(grid(), at(0, 1), "a").done).toEqual([]);
});

it("pastes a block from the corner of the selection and tells what did not fit", () => {
  const { state, ...told } = paste(goTo(grid(), at(1, 1)), [
    ["1", "2", "3"],
    ["4", "5", "6"],
    ["7", "8", "9"],
  ]);
  expect(state.texts).toEqual(["甲", "a", "b", "乙", "1", "2", "丙", "4", "5"]);
  expect(told).toEqual({ written: 4, rowsLeftOut: 1, columnsLeftOut: 1, lockedCells: 0 });
  expect(selectedArea(state)).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
  expect(changedCells(state)).toEqual([4, 5, 7, 8]);
});

it("fills the whole selection with one cell", () => {
  const { state, written } = paste(goTo(goTo(grid(), at(0, 1)), at(2, 1), "extend"), [["中止"]]);
  expect(state.texts.filter((text) => text === "中止")).toHaveLength(3);
  expect(written).toBe(3);
});

it("leaves cells that only show, and counts those that should have said something else", () => {
  const { state, lockedCells } = paste(grid(), [
    ["甲", "x"],
    ["丁", "y"],
  ]);
  expect(state.texts.slice(0, 5)).toEqual(["甲", "x", "b", "乙", "y"]);
  expect(lockedCells).toBe(1);
});

it("clears what is selected, and fills it down from its first row", () => {
  const column = goTo(goTo(grid(), at(0, 1)), at(2, 1), "extend");
  expect(clearSelected(column).texts).toEqual(["甲", "", "b", "乙", "", "d", "丙", "", "f"]);
  expect(fillDown(column).texts).toEqual(["甲", "a", "b", "乙", "a", "d", "丙", "a", "f"]);
});

it("fills a single row from the one above it, and the first row from nothing", () => {
  expect(fillDown(goTo(grid(), at(1, 2))).texts[5]).toBe("b");
  expect(fillDown(goTo(grid(), at(0, 2))).texts).toEqual(grid().texts);
});

it("undoes a paste at once, goes where it was, and does it again", () => {
  const { state } = paste(goTo(grid(), at(1, 1)), [["1", "2"]]);
  const back = undo(goTo(state, at(0, 0)));
  expect(back.texts).toEqual(grid().texts);
  expect(back.at).toEqual(at(1, 1));
  expect(redo(back).texts).toEqual(state.texts);
  expect(undo(undo(back)).texts).toEqual(grid().texts);
});

it("forgets what was undone as soon as something else is written", () => {
  const back = undo(writeCell(grid(), at(0, 1), "x"));
  expect(redo(writeCell(back, at(0, 2), "y")).texts[1]).toBe("a");
});

it("an empty table can be asked anything", () => {
  const empty = openGrid(3, []);
  for (const act of [selectAll, clearSelected, fillDown, undo, redo, startEditing])
    expect(act(empty).texts).toEqual([]);
  expect(paste(empty, [["a"]]).written).toBe(0);
});

const place = fc.record({ row: fc.integer({ min: -2, max: 5 }), column: fc.integer({ min: -2, max: 5 }) });
const table = fc.array(fc.array(fc.constantFrom("", "x", "甲", "1"), { minLength: 1, maxLength: 4 }), { maxLength: 4 });
const act = fc.oneof(
  place.map((to) => (state: GridState) => goTo(state, to)),
  place.map((to) => (state: GridState) => goTo(state, to, "extend")),
  table.map((cells) => (state: GridState) => paste(state, cells).state),
  fc.string().map((text) => (state: GridState) => writeCell(state, state.at, text)),
  fc.constantFrom(clearSelected, fillDown, undo, redo, startEditing, stopEditing, selectAll),
);

it("whatever is done, undoing all of it gives the table as it was opened, and redoing it what was done", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const done = acts.reduce((state, one) => one(state), grid());
      const back = done.done.reduce((state) => undo(state), done);
      expect(back.texts).toEqual(grid().texts);
      expect(changedCells(back)).toEqual([]);
      expect(done.done.reduce((state) => redo(state), back).texts).toEqual(done.texts);
      const { top, left, bottom, right } = selectedArea(done);
      expect(top >= 0 && left >= 0 && bottom < 3 && right < 3).toBe(true);
      expect(done.locked.every((isLocked, index) => !isLocked || done.texts[index] === done.saved[index])).toBe(true);
    }),
  );
});
