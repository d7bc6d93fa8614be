/** Findings of a document that say the same thing, each group opening to its places and settled with one reason. */
import {
  Button,
  EmptyState,
  FindingCard,
  FindingList,
  Link,
  Notice,
  PageHead,
  pathIn,
  TextInput,
} from "../../ui/index.ts";
import type { ContributedFindingWords } from "../contributed-drafts.ts";
import type { StoredRecord } from "../draft-record.ts";
import { findingMessage, findingTitle } from "../finding-words.ts";
import type { ImportedDocument, ImportFinding } from "../imported-document.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import { addressOf } from "./draft-address.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { placeWords } from "./place-words.ts";
import { words } from "./words.ts";

export type SameFindingsProps = Readonly<{
  context: PageContext;
  document: ImportedDocument;
  groups: readonly (readonly ImportFinding[])[];
  /** Groups that are not shown yet. */
  more: number;
  records: ReadonlyMap<number, StoredRecord>;
  findingWords: ContributedFindingWords | undefined;
  /** Number of the first finding of the group whose reason was refused. */
  refused?: Readonly<{ first: number; message: string; reason: string }> | undefined;
}>;

/** Japanese address. */
export function sameFindingsPath(documentId: string): string {
  return `/imports/${documentId}/findings`;
}

export function SameFindingsPage(props: SameFindingsProps) {
  const { context, document, groups, more } = props;
  const { lang, query } = context;
  const { same: text } = words(lang);
  const settled = /^\d{1,5}$/.exec(query.get("settled") ?? "")?.[0];
  return (
    <IntakeFrame
      context={context}
      title={text.title}
      crumbs={[{ label: document.name, href: pathIn(lang, `/imports/${document.id}`) }, { label: text.title }]}
    >
      <PageHead kicker={document.name} title={text.title} lead={text.lead} />
      {settled === undefined ? null : <Notice kind="ok" title={text.done(Number(settled))} announce />}
      {groups.length === 0 ? (
        <EmptyState title={text.none} />
      ) : (
        <FindingList>
          {groups.map((group, index) => (
            <Group {...props} group={group} number={index + 1} />
          ))}
        </FindingList>
      )}
      {more === 0 ? null : <p class="sub">{text.more(more)}</p>}
    </IntakeFrame>
  );
}

type GroupProps = SameFindingsProps & Readonly<{ group: readonly ImportFinding[]; number: number }>;

function Group(props: GroupProps) {
  const { context, document, group, number, findingWords, refused } = props;
  const { lang } = context;
  const { same: text, draft } = words(lang);
  const [first] = group;
  if (first === undefined) return null;
  const isRefused = refused?.first === first.number;
  return (
    <FindingCard number={number} severity={first.severity} title={findingTitle(first.code, lang, findingWords)}>
      <p>{findingMessage(first, lang, findingWords)}</p>
      <details class="mt-s">
        <summary>{text.places(group.length)}</summary>
        <ul class="linklist">
          {group.map((finding) => (
            <PlaceItem {...props} finding={finding} />
          ))}
        </ul>
      </details>
      <details class="mt-s" open={isRefused}>
        <summary>{text.decide(group.length)}</summary>
        <form class="stack mt-s" method="post" action={pathIn(lang, sameFindingsPath(document.id))}>
          {group.map((finding) => (
            <input type="hidden" name="number" value={`${finding.number}`} />
          ))}
          <TextInput
            name="reason"
            id={`reason-${first.number}`}
            label={draft.reason}
            hint={draft.reasonHint}
            value={isRefused ? refused.reason : undefined}
            error={isRefused ? refused.message : undefined}
            required
          />
          <div class="row">
            <Button small>{text.settle(group.length)}</Button>
          </div>
        </form>
      </details>
    </FindingCard>
  );
}

function PlaceItem({
  context: { lang },
  document,
  records,
  findingWords,
  finding,
}: GroupProps & Readonly<{ finding: ImportFinding }>) {
  const { same: text } = words(lang);
  const { draftPosition } = finding;
  const record = draftPosition === null ? undefined : records.get(draftPosition);
  const place = placeWords(finding.at, lang);
  return (
    <li>
      {draftPosition === null || record === undefined ? (
        text.ofDocument
      ) : (
        <Link href={pathIn(lang, addressOf({ documentId: document.id, position: draftPosition }))}>
          {`${placeOfDraft(record)}　${record.title}`}
        </Link>
      )}
      <p class="m">{[place ?? "", findingMessage(finding, lang, findingWords)].join("　").trim()}</p>
    </li>
  );
}
