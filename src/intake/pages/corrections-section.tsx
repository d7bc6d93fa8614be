/** What a person corrected in a draft: as read, then as corrected, and the way back, one by one or all at once. */
import { Button, DataTable, pathIn, Section } from "../../ui/index.ts";
import type { FactDifference } from "../contributed-correction.ts";
import { isContributed } from "../draft-record.ts";
import type { ContributedPageProps } from "./contributed-view.ts";
import { dayWords } from "./day-words.ts";
import { personWords } from "./person-words.ts";
import { words } from "./words.ts";

export function CorrectionsSection({ context: { lang }, draft, contribution }: ContributedPageProps) {
  const { correction: text } = words(lang);
  const { asRead, record, correctedAt, correctedBy, correctedByName } = draft;
  if (asRead === null || !isContributed(asRead) || correctedAt === null || correctedBy === null) return null;
  const differences = contribution.correction.differences(asRead.facts, record.facts, lang);
  const isOpen = draft.state === "pending";
  const action = pathIn(lang, `/imports/${draft.documentId}/drafts/${draft.position}/restore`);
  const shown = (fact: string) =>
    fact === "" ? <span class="sub">{text.empty}</span> : <span class="printed wording">{fact}</span>;
  const back = {
    label: text.restore,
    cell: ({ name, label }: FactDifference) => (
      <form method="post" action={action}>
        <input type="hidden" name="version" value={`${draft.version}`} />
        <input type="hidden" name="name" value={name} />
        <Button small look="plain">
          {text.restore}
          <span class="vh">{`（${label}）`}</span>
        </Button>
      </form>
    ),
  };
  return (
    <Section id="corrections" title={text.section}>
      <p class="sub">{text.by(personWords(correctedBy, correctedByName, lang), dayWords(correctedAt, lang))}</p>
      <DataTable<FactDifference>
        caption={text.section}
        captionHidden
        rows={differences}
        columns={[
          { label: text.item, header: true, cell: ({ label }) => label },
          { label: text.asRead, wide: true, cell: ({ before }) => shown(before) },
          { label: text.corrected, wide: true, cell: ({ after }) => shown(after) },
          ...(isOpen ? [back] : []),
        ]}
      />
      {isOpen && differences.length > 1 ? (
        <form class="row mt" method="post" action={action}>
          <input type="hidden" name="version" value={`${draft.version}`} />
          <Button small>{text.restoreAll}</Button>
        </form>
      ) : null}
    </Section>
  );
}
