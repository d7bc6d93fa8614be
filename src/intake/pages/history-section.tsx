/** What was done with a document or a draft, newest first. */
import { HistoryList, Section } from "../../ui/index.ts";
import type { ImportEvent } from "../event-store.ts";
import { dayWords } from "./day-words.ts";
import type { PageContext } from "./page-context.ts";
import { personWords } from "./person-words.ts";
import { words } from "./words.ts";

type HistorySectionProps = Readonly<{ context: PageContext; title: string; events: readonly ImportEvent[] }>;

export function HistorySection({ context: { lang }, title, events }: HistorySectionProps) {
  if (events.length === 0) return null;
  return (
    <Section id="history" title={title}>
      <HistoryList
        entries={events.map(({ action, actedAt, actedBy, actedByName, agreementId, recordId, changes, reason }) => ({
          datetime: actedAt,
          when: dayWords(actedAt, lang),
          what: [
            ` ${words(lang).actions[action]}`,
            agreementId ?? recordId ?? "",
            (changes ?? []).map(({ label }) => label[lang]).join("、"),
            reason === null ? "" : `「${reason}」`,
          ]
            .filter((part) => part !== "")
            .join(" ")
            .trimEnd(),
          who: personWords(actedBy, actedByName, lang),
        }))}
      />
    </Section>
  );
}
