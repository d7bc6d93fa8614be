/**
 * Two people changed one record (409): only the fields that differ, side by side, and which to keep.
 * Nothing is lost; the page says so in its first sentence.
 */
import { DataTable } from "./data-table.tsx";
import { differingPart } from "./difference.ts";
import { useTexts } from "./messages.ts";

export type FieldConflict = Readonly<{
  /** Key of the domain field; the choice is sent as `keep.<field>` with the value `saved` or `mine`. */
  field: string;
  label: string;
  saved: string;
  mine: string;
  /** What is chosen to begin with. */
  keep?: "saved" | "mine" | undefined;
}>;

export type ConflictTableProps = Readonly<{ conflicts: readonly FieldConflict[] }>;

export function ConflictTable({ conflicts }: ConflictTableProps) {
  const { conflict } = useTexts();
  return (
    <DataTable<FieldConflict>
      caption={conflict.caption(conflicts.length)}
      rows={conflicts}
      columns={[
        { label: conflict.field, header: true, cell: ({ label }) => label },
        { label: conflict.saved, cell: ({ saved, mine }) => <MarkedText text={saved} other={mine} /> },
        { label: conflict.mine, cell: ({ saved, mine }) => <MarkedText text={mine} other={saved} /> },
        { label: conflict.keep, cell: (row) => <KeepChoice row={row} /> },
      ]}
    />
  );
}

function MarkedText({ text, other }: Readonly<{ text: string; other: string }>) {
  const { conflict } = useTexts();
  if (text === "") return <mark>{conflict.empty}</mark>;
  const { before, changed, after } = differingPart(text, other);
  return (
    <span class="wording">
      {before}
      {changed === "" ? null : <mark>{changed}</mark>}
      {after}
    </span>
  );
}

function KeepChoice({ row: { field, label, keep } }: Readonly<{ row: FieldConflict }>) {
  const { conflict } = useTexts();
  const name = `keep.${field}`;
  return (
    <fieldset>
      <legend class="vh">{conflict.keepOf(label)}</legend>
      <label class="pick">
        <input type="radio" name={name} value="saved" checked={keep === "saved"} />
        {conflict.keepSaved}
      </label>
      <label class="pick">
        <input type="radio" name={name} value="mine" checked={keep === "mine"} />
        {conflict.keepMine}
      </label>
    </fieldset>
  );
}
