/** One event of the audit: the sentence, the circumstances, what changed, and where to look further. */
import { DataTable, Fact, Facts, type Lang, Link, PageHead, pathIn, Section } from "../../../ui/index.ts";
import { dayWords, OfficeFrame, type OfficePage } from "../../office-page.tsx";
import { auditAddress } from "../audit-criteria.ts";
import { type AuditEvent, dayOf } from "../audit-event.ts";
import type { FactChange } from "../audit-records.ts";
import { type Known, sentenceOf, subjectOf, whoOf } from "../sentence.ts";
import { auditWords, useAuditWords } from "../words.ts";
import { instantWords } from "./instant-words.ts";

export type EventPageProps = Readonly<{
  page: OfficePage;
  event: AuditEvent;
  known: Known;
  changes: readonly FactChange[];
  /** The record as it stood at the end of that day, where a page shows it. */
  onDayHref: string | undefined;
}>;

export function EventPage(props: EventPageProps) {
  const { page, event, known } = props;
  const { lang } = page;
  const w = auditWords(lang);
  const title = sentenceOf(event, known, lang);
  const way = [{ label: w.title, href: pathIn(lang, "/audit") }];
  return (
    <OfficeFrame page={page} title={title} way={way} current="audit">
      <PageHead kicker={w.event.kicker(event.id)} title={title} proper />
      <Circumstances event={event} known={known} lang={lang} />
      <Changes {...props} />
      <Section id="links" title={w.event.links}>
        <Links {...props} />
      </Section>
    </OfficeFrame>
  );
}

function Circumstances({ event, known, lang }: Readonly<{ event: AuditEvent; known: Known; lang: Lang }>) {
  const w = useAuditWords();
  const { facts } = w.event;
  const { records, conditions, method } = event.after ?? {};
  return (
    <Facts>
      <Fact term={facts.when}>
        <time datetime={event.at}>{instantWords(event.at, lang)}</time>
      </Fact>
      <Fact term={facts.who}>{whoOf(event, known, lang)}</Fact>
      <Fact term={facts.outcome}>{w.outcomes[event.outcome]}</Fact>
      <Fact term={facts.reason}>{event.reason ?? w.noReason}</Fact>
      {event.requestId === null ? null : <Fact term={facts.request}>{event.requestId}</Fact>}
      {typeof method === "string" ? <Fact term={facts.method}>{method}</Fact> : null}
      {typeof records === "number" ? <Fact term={facts.records}>{w.exported(records)}</Fact> : null}
      {isFilled(conditions) ? <Fact term={facts.conditions}>{conditionWords(conditions)}</Fact> : null}
    </Facts>
  );
}

function isFilled(conditions: unknown): conditions is Readonly<Record<string, unknown>> {
  return conditions !== null && typeof conditions === "object" && Object.keys(conditions).length > 0;
}

function conditionWords(conditions: Readonly<Record<string, unknown>>): string {
  return Object.entries(conditions)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join("　");
}

function Changes({ event, changes }: EventPageProps) {
  const { event: words } = useAuditWords();
  if (event.before === null && changes.length === 0) return null;
  return (
    <Section id="changes" title={words.changes}>
      <DataTable<FactChange>
        caption={words.changesCaption}
        captionHidden
        rows={changes}
        empty={<p class="sub">{words.noChanges}</p>}
        columns={[
          { label: words.fact, header: true, cell: ({ fact }) => fact },
          { label: words.before, wide: true, cell: ({ before }) => <Wording text={before} /> },
          { label: words.after, wide: true, cell: ({ after }) => <Wording text={after} /> },
        ]}
      />
    </Section>
  );
}

function Wording({ text }: Readonly<{ text: string }>) {
  const { event } = useAuditWords();
  return text === "" ? <span class="sub">{event.nothing}</span> : <span class="wording">{text}</span>;
}

type Way = Readonly<{ label: string; href: string }>;

function Links(props: EventPageProps) {
  const { lang } = props.page;
  return (
    <ul class="linklist">
      {waysOn(props, auditWords(lang).event).map(({ label, href }) => (
        <li>
          <Link href={pathIn(lang, href)}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}

function waysOn(
  { page: { lang }, event, known, onDayHref }: EventPageProps,
  words: ReturnType<typeof auditWords>["event"],
): readonly Way[] {
  const { subjectKind: kind, subjectId: id, requestId, actor, bodyId } = event;
  const subject = subjectOf(event, known, lang);
  const record = known.records.get(`${kind}:${id}`);
  const day = dayWords(dayOf(event), lang);
  const isRecord = kind !== null && id !== null;
  return [
    ...(record?.href === undefined ? [] : [{ label: words.toRecord(subject), href: record.href }]),
    ...(onDayHref === undefined ? [] : [{ label: words.onDay(day), href: onDayHref }]),
    ...(isRecord ? [{ label: words.sameSubject(subject), href: auditAddress({ subject: { kind, id } }) }] : []),
    ...(requestId === null ? [] : [{ label: words.sameRequest, href: auditAddress({ request: requestId }) }]),
    { label: words.sameActor, href: auditAddress({ actor }) },
    ...(bodyId === null ? [] : [{ label: words.roles(day), href: `/audit/roles?body=${bodyId}&on=${dayOf(event)}` }]),
    { label: words.toList, href: "/audit" },
  ];
}
