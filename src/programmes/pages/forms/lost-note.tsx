/** A quiet word to who enters a year: what the column of the annual report cannot say of it. */
import { Notice } from "../../../ui/index.ts";
import type { CellPart } from "../../report/cell-facts.ts";
import { useWords } from "../words.ts";

export function LostNote({ parts }: Readonly<{ parts: readonly CellPart[] }>) {
  const { entryForm: w, separator } = useWords();
  if (parts.length === 0) return null;
  return (
    <Notice kind="gray" title={w.lost.title} id="lost">
      <p>{w.lost.lead}</p>
      <p class="strong">{parts.map((part) => w.lost.parts[part]).join(separator)}</p>
    </Notice>
  );
}
