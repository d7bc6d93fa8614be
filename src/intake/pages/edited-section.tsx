/** What a person typed when an agreement's draft was accepted before: as read, then as typed, and the way back. */
import { differingFacts, type FactName, factLabel, factText } from "../../registry/index.ts";
import { Button, DataTable, pathIn, Section } from "../../ui/index.ts";
import { factsOfDraft } from "../facts-of-draft.ts";
import type { DraftPageProps } from "./draft-view.ts";
import { words } from "./words.ts";

export function EditedSection({
  context: { lang },
  document,
  draft,
}: Pick<DraftPageProps, "context" | "document" | "draft">) {
  const { edited: text, correction } = words(lang);
  const { edited } = draft;
  if (edited === null || draft.state !== "pending") return null;
  const asRead = factsOfDraft(draft.record, document);
  const shown = (fact: string) =>
    fact === "" ? <span class="sub">{correction.empty}</span> : <span class="printed wording">{fact}</span>;
  return (
    <Section id="edited" title={text.section}>
      <p class="sub narrow">{text.lead}</p>
      <DataTable<FactName>
        caption={text.section}
        captionHidden
        rows={differingFacts(asRead, edited).filter((name) => name !== "sources")}
        empty={<p>{correction.empty}</p>}
        columns={[
          { label: correction.item, header: true, cell: (name) => factLabel(name, lang) },
          { label: correction.asRead, wide: true, cell: (name) => shown(factText(asRead, name, lang)) },
          { label: correction.corrected, wide: true, cell: (name) => shown(factText(edited, name, lang)) },
        ]}
      />
      <form
        class="row mt"
        method="post"
        action={pathIn(lang, `/imports/${draft.documentId}/drafts/${draft.position}/restore`)}
      >
        <input type="hidden" name="version" value={`${draft.version}`} />
        <Button small>{correction.restoreAll}</Button>
      </form>
    </Section>
  );
}
