/**
 * Linking many drafts to the records they are, after importing over what is recorded already: each pair with what
 * differs side by side, chosen beforehand only where the key facts agree. Nothing is linked by itself.
 */
import { factLabel, factText, fieldName } from "../../registry/index.ts";
import { DataTable, EmptyState, type Lang, Link, Notice, PageHead, pathIn } from "../../ui/index.ts";
import type { ContributedDrafts } from "../contributed-drafts.ts";
import { describeProblem } from "../describe-problem.ts";
import type { LookAlike, LookAlikes } from "../find-look-alikes.ts";
import type { ImportedDocument } from "../imported-document.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import type { LinksRefused } from "../problems.ts";
import { addressOf } from "./draft-address.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { SubmitRow } from "./submit-row.tsx";
import { words } from "./words.ts";

export type LookAlikesProps = Readonly<{
  context: PageContext;
  document: ImportedDocument;
  found: LookAlikes;
  contribution: ContributedDrafts | undefined;
  /** Of other slices' records; empty for agreements. */
  owner: string;
  /** Position behind which the drafts of this page begin. */
  after: number;
  /** Whose the records become has to be chosen first. */
  isOwnerMissing: boolean;
  /** What was sent: the boxes that were ticked, and what was refused of them. */
  sent?:
    | Readonly<{
        chosen: ReadonlySet<string>;
        isFilling: boolean;
        refused: LinksRefused["refused"];
        message: string;
      }>
    | undefined;
}>;

/** Japanese address. */
export function lookAlikesPath(documentId: string, owner = "", after = 0): string {
  const said = [...(owner === "" ? [] : [["owner", owner]]), ...(after === 0 ? [] : [["after", `${after}`]])];
  const query = new URLSearchParams(said.map(([name = "", value = ""]) => [name, value])).toString();
  return `/imports/${documentId}/look-alikes${query === "" ? "" : `?${query}`}`;
}

/** What a box sends: the pair and the versions the person looks at. */
export function pairValue({ draft, recordId, recordVersion }: LookAlike): string {
  return `${draft.position}:${draft.version}:${recordId}:${recordVersion}`;
}

export function LookAlikesPage(props: LookAlikesProps) {
  const { context, document, found, owner, sent } = props;
  const { lang } = context;
  const { pairs: text } = words(lang);
  const back = pathIn(lang, `/imports/${document.id}`);
  return (
    <IntakeFrame
      context={context}
      title={text.title}
      crumbs={[{ label: document.name, href: back }, { label: text.title }]}
    >
      <PageHead kicker={document.name} title={text.title} lead={text.lead} />
      {sent === undefined ? null : <Notice kind="err" title={sent.message} announce />}
      {found.pairs.length === 0 ? (
        <EmptyState title={props.isOwnerMissing ? text.ownerMissing : text.none} />
      ) : (
        <form class="mt" method="post" action={pathIn(lang, lookAlikesPath(document.id))}>
          <p class="sub narrow">{text.chosen}</p>
          <input type="hidden" name="owner" value={owner} />
          <input type="hidden" name="after" value={`${props.after}`} />
          <ul class="stack mt">
            {found.pairs.map((pair) => (
              <PairItem {...props} pair={pair} />
            ))}
          </ul>
          <label class="check mt-l">
            <input type="checkbox" name="fill" value="yes" checked={sent?.isFilling === true} />
            <span>{text.fill}</span>
          </label>
          <SubmitRow label={text.confirm} cancel={text.cancel} back={back} />
        </form>
      )}
      {found.next === null ? null : (
        <p class="mt">
          <Link href={pathIn(lang, lookAlikesPath(document.id, owner, found.next))}>{text.next}</Link>
        </p>
      )}
    </IntakeFrame>
  );
}

type PairProps = LookAlikesProps & Readonly<{ pair: LookAlike }>;

