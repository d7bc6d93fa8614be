/** History of an agreement, newest first: what changed in each version, who, why; and merges that can be undone. */
import { Button, DataTable, Link, PageHead, Panel, pathIn, Section, TextInput, useLang } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import type { HistoryEntry, PublicHistoryEntry } from "../../history-store.ts";
import type { MergeInForce } from "../../merge-store.ts";
import type { Proposal } from "../../proposal.ts";
import { differingFacts } from "../../recorded-agreement.ts";
import { personText } from "../approval/person-text.ts";
import { ProposalHistory } from "../approval/proposal-history.tsx";
import { instantText } from "../date-view.ts";
import { factText } from "../fact-text.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";

export type HistoryPageProps = Readonly<{
  page: PageContext;
  id: string;
  title: string;
  /** The public knows that and when. */
  entries: readonly (HistoryEntry | PublicHistoryEntry)[];
  merges: readonly MergeInForce[];
  proposals: readonly Proposal[];
  /** The reader may read earlier wordings. */
  isFull: boolean;
  mayUndo: boolean;
  /** The reader may read the audit of this record. */
  isAudited: boolean;
}>;

export function HistoryPage(props: HistoryPageProps) {
  const { page, id, title, entries, merges, proposals, isFull, mayUndo, isAudited } = props;
  const { history } = words(page.lang);
  const own = pathIn(page.lang, agreementAddress(id));
  return (
    <RegistryFrame
      page={page}
      title={`${history.title}　${title}`}
      crumbs={[{ label: title, href: own }, { label: history.title }]}
    >
      <PageHead kicker={title} title={history.title} lead={isFull ? history.lead : history.publicLead} />
      <p class="mt">
        <Link href={own}>{history.toRecord}</Link>
      </p>
      {isAudited ? (
        <p>
          <Link href={pathIn(page.lang, `/audit?subject=agreement:${id}`)}>{history.toAudit}</Link>
        </p>
      ) : null}
      {isFull ? <OnDay action={own} /> : null}
      {merges.length === 0 ? null : <Merges id={id} merges={merges} mayUndo={mayUndo} />}
      <ProposalHistory proposals={proposals} />
      <ol class="stack-l mt-l">
        {entries.map((entry) => (
          <li>
            <Entry id={id} entry={entry} />
          </li>
        ))}
      </ol>
    </RegistryFrame>
  );
}

function OnDay({ action }: Readonly<{ action: string }>) {
  const { history } = useWords();
  return (
    <form class="narrow mt-l" method="get" action={action}>
      <TextInput name="on" label={history.asOf} hint={history.asOfHint} optionalWords="" />
      <div class="row mt-s">
        <Button small>{history.asOf}</Button>
      </div>
    </form>
  );
}

function Entry({ id, entry }: Readonly<{ id: string; entry: HistoryEntry | PublicHistoryEntry }>) {
  const { actions, history } = useWords();
  const lang = useLang();
  const when = instantText(entry.recordedAt, lang);
  const isFull = "recordedBy" in entry;
  return (
    <section aria-labelledby={`version-${entry.version}`}>
      <h2 id={`version-${entry.version}`} class="h-card">
        {history.entry(actions[entry.action], entry.version)}
      </h2>
      <p class="sub">
        <time datetime={entry.recordedAt}>
          {isFull ? history.who(personText(entry.recordedBy, entry.recordedByName, lang), when) : when}
        </time>
      </p>
      {isFull && entry.reason !== null ? <p>{history.reason(entry.reason)}</p> : null}
      {isFull ? <Changes entry={entry} /> : null}
      {isFull ? (
        <p class="small mt-s">
          <Link href={pathIn(lang, `${agreementAddress(id)}?version=${entry.version}`)}>
            {history.show(entry.version)}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Changes({ entry: { version, before, after } }: Readonly<{ entry: HistoryEntry }>) {
  const { history, facts, publicationStates, stateChange } = useWords();
  const lang = useLang();
  if (before === null) return <p class="sub">{history.first}</p>;
  const differing = differingFacts(before, after);
  if (differing.length === 0 && before.publication !== after.publication) {
    return (
      <p class="sub">{stateChange(publicationStates[before.publication], publicationStates[after.publication])}</p>
    );
  }
  return (
    <div class="mt-s">
      <DataTable
        caption={history.changes(version)}
        rows={differing}
        columns={[
          { label: history.fact, header: true, cell: (name) => facts[name] },
          { label: history.before, cell: (name) => <Wording text={factText(before, name, lang)} /> },
          { label: history.after, cell: (name) => <Wording text={factText(after, name, lang)} /> },
        ]}
        empty={<p class="sub">{history.noChanges}</p>}
      />
    </div>
  );
}

/** Keeps line breaks; an empty fact says so. */
export function Wording({ text }: Readonly<{ text: string }>) {
  const { record } = useWords();
  return text === "" ? <span class="sub">{record.notStated}</span> : <span class="wording">{text}</span>;
}

function Merges({ id, merges, mayUndo }: Pick<HistoryPageProps, "id" | "merges" | "mayUndo">) {
  const { history } = useWords();
  const lang = useLang();
  return (
    <Section id="merges" title={history.merges}>
      {merges.map((merge) => (
        <Panel look="plain" title={history.mergedFrom(merge.absorbedTitle, merge.absorbedId)}>
          <p>{instantText(merge.mergedAt, lang)}</p>
          {mayUndo ? <UndoMerge id={id} merge={merge.id} /> : null}
        </Panel>
      ))}
    </Section>
  );
}

function UndoMerge({ id, merge }: Readonly<{ id: string; merge: number }>) {
  const { history } = useWords();
  return (
    <>
      <p class="sub small">{history.undoHint}</p>
      <form class="mt-s" method="post" action={pathIn(useLang(), `${agreementAddress(id)}/merges/${merge}/undo`)}>
        <Button>{history.undo}</Button>
      </form>
    </>
  );
}
