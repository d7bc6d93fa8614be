/** Today's work of the person who is signed in, for the body worked for now. */
import type { OpenWork } from "../../platform/index.ts";
import { ButtonLink, EmptyState, Fact, Facts, Link, PageHead, pathIn, type Todo, TodoList } from "../../ui/index.ts";
import { type Body, bodyAddress, mayInBody } from "../bodies/body.ts";
import { Saved } from "../bodies/pages/bodies-page.tsx";
import { BackupTroubleNotice } from "../jobs/backups/backup-trouble-notice.tsx";
import type { BackupState } from "../jobs/backups/read-backups.ts";
import { dayOfInstant, dayWords, OfficeFrame, type OfficePage } from "../office-page.tsx";
import type { WorkWords } from "./messages.ja.ts";
import { daysUntil, GROUPS, type Group, type Today } from "./today.ts";
import { workWords } from "./words.ts";

export type TodayPageProps = Readonly<{
  page: OfficePage;
  /** Left out for who works for no body. */
  own?: Readonly<{ body: Body; today: Today; openOfBody: number }> | undefined;
  /** For who looks after the machine. */
  backups?: BackupState | undefined;
  saved?: string | undefined;
}>;

export function TodayPage({ page, own, backups, saved }: TodayPageProps) {
  const w = workWords(page.lang);
  return (
    <OfficeFrame page={page} title={w.title} current="today">
      <PageHead kicker={dayWords(page.today, page.lang)} title={w.title} />
      <Saved text={saved} />
      {backups?.trouble === undefined ? null : (
        <div class="mb">
          <BackupTroubleNotice lang={page.lang} backups={backups} leadsToJobs />
        </div>
      )}
      {own === undefined ? <p>{w.noBody}</p> : <Work page={page} {...own} w={w} />}
    </OfficeFrame>
  );
}

type WorkProps = Readonly<{ page: OfficePage; body: Body; today: Today; openOfBody: number; w: WorkWords }>;

function Work({ page, body, today, openOfBody, w }: WorkProps) {
  const filled = GROUPS.filter((group) => today[group].length > 0);
  const search = <ButtonLink href={pathIn(page.lang, "/agreements")}>{w.emptySearch}</ButtonLink>;
  return (
    <div class="with-side">
      <div class="stack-l">
        {filled.length === 0 ? <EmptyState title={w.empty} lead={w.emptyLead} actions={search} /> : null}
        {filled.map((group, index) => (
          <TodoList
            id={`work-${group}`}
            title={w.groups[group]}
            lead={group === "left" ? w.leftLead : group === "anyone" ? w.anyoneLead : undefined}
            todos={today[group].map((work, row) => todo(page, group, work, index === 0 && row === 0))}
          />
        ))}
      </div>
      <Aside page={page} body={body} openOfBody={openOfBody} w={w} />
    </div>
  );
}

function Aside({ page, body, openOfBody, w }: Omit<WorkProps, "today">) {
  const { lang, actor } = page;
  const own = bodyAddress(body.id);
  if (!mayInBody(actor, "member.read", body)) return null;
  return (
    <aside aria-label={w.office}>
      <section class="card soft">
        <h2>{w.office}</h2>
        <Facts tight>
          <Fact term={w.openOfBody}>{w.openCount(openOfBody)}</Fact>
          <Fact term={w.members}>
            <Link href={pathIn(lang, `${own}/members`)}>{w.toMembers}</Link>
          </Fact>
          <Fact term={w.handover}>
            <Link href={pathIn(lang, `${own}/notes`)}>{w.toNotes}</Link>
            {mayInBody(actor, "member.manage", body) ? (
              <>
                <br />
                <Link href={pathIn(lang, `${own}/handover`)}>{w.toHandover}</Link>
              </>
            ) : null}
          </Fact>
        </Facts>
      </section>
    </aside>
  );
}

/** One filled button on the page: the first thing to do. */
function todo({ lang, today }: OfficePage, group: Group, work: OpenWork, isFirst: boolean): Todo {
  const w = workWords(lang);
  const opened = dayOfInstant(work.openedAt, lang);
  const isOwn = group === "returned" || group === "due" || group === "other";
  const assign = new URLSearchParams({ kind: work.kind, subject: work.subjectId });
  return {
    when: work.dueOn === null ? w.noDay : dayWords(work.dueOn, lang),
    whenNote: work.dueOn === null ? undefined : dueWords(daysUntil(work.dueOn, today), w),
    title: work.title,
    note: note(),
    actions: (
      <>
        {isOwn ? (
          <ButtonLink small look={isFirst ? "main" : undefined} href={pathIn(lang, work.address)}>
            {group === "returned" ? w.returnedOpen : w.open}
            <span class="vh">{w.of(work.title)}</span>
          </ButtonLink>
        ) : (
          <Link href={pathIn(lang, work.address)}>
            {w.open}
            <span class="vh">{w.of(work.title)}</span>
          </Link>
        )}
        <Link href={pathIn(lang, `/today/assign?${assign}`)}>
          {group === "anyone" ? w.take : w.assign}
          <span class="vh">{w.of(work.title)}</span>
        </Link>
      </>
    ),
  };
  function note(): string {
    if (group === "returned") return w.returnedOn(opened);
    return group === "left" && work.holder !== null ? w.formerly(work.holder) : w.opened(opened);
  }
}

function dueWords(days: number, w: WorkWords): string {
  if (days === 0) return w.today;
  return days > 0 ? w.left(days) : w.overdue(-days);
}
