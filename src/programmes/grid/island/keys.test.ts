import { expect, it } from "vitest";
import { goTo, openGrid, selectedArea } from "../grid-state.ts";
import { movedBy } from "./keys.ts";

const grid = openGrid(
  3,
  Array.from({ length: 30 }, (_, index) => ({ text: String(index), saved: String(index), isLocked: false })),
);
const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (from: [number, number], key: string, held: Partial<typeof none> = {}) => {
  const moved = movedBy(goTo(grid, { row: from[0], column: from[1] }), { key, ...none, ...held });
  return moved === null ? null : [moved.at.row, moved.at.column];
};

it.each([
  ["ArrowDown", {}, [5, 1]],
  ["ArrowUp", {}, [3, 1]],
  ["ArrowLeft", {}, [4, 0]],
  ["ArrowRight", { ctrlKey: true }, [4, 2]],
  ["ArrowUp", { metaKey: true }, [0, 1]],
  ["Enter", {}, [5, 1]],
  ["Enter", { shiftKey: true }, [3, 1]],
  ["Tab", {}, [4, 2]],
  ["Tab", { shiftKey: true }, [4, 0]],
  ["Home", {}, [4, 0]],
  ["End", {}, [4, 2]],
  ["Home", { ctrlKey: true }, [0, 0]],
  ["End", { ctrlKey: true }, [9, 2]],
  ["PageDown", {}, [9, 1]],
  ["a", {}, null],
  ["ArrowDown", { altKey: true }, null],
] as const)("%s leads from the middle to its place", (key, held, to) => {
  expect(press([4, 1], key, held)).toEqual(to);
});

it("Tab goes on in the next row, and leads out of the table at its ends", () => {
  expect(press([0, 2], "Tab")).toEqual([1, 0]);
  expect(press([9, 2], "Tab")).toBeNull();
  expect(press([0, 0], "Tab", { shiftKey: true })).toBeNull();
});

it("Shift keeps where the selection began", () => {
  const moved = movedBy(goTo(grid, { row: 4, column: 1 }), { key: "ArrowDown", ...none, shiftKey: true });
  expect(moved === null ? null : selectedArea(moved)).toEqual({ top: 4, left: 1, bottom: 5, right: 1 });
});
