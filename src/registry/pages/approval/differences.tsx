/** What a proposed change would change: only the facts that differ, now and then, with the differing part marked. */
import { DataTable, differingPart, useLang } from "../../../ui/index.ts";
import type { AgreementFacts } from "../../agreement.ts";
import { differingFacts } from "../../recorded-agreement.ts";
import { factText } from "../fact-text.ts";
import { useWords } from "../words.ts";

export type DifferencesProps = Readonly<{ now: AgreementFacts; proposed: AgreementFacts }>;

export function Differences({ now, proposed }: DifferencesProps) {
  const { approval: w, facts } = useWords();
  const lang = useLang();
  const names = differingFacts(now, proposed);
  return (
    <DataTable
      caption={w.differences(names.length)}
      rows={names}
      columns={[
        { label: w.fact, header: true, cell: (name) => facts[name] },
        {
          label: w.now,
          cell: (name) => <Marked of={factText(now, name, lang)} against={factText(proposed, name, lang)} />,
        },
        {
          label: w.proposed,
          cell: (name) => <Marked of={factText(proposed, name, lang)} against={factText(now, name, lang)} />,
        },
      ]}
      empty={<p class="sub">{w.noDifferences}</p>}
    />
  );
}

function Marked({ of, against }: Readonly<{ of: string; against: string }>) {
  const { record } = useWords();
  if (of === "") return <span class="sub">{record.notStated}</span>;
  const { before, changed, after } = differingPart(of, against);
  return (
    <span class="wording">
      {before}
      {changed === "" ? null : <mark>{changed}</mark>}
      {after}
    </span>
  );
}
