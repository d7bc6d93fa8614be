/** The audit: what was done, newest first, filtered and paged; what is shown can be saved as a file. */
import {
  ButtonLink,
  Chips,
  DataTable,
  EmptyState,
  type Lang,
  Link,
  PageHead,
  Pager,
  pathIn,
} from "../../../ui/index.ts";
import { OfficeFrame, type OfficePage } from "../../office-page.tsx";
import { type AuditCriteria, auditAddress } from "../audit-criteria.ts";
import type { AuditEvent } from "../audit-event.ts";
import type { BodyChoice, AuditPage as Events } from "../audit-store.ts";
import { actOf, type Known, subjectOf, whoOf } from "../sentence.ts";
import { auditWords, useAuditWords } from "../words.ts";
import { chipsOf } from "./audit-chips.ts";
import { AuditFilter, type TypedDays } from "./audit-filter.tsx";
import { instantWords } from "./instant-words.ts";

export const PAGE_SIZE = 50;

export type AuditPageProps = Readonly<{
  page: OfficePage;
  criteria: AuditCriteria;
  typed: TypedDays;
  events: Events;
  known: Known;
  /** Bodies whose audit the reader may read. */
  bodies: readonly BodyChoice[];
}>;

export function AuditPage(props: AuditPageProps) {
  const { page, criteria, events, known, bodies, typed } = props;
  const { lang } = page;
  const w = auditWords(lang);
  const isFirst = events.events.length === 0 && Object.keys(criteria).length === 0;
  const scope = bodies.length === 1 ? (bodies[0]?.title ?? w.everybody) : w.everybody;
  return (
    <OfficeFrame page={page} title={w.title} current="audit">
      <PageHead title={w.title} lead={w.lead(scope)} actions={<Actions {...props} />} />
      <AuditFilter lang={lang} criteria={criteria} typed={typed} bodies={bodies} />
      <Chips filters={chipsOf(criteria, known, bodies, lang)} clearHref={pathIn(lang, "/audit")} />
      {events.events.length === 0 ? <Nothing isFirst={isFirst} lang={lang} /> : <Listed {...props} />}
    </OfficeFrame>
  );
}

function Actions({ page: { lang }, criteria, bodies }: AuditPageProps) {
  const w = useAuditWords();
  const body = criteria.body ?? bodies[0]?.id;
  return (
    <>
      <ButtonLink href={pathIn(lang, auditAddress(criteria).replace("/audit", "/audit.csv"))}>{w.exportCsv}</ButtonLink>
      {body === undefined ? null : (
        <ButtonLink look="plain" href={pathIn(lang, `/audit/roles?body=${body}`)}>
          {w.rolesLink}
        </ButtonLink>
      )}
    </>
  );
}

function Nothing({ isFirst, lang }: Readonly<{ isFirst: boolean; lang: Lang }>) {
  const { empty } = useAuditWords();
  if (isFirst) return <EmptyState title={empty.none} lead={empty.noneLead} />;
  const clear = <ButtonLink href={pathIn(lang, "/audit")}>{empty.clear}</ButtonLink>;
  return <EmptyState title={empty.title} lead={empty.lead} actions={clear} />;
}

function Listed({ page: { lang }, criteria, events, known }: AuditPageProps) {
  const w = useAuditWords();
  const at = (more: Readonly<Record<string, string>>) => pathIn(lang, auditAddress(criteria, more));
  return (
    <>
      <div class="mt">
        <DataTable<AuditEvent>
          caption={w.table.caption}
          captionHidden
          rows={events.events}
          columns={[
            { label: w.table.when, header: true, cell: (event) => <When event={event} lang={lang} /> },
            { label: w.table.who, cell: (event) => <Who event={event} known={known} lang={lang} /> },
            { label: w.table.what, wide: true, cell: (event) => <What event={event} known={known} lang={lang} /> },
            { label: w.table.outcome, cell: ({ outcome }) => w.outcomes[outcome] },
          ]}
        />
      </div>
      <Pager
        size={PAGE_SIZE}
        previousHref={events.previous === null ? undefined : at({ before: events.previous })}
        nextHref={events.next === null ? undefined : at({ after: events.next })}
      />
      <p class="small sub mt">{w.exportNote}</p>
    </>
  );
}

type OneProps = Readonly<{ event: AuditEvent; lang: Lang }>;

function When({ event: { id, at }, lang }: OneProps) {
  return (
    <Link href={pathIn(lang, `/audit/${id}`)}>
      <time datetime={at}>{instantWords(at, lang)}</time>
    </Link>
  );
}

function Who({ event, known, lang }: OneProps & Readonly<{ known: Known }>) {
  return <Link href={pathIn(lang, auditAddress({ actor: event.actor }))}>{whoOf(event, known, lang)}</Link>;
}

function What({ event, known, lang }: OneProps & Readonly<{ known: Known }>) {
  const w = useAuditWords();
  const { reason, subjectKind, subjectId } = event;
  const record = known.records.get(`${subjectKind}:${subjectId}`);
  return (
    <>
      {w.act(actOf(event, known, lang))}
      {record?.href === undefined ? null : (
        <span class="small printed">
          {" "}
          <Link href={pathIn(lang, record.href)} label={w.event.toRecord(subjectOf(event, known, lang))}>
            {w.event.toThis}
          </Link>
        </span>
      )}
      {reason === null ? null : <span class="small sub printed">{w.reason(reason)}</span>}
    </>
  );
}
