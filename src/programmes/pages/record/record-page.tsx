/** The page of a programme: overview, each fiscal year's plan and result, what comes next, and where it comes from. */
import { instantText } from "../../../registry/index.ts";
import { ButtonLink, Notice, PageHead, Printed, pathIn, Section, useLang } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { dateText, ownerText } from "../year-words.ts";
import { ActBar } from "./act-bar.tsx";
import { AddYear } from "./add-year.tsx";
import { RecordAside } from "./record-aside.tsx";
import type { ShownProgramme } from "./shown-programme.ts";
import { type SavedKind, StateNotices } from "./state-notice.tsx";
import { YearsSection } from "./years-section.tsx";

export type RecordPageProps = Readonly<{
  page: PageContext;
  programme: ShownProgramme;
  today: string;
  saved?: SavedKind | undefined;
  /** Set when an earlier version is shown. */
  shownVersion?: ShownVersion | undefined;
}>;

export type ShownVersion = Readonly<{ version: number; recordedAt: string; canRestore: boolean }>;

export function RecordPage({ page, programme, today, saved, shownVersion }: RecordPageProps) {
  const { record: w, place } = words(page.lang);
  const { facts, recorded, id } = programme;
  const number = facts.number === null ? place : w.number(facts.number);
  return (
    <ProgrammeFrame
      page={page}
      title={facts.title}
      description={descriptionOf(programme, shownVersion)}
      crumbs={[{ label: facts.title }]}
    >
      <PageHead
        proper
        kicker={w.kicker(ownerText(programme), number)}
        title={facts.title}
        actions={
          <ButtonLink look="plain" href={pathIn(page.lang, `${programmeAddress(id)}/years`)}>
            {w.onePage}
          </ButtonLink>
        }
      />
      {facts.titleNote === null ? null : <p class="sub">{facts.titleNote}</p>}
      {shownVersion === undefined ? null : <VersionNotice id={id} shown={shownVersion} />}
      {recorded === null ? null : <StateNotices programme={recorded} saved={saved} />}
      <ActBar programme={programme} />
      <div class="with-side mt-l">
        <div>
          <h2 class="mb-s">{w.overview}</h2>
          {facts.overview === null ? (
            <p class="sub">{w.noOverview}</p>
          ) : (
            <div class="text wording">
              <p>{facts.overview}</p>
            </div>
          )}
          <YearsSection programme={programme} />
          {programme.acts.includes("edit") ? <AddYear id={id} today={today} /> : null}
        </div>
        <RecordAside programme={programme} today={today} />
      </div>
      <Relations programme={programme} />
    </ProgrammeFrame>
  );
}

/** Whose it is, with whom, and the overview as recorded; what is not public is nothing to be found. */
function descriptionOf(programme: ShownProgramme, shownVersion: ShownVersion | undefined): string | undefined {
  const { facts, recorded } = programme;
  const isPublic = recorded === null || recorded.publication === "published";
  if (!isPublic || shownVersion !== undefined) return undefined;
  const partners = facts.partners.map(({ name }) => name).join("・");
  return [ownerText(programme), partners, facts.overview].filter((part) => part !== null && part !== "").join("　");
}

function VersionNotice({ id, shown }: Readonly<{ id: string; shown: ShownVersion }>) {
  const { history: w } = useWords();
  const lang = useLang();
  const own = pathIn(lang, programmeAddress(id));
  const { version, recordedAt, canRestore } = shown;
  return (
    <div class="mt-l">
      <Notice title={w.versionTitle(version, instantText(recordedAt, lang))}>
        <p>{w.versionText}</p>
        <div class="row mt-s">
          {canRestore ? (
            <ButtonLink small href={`${own}/restore?version=${version}`}>
              {w.toRestore}
            </ButtonLink>
          ) : null}
          <ButtonLink small look="plain" href={own}>
            {w.toCurrent}
          </ButtonLink>
          <ButtonLink small look="plain" href={`${own}/history`}>
            {w.toHistory}
          </ButtonLink>
        </div>
      </Notice>
    </div>
  );
}

/** Dated facts outside the yearly columns, in the order of the report. */
function Relations({ programme: { facts } }: Readonly<{ programme: ShownProgramme }>) {
  const { record: w, relation } = useWords();
  const lang = useLang();
  if (facts.relations.length === 0) return null;
  return (
    <Section id="relations" title={w.relations}>
      <ol class="history">
        {facts.relations.map(({ kind, date, text }) => (
          <li>
            <span class="nowrap">{date === null ? w.noDate : dateText(date, lang)}</span>　{relation[kind]}　{text}
            {date === null ? null : <Printed text={date.asPrinted} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
