/** Changes of a programme, newest first: for those who work on it what was done, why and by whom, else when published. */
import { instantText } from "../../../registry/index.ts";
import { Button, Link, operatorTitle, PageHead, pathIn, TextInput, useLang } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { ProgrammeHistoryEntry, PublicProgrammeHistoryEntry } from "../../programme-history-store.ts";
import { restoreParts } from "../../restore-programme.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { partName } from "./part-name.ts";
import type { ShownProgramme } from "./shown-programme.ts";

export type HistoryPageProps = Readonly<{
  page: PageContext;
  programme: ShownProgramme;
  /** Empty for readers of what is published. */
  entries: readonly ProgrammeHistoryEntry[];
  published: readonly PublicProgrammeHistoryEntry[];
  /** A day that was asked for and has no version. */
  notFoundOn?: string | undefined;
}>;

export function HistoryPage({
  page,
  programme: { id, facts, acts },
  entries,
  published,
  notFoundOn,
}: HistoryPageProps) {
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
      {entries.length === 0 ? null : <OnDay action={own} asked={notFoundOn} />}
      <ol class="history mt-l">
        {entries.length > 0
          ? entries.map((entry, at) => (
              <Entry id={id} entry={entry} isNow={at === 0} canRestore={acts.includes("edit")} />
            ))
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

function OnDay({ action, asked }: Readonly<{ action: string; asked: string | undefined }>) {
  const { history: w } = useWords();
  return (
    <form class="narrow mt-l" method="get" action={action}>
      <TextInput
        {...{ name: "on", label: w.asOf, hint: w.asOfHint, value: asked, optionalWords: "" }}
        error={asked === undefined ? undefined : w.noVersionOn(asked)}
      />
      <div class="row mt-s">
        <Button small>{w.asOf}</Button>
      </div>
    </form>
  );
}

type EntryProps = Readonly<{ id: string; entry: ProgrammeHistoryEntry; isNow: boolean; canRestore: boolean }>;

function Entry({ id, entry, isNow, canRestore }: EntryProps) {
  const { history: w, record, separator } = useWords();
  const lang = useLang();
  const { version, recordedAt, recordedBy, action, reason, before, facts, restoredVersion } = entry;
  const changed =
    before === null ? [] : restoreParts(before, facts).map((part) => partName(part, [before, facts], lang));
  const who = /^U[0-9]+$/u.test(recordedBy) ? w.colleague : operatorTitle(recordedBy, lang);
  return (
    <li>
      <time datetime={recordedAt}>{instantText(recordedAt, lang)}</time> {w.actions[action]}
      {record.commaVersion(version)}（{who}）
      {changed.length === 0 ? null : <p class="small sub">{w.changed(changed.join(separator))}</p>}
      {restoredVersion === null ? null : <p class="small sub">{w.restoredFrom(restoredVersion)}</p>}
      {reason === null ? null : <p class="small">{w.reason(reason)}</p>}
      <p class="small noprint">
        {isNow ? (
          <span class="sub">{w.current}</span>
        ) : (
          <Link href={`${pathIn(lang, programmeAddress(id))}?version=${version}`}>
            {canRestore ? w.showAndRestore(version) : w.show(version)}
          </Link>
        )}
      </p>
    </li>
  );
}
