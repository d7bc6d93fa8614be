/** Rows of one kind in a form: each a named group, its rarer fields folded, and a button that adds empty ones. */
import type { Child } from "hono/jsx";
import { Button, useLang } from "../../../ui/index.ts";
import { words } from "../words.ts";
import type { Row } from "./form-rows.ts";

export type RowSetProps = Readonly<{
  kind: string;
  /** 行事 */
  label: string;
  rows: readonly Row[];
  /** Address the form is sent to; the page comes back where the new row is. */
  action: string;
  nameOf: (row: Row) => string;
  main: (row: Row, index: number) => Child;
  /** Folded below; null for rows without. */
  more: (row: Row, index: number) => Readonly<{ isOpen: boolean; content: Child }> | null;
}>;

export function RowSet({ kind, label, rows, action, nameOf, main, more }: RowSetProps) {
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
            {row.base === "" && nameOf(row) === "" ? null : <Remove name={`${kind}.${index}.remove`} row={row} />}
          </fieldset>
        );
      })}
      <Button small name="act" value={`add:${kind}`} formAction={`${action}#${kind}.${next}`}>
        {w.addRow(label)}
      </Button>
    </>
  );
}

function Remove({ name, row }: Readonly<{ name: string; row: Row }>) {
  const { entryForm: w } = words(useLang());
  return (
    <label class="check removerow">
      <input type="checkbox" id={name} name={name} value="yes" checked={row.remove === "yes"} />
      <span>{w.fields.remove}</span>
    </label>
  );
}
