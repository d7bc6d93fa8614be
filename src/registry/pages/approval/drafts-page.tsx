/** Records in work: drafts, what waits, what was returned, what was withdrawn; by state, everybody's or one's own. */
import {
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  type Lang,
  Link,
  PageHead,
  Pager,
  pathIn,
  Tabs,
  Tag,
  useLang,
  ViewToggle,
} from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { type RecordInWork, type RecordsInWork, STAGES, type Stage } from "../../drafts-query.ts";
import { foreignLink, japaneseLink, PartyNames } from "../agreement-columns.tsx";
import { instantText } from "../date-view.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { personText } from "./person-text.ts";
import { PublicationMark } from "./publication-mark.tsx";

export const DRAFTS_SHOWN = 50;
export const DRAFTS_ADDRESS = "/agreements/drafts";

export type DraftsPlace = Readonly<{ stage?: Stage | undefined; isMine: boolean }>;
export type DraftsPageProps = Readonly<{ page: PageContext; place: DraftsPlace; result: RecordsInWork }>;

export function DraftsPage({ page, place, result }: DraftsPageProps) {
  const { drafts: w, list } = words(page.lang);
  const { lang } = page;
  const turn = (key: string | null, name: "after" | "before") =>
    key === null ? undefined : draftsAddress(lang, place, [name, key]);
  return (
    <RegistryFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead
        title={w.title}
        lead={w.lead}
        actions={
          page.canEdit ? <ButtonLink href={pathIn(lang, "/agreements/new")}>{list.first}</ButtonLink> : undefined
        }
      />
      <Filters place={place} counts={result.counts} />
      <div class="mt-l">
        {result.rows.length === 0 ? (
          <Nothing place={place} />
        ) : (
          <DataTable caption={w.title} captionHidden rows={result.rows} columns={columns(lang)} />
        )}
        <Pager
          size={DRAFTS_SHOWN}
          previousHref={turn(result.previous, "before")}
          nextHref={turn(result.next, "after")}
        />
      </div>
    </RegistryFrame>
  );
}

function draftsAddress(lang: Lang, { stage, isMine }: DraftsPlace, ...more: readonly (readonly [string, string])[]) {
  const parameters = new URLSearchParams();
  if (stage !== undefined) parameters.set("state", stage);
  if (isMine) parameters.set("mine", "1");
  for (const [name, value] of more) parameters.set(name, value);
  return pathIn(lang, parameters.size === 0 ? DRAFTS_ADDRESS : `${DRAFTS_ADDRESS}?${parameters}`);
}

function Filters({ place, counts }: Readonly<{ place: DraftsPlace; counts: RecordsInWork["counts"] }>) {
  const { drafts: w, stages } = useWords();
  const lang = useLang();
  const all = STAGES.reduce((sum, stage) => sum + counts[stage], 0);
  const { isMine } = place;
  return (
    <>
      <Tabs
        label={w.filter}
        views={[
          {
            label: w.tab(w.all, all),
            href: draftsAddress(lang, { isMine }),
            current: place.stage === undefined,
          },
          ...STAGES.map((stage) => ({
            label: w.tab(stages[stage], counts[stage]),
            href: draftsAddress(lang, { stage, isMine }),
            current: place.stage === stage,
          })),
        ]}
      />
      <div class="mt">
        <ViewToggle
          label={w.who}
          views={[false, true].map((mine) => ({
            label: mine ? w.mine : w.everybody,
            href: draftsAddress(lang, { ...place, isMine: mine }),
            current: isMine === mine,
          }))}
        />
      </div>
    </>
  );
}

function Nothing({ place: { stage, isMine } }: Readonly<{ place: DraftsPlace }>) {
  const { drafts: w, stages } = useWords();
  const lang = useLang();
  const isNarrowed = stage !== undefined || isMine;
  return (
    <EmptyState
      title={stage === undefined ? w.none : w.noneOf(stages[stage])}
      lead={w.noneLead}
      actions={
        isNarrowed ? <ButtonLink href={draftsAddress(lang, { isMine: false })}>{w.showAll}</ButtonLink> : undefined
      }
    />
  );
}

function columns(lang: Lang): readonly Column<RecordInWork>[] {
  const { columns: names, drafts: w } = words(lang);
  return [
    { label: names.title, header: true, cell: (row) => <Title row={row} /> },
    { label: w.state, cell: (row) => <State row={row} /> },
    { label: names.japan, cell: ({ agreement }) => <PartyNames parties={agreement.japan.map(japaneseLink)} /> },
    {
      label: names.foreign,
      wide: true,
      cell: ({ agreement }) => <PartyNames parties={agreement.foreign.map(foreignLink)} />,
    },
    { label: w.person, cell: ({ person, personName }) => personText(person, personName, lang) },
    { label: w.updated, cell: ({ agreement }) => instantText(agreement.updatedAt, lang) },
  ];
}

function Title({ row: { agreement, stage } }: Readonly<{ row: RecordInWork }>) {
  const path = agreementAddress(agreement.id);
  return <Link href={pathIn(useLang(), stage === "waiting" ? `${path}/review` : path)}>{agreement.title}</Link>;
}

function State({ row: { stage, isChange } }: Readonly<{ row: RecordInWork }>) {
  const { drafts: w, stages } = useWords();
  return (
    <>
      <PublicationMark shape={stage}>{stages[stage]}</PublicationMark>
      {isChange ? (
        <>
          {" "}
          <Tag>{w.change}</Tag>
        </>
      ) : null}
    </>
  );
}
