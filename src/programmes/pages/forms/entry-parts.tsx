/** What is asked of a fiscal year, in parts: the same of a record and of a draft that is corrected. */
import { Select, TextArea, TextInput } from "../../../ui/index.ts";
import { YEAR_STATUSES } from "../../year-status.ts";
import { useWords } from "../words.ts";
import { ROW_KINDS } from "./entry-fields.ts";
import type { EntryInput } from "./entry-input.ts";
import { countRows, FoldedRows, RowsOf } from "./entry-rows.tsx";
import { Fold, type Part } from "./fold.tsx";
import type { SaysAt } from "./form-says.ts";
import type { Asked } from "./row-order.ts";

type PartProps = Readonly<{ input: EntryInput; says: SaysAt }>;

export function StatusFields({ input, says }: PartProps) {
  const { entryForm: w, status } = useWords();
  return (
    <>
      <Select
        required
        {...{ name: "status", label: w.fields.status, error: says("status"), value: input.status }}
        options={YEAR_STATUSES.map((value) => ({ value, label: status[value] }))}
      />
      <TextInput
        name="reasonAsPrinted"
        label={w.reasonAsPrinted}
        hint={w.reasonAsPrintedHint}
        value={input.reasonAsPrinted}
      />
    </>
  );
}

/** Sources of money stand with the money. */
const PART_KINDS = ROW_KINDS.filter((kind) => kind !== "sources");

export function useEntryParts(input: EntryInput): readonly Part[] {
  const { entryForm: w } = useWords();
  return [
    ...PART_KINDS.map((kind) => ({ id: `part-${kind}`, label: w.sectionOf(w.kinds[kind], countRows(kind, input)) })),
    { id: "part-money", label: w.money },
    { id: "part-wording", label: w.wording },
  ];
}

export type EntryPartsProps = PartProps &
  Readonly<{
    /** Address the form is sent to. */
    action: string;
    asked: Asked | undefined;
    /** The printed wording is open at once. */
    showsWording: boolean;
  }>;

/** Most years need their events; what else is needed is opened by who needs it. */
export function EntryParts({ showsWording, ...props }: EntryPartsProps) {
  return (
    <div class="parts">
      {PART_KINDS.map((kind) => (
        <FoldedRows {...props} kind={kind} isWanted={kind === "events"} />
      ))}
      <Money {...props} />
      <Wording input={props.input} isOpen={showsWording} />
    </div>
  );
}

function Money({ input, says, action, asked }: Omit<EntryPartsProps, "showsWording">) {
  const { entryForm: w } = useWords();
  const isWanted = asked?.kind === "sources";
  const isSaid = ["planned", "settled"].some((name) => says(name) !== undefined);
  const isFilled = [input.planned, input.settled, input.budgetAsPrinted].some((text) => text !== "");
  return (
    <Fold id="part-money" label={w.money} isOpen={isWanted || isSaid || isFilled || countRows("sources", input) > 0}>
      <div class="rowfields">
        {(["planned", "settled"] as const).map((name) => (
          <TextInput
            {...{ name, label: w.fields[name], value: input[name], error: says(name) }}
            keyboard="numeric"
            optionalWords=""
          />
        ))}
      </div>
      <p class="hint">{w.kindHints.sources}</p>
      <RowsOf kind="sources" {...{ input, says, action, asked }} />
      <TextArea
        {...{ name: "budgetAsPrinted", label: w.fields.budgetAsPrinted, hint: w.budgetAsPrintedHint }}
        value={input.budgetAsPrinted}
        rows={2}
      />
    </Fold>
  );
}

function Wording({ input, isOpen }: Readonly<{ input: EntryInput; isOpen: boolean }>) {
  const { entryForm: w } = useWords();
  return (
    <Fold id="part-wording" label={w.wording} isOpen={isOpen}>
      <TextArea name="text" label={w.fields.text} hint={w.textHint} value={input.text} />
      <TextArea name="notes" label={w.fields.notes} hint={w.notesHint} value={input.notes} rows={3} />
    </Fold>
  );
}
