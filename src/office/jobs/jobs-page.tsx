/** The page of jobs: backups first, then what runs or waits, what failed, and what ended. */
import type { Child } from "hono/jsx";
import { type JobWords, RETENTION } from "../../platform/index.ts";
import { Button, ButtonLink, DataTable, Notice, PageHead, pathIn, Section } from "../../ui/index.ts";
import { OfficeFrame, type OfficePage } from "../office-page.tsx";
import { BackupTable } from "./backups/backup-table.tsx";
import { BackupTroubleNotice } from "./backups/backup-trouble-notice.tsx";
import type { BackupState } from "./backups/read-backups.ts";
import type { EndedRun, QueuedJob } from "./job-queue-store.ts";
import { problemWords, takenWords, titleOf, type WordsByJob, whoAsked } from "./job-telling.ts";
import { type JobTexts, jobTexts, momentWords } from "./words.ts";

const LOG_DAYS = 90;

export type Said = keyof JobTexts["said"];

export type JobsData = Readonly<{
  queue: readonly QueuedJob[];
  ended: readonly EndedRun[];
  /** By the name of the job, in the language of the page. */
  words: ReadonlyMap<string, JobWords>;
  backups: BackupState | null;
}>;

export type JobsPageProps = Readonly<{ page: OfficePage; data: JobsData; said: Said | undefined }>;

export function JobsPage({ page, data, said }: JobsPageProps) {
  const w = jobTexts(page.lang);
  const here = pathIn(page.lang, "/jobs");
  return (
    <OfficeFrame page={page} title={w.title} current="jobs">
      <PageHead title={w.title} lead={w.lead} actions={<ButtonLink href={here}>{w.reload}</ButtonLink>} />
      {said === undefined ? null : (
        <Notice kind={said === "gone" ? "info" : "ok"} title={w.saidTitle} announce>
          <p>{w.said[said]}</p>
        </Notice>
      )}
      <BackupSection page={page} backups={data.backups} />
      <QueueSection page={page} data={data} />
      <FailedSection page={page} data={data} />
      <LogSection page={page} data={data} />
    </OfficeFrame>
  );
}

function BackupSection({ page, backups }: Readonly<{ page: OfficePage; backups: JobsData["backups"] }>) {
  const w = jobTexts(page.lang).backups;
  return (
    <Section id="backups" title={w.title}>
      {backups === null ? (
        <Notice kind="warn" level={3} title={w.off}>
          <p>{w.offWords}</p>
        </Notice>
      ) : (
        <>
          <BackupTroubleNotice lang={page.lang} backups={backups} />
          <p>{w.lead(RETENTION.days, RETENTION.weeks, RETENTION.months)}</p>
          <p class="mb">
            {w.folder}: <code>{backups.folder}</code>
          </p>
          <form class="mb" method="post" action={pathIn(page.lang, "/jobs/backup")}>
            <Button look="main">{w.now}</Button>
          </form>
          <BackupTable lang={page.lang} backups={backups.list} />
        </>
      )}
    </Section>
  );
}

type PartProps = Readonly<{ page: OfficePage; data: JobsData }>;

function QueueSection({ page, data: { queue, words } }: PartProps) {
  const w = jobTexts(page.lang);
  return (
    <Section id="current" title={w.current.title}>
      <DataTable<QueuedJob>
        caption={w.current.title}
        captionHidden
        rows={queue.filter(({ state }) => state !== "failed")}
        empty={<p>{w.current.none}</p>}
        columns={[
          { label: w.columns.job, header: true, cell: ({ task }) => titleOf(task, words, w) },
          { label: w.columns.state, wide: true, cell: (job) => <StateWords job={job} words={words} w={w} /> },
          { label: w.columns.when, cell: ({ runAt }) => momentWords(runAt, page.lang) },
          { label: w.columns.askedBy, cell: (job) => whoAsked(job, w, page.lang) },
          { label: w.columns.action, cell: (job) => <QueueActions page={page} job={job} /> },
        ]}
      />
    </Section>
  );
}

function StateWords({ job, words, w }: Readonly<{ job: QueuedJob; words: WordsByJob; w: JobTexts }>) {
  const { state, attempts, progress, isStopping } = job;
  const tries = attempts > 1 ? `（${w.attempt(attempts)}）` : "";
  const isRunning = state === "running";
  return (
    <>
      {isRunning && isStopping ? w.stopping : `${w.states[state]}${tries}`}
      {isRunning && progress !== null ? (
        <Small>{w.progress(number(progress.done), number(progress.total))}</Small>
      ) : null}
      {state === "waiting_again" ? <Small>{problemWords(job, words, w)}</Small> : null}
    </>
  );
}

function Small({ children }: Readonly<{ children?: Child }>) {
  return (
    <>
      <br />
      <span class="sub">{children}</span>
    </>
  );
}

function QueueActions({ page, job: { id, state } }: Readonly<{ page: OfficePage; job: QueuedJob }>) {
  const w = jobTexts(page.lang);
  const address = (what: string): string => pathIn(page.lang, `/jobs/${id}/${what}`);
  return (
    <form class="row" method="post" action={address("cancel")}>
      {state === "running" ? null : (
        <Button small formAction={address("retry")}>
          {w.retry}
        </Button>
      )}
      <Button small look="plain">
        {w.cancel}
      </Button>
    </form>
  );
}

function FailedSection({ page, data: { queue, words } }: PartProps) {
  const w = jobTexts(page.lang);
  const failed = queue.filter(({ state }) => state === "failed");
  return (
    <Section id="failed" title={w.failed.title}>
      {failed.length === 0 ? null : <p class="mb">{w.failed.lead}</p>}
      <DataTable<QueuedJob>
        caption={w.failed.title}
        captionHidden
        rows={failed}
        empty={<p>{w.failed.none}</p>}
        columns={[
          { label: w.columns.job, header: true, cell: ({ task }) => titleOf(task, words, w) },
          { label: w.columns.state, wide: true, cell: (job) => problemWords(job, words, w) },
          { label: w.columns.askedBy, cell: (job) => whoAsked(job, w, page.lang) },
          { label: w.columns.action, cell: (job) => <QueueActions page={page} job={job} /> },
        ]}
      />
    </Section>
  );
}

function LogSection({ page, data: { ended, words } }: PartProps) {
  const w = jobTexts(page.lang);
  return (
    <Section id="log" title={w.log.title}>
      <p class="mb">{w.log.lead(LOG_DAYS)}</p>
      <DataTable<EndedRun>
        caption={w.log.title}
        captionHidden
        rows={ended}
        empty={<p>{w.log.none}</p>}
        columns={[
          { label: w.columns.job, header: true, cell: ({ task }) => titleOf(task, words, w) },
          {
            label: w.columns.state,
            wide: true,
            cell: (run) => (
              <>
                {w.outcomes[run.outcome]}
                {run.outcome === "failed" ? <Small>{problemWords(run, words, w)}</Small> : null}
                {run.outcome === "interrupted" ? <Small>{w.interruptedWords}</Small> : null}
              </>
            ),
          },
          { label: w.columns.began, cell: ({ startedAt }) => momentWords(startedAt, page.lang) },
          { label: w.columns.took, numeric: true, cell: (run) => takenWords(run, w) },
          { label: w.columns.askedBy, cell: (run) => whoAsked(run, w, page.lang) },
        ]}
      />
    </Section>
  );
}

function number(value: number): string {
  return value.toLocaleString("ja-JP");
}
