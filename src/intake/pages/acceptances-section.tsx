/** What was accepted in this document, act by act, each with the way to take it back while it can be. */
import { DataTable, Link, pathIn, Section } from "../../ui/index.ts";
import type { Acceptance } from "../acceptance-store.ts";
import { dayWords } from "./day-words.ts";
import type { DocumentPageProps } from "./document-view.ts";
import { personWords } from "./person-words.ts";
import { undoPath } from "./undo-link.tsx";
import { words } from "./words.ts";

export const ACCEPTANCES_SHOWN = 10;

export function AcceptancesSection({
  context: { lang },
  document,
  acceptances,
}: Pick<DocumentPageProps, "context" | "document" | "acceptances">) {
  const { undo: text } = words(lang);
  if (acceptances.length === 0) return null;
  return (
    <Section id="acceptances" title={text.section}>
      <p class="sub narrow">{text.sectionLead}</p>
      <DataTable<Acceptance>
        caption={text.section}
        captionHidden
        rows={acceptances}
        columns={[
          { label: text.what, header: true, wide: true, cell: ({ accepted, linked }) => text.counts(accepted, linked) },
          { label: text.when, cell: ({ acceptedAt }) => dayWords(acceptedAt, lang) },
          { label: text.who, cell: ({ acceptedBy, acceptedByName }) => personWords(acceptedBy, acceptedByName, lang) },
          {
            label: text.section,
            cell: ({ id, accepted, linked }) => (
              <Link href={pathIn(lang, undoPath(document.id, id))}>
                {text.link}
                <span class="vh">{`（${text.counts(accepted, linked)}）`}</span>
              </Link>
            ),
          },
        ]}
      />
      {acceptances.length < ACCEPTANCES_SHOWN ? null : <p class="sub small">{text.more(ACCEPTANCES_SHOWN)}</p>}
    </Section>
  );
}
