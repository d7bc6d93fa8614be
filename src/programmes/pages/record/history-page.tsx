/** Changes of a programme, newest first: for those who work on it what was done, why and by whom, else when published. */
import { instantText } from "../../../registry/index.ts";
import { operatorTitle, PageHead, pathIn, useLang } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { ProgrammeHistoryEntry, PublicProgrammeHistoryEntry } from "../../programme-history-store.ts";
import { differingProgrammeFacts } from "../../recorded-programme.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import type { ShownProgramme } from "./shown-programme.ts";

export type HistoryPageProps = Readonly<{
  page: PageContext;
  programme: ShownProgramme;
  /** Empty for readers of what is published. */
  entries: readonly ProgrammeHistoryEntry[];
  published: readonly PublicProgrammeHistoryEntry[];
}>;

export function HistoryPage({ page, programme: { id, facts }, entries, published }: HistoryPageProps) {
  const { history: w, record } = words(page.lang);
  const { lang } = page;
  const own = pathIn(lang, programmeAddress(id));
  return (
    <ProgrammeFrame
      page={page}
      title={`${w.title}　${facts.title}`}
      crumbs={[{ label: facts.title, href: own }, { label: w.title }]}
    >
      <PageHead kicker={facts.title} title={w.title} lead={entries.length === 0 ? w.publicLead : w.lead} />
      <ol class="history mt-l">
        {entries.length > 0
          ? entries.map((entry) => <Entry entry={entry} />)
          : published.map(({ version, recordedAt }) => (
              <li>
                <time datetime={recordedAt}>{instantText(recordedAt, lang)}</time> {w.published}
                {record.commaVersion(version)}
              </li>
            ))}
      </ol>
    </ProgrammeFrame>
  );
}

function Entry({ entry }: Readonly<{ entry: ProgrammeHistoryEntry }>) {
  const { history: w, record, facts: names, separator } = useWords();
  const lang = useLang();
  const { version, recordedAt, recordedBy, action, reason, before, facts } = entry;
  const changed = before === null ? [] : differingProgrammeFacts(before, facts);
  const who = /^U[0-9]+$/u.test(recordedBy) ? w.colleague : operatorTitle(recordedBy, lang);
  return (
    <li>
      <time datetime={recordedAt}>{instantText(recordedAt, lang)}</time> {w.actions[action]}
      {record.commaVersion(version)}（{who}）
      {changed.length === 0 ? null : (
        <p class="small sub">{w.changed(changed.map((name) => names[name]).join(separator))}</p>
      )}
      {reason === null ? null : <p class="small">{w.reason(reason)}</p>}
    </li>
  );
}
