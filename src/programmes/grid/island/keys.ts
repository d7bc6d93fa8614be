/** Keys of a spreadsheet: where they lead from a cell. What they do besides stands with the island. */
import { type CellPlace, type GridState, goTo } from "../grid-state.ts";

type Pressed = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

const PAGE = 10;

/** The state after a key that moves; null for every other key, and where Tab leads out of the table. */
export function movedBy(state: GridState, pressed: Pressed): GridState | null {
  if (pressed.altKey) return null;
  if (pressed.key === "Tab") return tabbed(state, pressed);
  if (pressed.key === "Enter") return down(state, pressed.shiftKey ? -1 : 1);
  const to = placeBy(state, pressed);
  return to === null ? null : goTo(state, to, pressed.shiftKey ? "extend" : "move");
}

function down(state: GridState, rows: number): GridState {
  return goTo(state, { row: state.at.row + rows, column: state.at.column });
}

/** Along the row, then into the next one; out of the table at its ends. */
function tabbed(state: GridState, { shiftKey, ctrlKey, metaKey }: Pressed): GridState | null {
  if (ctrlKey || metaKey) return null;
  const index = state.at.row * state.columns + state.at.column + (shiftKey ? -1 : 1);
  if (index < 0 || index >= state.texts.length) return null;
  return goTo(state, { row: Math.floor(index / state.columns), column: index % state.columns });
}

function placeBy(state: GridState, { key, ctrlKey, metaKey }: Pressed): CellPlace | null {
  const { row, column } = state.at;
  const toEnd = ctrlKey || metaKey;
  const [lastRow, lastColumn] = [state.rows - 1, state.columns - 1];
  switch (key) {
    case "ArrowUp":
      return { row: toEnd ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: toEnd ? lastRow : row + 1, column };
    case "ArrowLeft":
      return { row, column: toEnd ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: toEnd ? lastColumn : column + 1 };
    case "Home":
      return { row: toEnd ? 0 : row, column: 0 };
    case "End":
      return { row: toEnd ? lastRow : row, column: lastColumn };
    case "PageUp":
      return { row: row - PAGE, column };
    case "PageDown":
      return { row: row + PAGE, column };
    default:
      return null;
  }
}