function PairItem(props: PairProps) {
  const { context, contribution, sent, pair } = props;
  const { lang } = context;
  const { pairs: text } = words(lang);
  const { draft, recordId, title } = pair;
  const value = pairValue(pair);
  const refused = sent?.refused.find(({ position }) => position === draft.position);
  const isChosen = refused === undefined && (sent === undefined ? pair.isSure : sent.chosen.has(value));
  const record = contribution === undefined ? `/agreements/${recordId}` : contribution.addressOf(recordId);
  return (
    <li class="card">
      {pair.isBlocked ? (
        <h2 class="h-card">{draft.record.title}</h2>
      ) : (
        <label class="check">
          <input type="checkbox" name="pair" value={value} checked={isChosen} />
          <span class="strong">{draft.record.title}</span>
        </label>
      )}
      <p>
        {`${text.draft}：`}
        <Link href={pathIn(lang, addressOf(draft))}>{placeOfDraft(draft.record)}</Link>
        {`　${text.record}：`}
        <Link href={pathIn(lang, record)}>{`${recordId}　${title}`}</Link>
      </p>
      <Doubts lang={lang} pair={pair} />
      {refused === undefined ? null : (
        <p class="strong">{`${text.refused}${describeProblem(refused.problem, lang)}`}</p>
      )}
      <Differences lang={lang} pair={pair} />
    </li>
  );
}

function Doubts({ lang, pair }: Readonly<{ lang: Lang; pair: LookAlike }>) {
  const { pairs: text } = words(lang);
  const doubts = [
    ...(pair.isBlocked ? [text.blocked] : []),
    ...(pair.openWarnings > 0 ? [text.warnings(pair.openWarnings)] : []),
    ...(pair.isAmbiguous ? [text.ambiguous] : []),
  ];
  return doubts.length === 0 ? null : <p class="sub">{doubts.join(lang === "ja" ? "" : " ")}</p>;
}

type Difference = Readonly<{ label: string; recorded: string; stated: string }>;

function differencesIn(pair: LookAlike, lang: Lang): readonly Difference[] {
  if (pair.kind === "contributed") return pair.candidate.differing;
  const { differing, record, stated } = pair;
  return differing.map((name) => ({
    label: factLabel(name, lang),
    recorded: factText(record, name, lang),
    stated: factText(stated, name, lang),
  }));
}

/** What linking would add to the record, besides the source. */
function additionOf(pair: LookAlike, lang: Lang): string | undefined {
  const { link, contributed } = words(lang);
  if (pair.kind === "contributed") {
    const { adds } = pair.candidate;
    return adds.length === 0 ? undefined : contributed.adds(adds.join("、"));
  }
  const fields = pair.stated.listings.filter((field) => !pair.record.listings.includes(field));
  return fields.length === 0 ? undefined : link.adds(fields.map(fieldName).join("、"));
}

function Differences({ lang, pair }: Readonly<{ lang: Lang; pair: LookAlike }>) {
  const { pairs: text, link } = words(lang);
  const adds = additionOf(pair, lang);
  const differences = differencesIn(pair, lang);
  const shown = (fact: string) =>
    fact === "" ? <span class="sub">{link.empty}</span> : <span class="printed wording">{fact}</span>;
  return (
    <>
      {adds === undefined ? null : <p class="sub">{adds}</p>}
      {differences.length === 0 ? (
        <p class="sub">{text.noDifferences}</p>
      ) : (
        <details class="mt-s">
          <summary>{text.differences(differences.length, differences.map(({ label }) => label).join("、"))}</summary>
          <DataTable<Difference>
            caption={text.differencesOf(pair.draft.record.title)}
            captionHidden
            rows={differences}
            columns={[
              { label: link.item, header: true, cell: ({ label }) => label },
              { label: text.draft, wide: true, cell: ({ stated }) => shown(stated) },
              { label: text.record, wide: true, cell: ({ recorded }) => shown(recorded) },
            ]}
          />
        </details>
      )}
    </>
  );
}
