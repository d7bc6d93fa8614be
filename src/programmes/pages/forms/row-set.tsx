/** Rows of one kind in a form: each a named group, its rarer fields folded, and a button that adds empty ones. */
import type { Child } from "hono/jsx";
import { Button, useLang } from "../../../ui/index.ts";
import { words } from "../words.ts";
import { type Row, rowRef } from "./form-rows.ts";
import { type Asked, actOfMove, moveRow } from "./row-order.ts";

export type RowSetProps = Readonly<{
  kind: string;
  /** 行事 */
  label: string;
  rows: readonly Row[];
  isEmpty: (row: Row) => boolean;
  /** Address the form is sent to; the page comes back where the new row is. */
  action: string;
  /** What was just asked for, of these rows or of others. */
  asked: Asked | undefined;
  nameOf: (row: Row) => string;
  main: (row: Row, index: number) => Child;
  /** Folded below; null for rows without. */
  more: (row: Row, index: number) => Readonly<{ isOpen: boolean; content: Child }> | null;
}>;

export function RowSet(props: RowSetProps) {
  const { kind, label, rows, action, nameOf, main, more } = props;
  const { entryForm: w } = words(useLang());
  const fresh = rows.findIndex(({ base, key }) => base === "" && key !== "");
  const next = fresh < 0 ? rows.length : fresh + 1;
  return (
    <>
      {rows.map((row, index) => {
        const folded = more(row, index);
        return (
          <fieldset class="onerow" id={`${kind}.${index}`}>
            <legend>{w.row(label, index + 1, nameOf(row))}</legend>
            <input type="hidden" name={`${kind}.${index}.base`} value={row.base ?? ""} />
            <input type="hidden" name={`${kind}.${index}.key`} value={row.key ?? ""} />
            <div class="rowfields">{main(row, index)}</div>
            {folded === null ? null : (
              <details class="disc" open={folded.isOpen}>
                <summary>{w.more}</summary>
                <div class="rowfields">{folded.content}</div>
              </details>
            )}
            {row.base === "" && nameOf(row) === "" ? null : <RowActs {...props} row={row} index={index} />}
          </fieldset>
        );
      })}
      <Button small name="act" value={`add:${kind}`} formAction={`${action}#${kind}.${next}`}>
        {w.addRow(label)}
      </Button>
    </>
  );
}

type RowActsProps = RowSetProps & Readonly<{ row: Row; index: number }>;

/** What is done with a row as a whole: one place up, one place down, away. */
function RowActs(props: RowActsProps) {
  const { kind, row, index } = props;
  const { entryForm: w } = words(useLang());
  const remove = `${kind}.${index}.remove`;
  return (
    <div class="rowacts">
      <MoveButtons {...props} />
      <label class="check removerow">
        <input type="checkbox" id={remove} name={remove} value="yes" checked={row.remove === "yes"} />
        <span>{w.fields.remove}</span>
      </label>
    </div>
  );
}

/** The page comes back with the keyboard on the row that moved, and with what happened said there. */
function MoveButtons({ kind, label, rows, isEmpty, action, asked, nameOf, row, index }: RowActsProps) {
  const { entryForm: w } = words(useLang());
  const ref = rowRef(row);
  const ways = (["up", "down"] as const).filter((to) => moveRow(rows, { to, ref }, isEmpty) !== rows);
  const moved = asked?.kind === kind && asked.move?.ref === ref ? asked.move : null;
  const focused = moved === null ? undefined : (ways.find((to) => to === moved.to) ?? ways[0]);
  const told = `${kind}.moved`;
  return (
    <>
      {ways.map((to) => (
        <Button
          small
          {...{ name: "act", value: actOfMove(kind, { to, ref }), formAction: action }}
          isFocused={to === focused}
          describedBy={to === focused ? told : undefined}
        >
          {w.move[to]}
          <span class="vh">{w.moveWhat(w.row(label, index + 1, nameOf(row)))}</span>
        </Button>
      ))}
      {moved === null ? null : (
        <p class="rowmoved" role="status" id={told}>
          {w.moved(index + 1)}
        </p>
      )}
    </>
  );
}
