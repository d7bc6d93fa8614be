/** 引継書: what a successor must know, per relation, as a page that prints on A4. */
import type { OpenWork } from "../../platform/index.ts";
import { Fact, Facts, Link, PageHead, pathIn, Section } from "../../ui/index.ts";
import type { Body } from "../bodies/body.ts";
import { MemberFrame } from "../members/pages/member-frame.tsx";
import { dayWords, type OfficePage } from "../office-page.tsx";
import type { HandoverPromise, Notes, RelationWithWork } from "./handover-provider.ts";
import type { HandoverWords } from "./messages.ja.ts";
import { handoverWords } from "./words.ts";

export type NotesPageProps = Readonly<{ page: OfficePage; body: Body; notes: Notes }>;

export function NotesPage({ page, body, notes }: NotesPageProps) {
  const w = handoverWords(page.lang);
  return (
    <MemberFrame page={page} body={body} title={w.notes} behind="body">
      <PageHead kicker={body.unit ?? undefined} title={`${w.notes}　${body.name}`} lead={w.notesLead(body.name)} />
      <p>{w.asOf(dayWords(page.today, page.lang))}</p>
      <p class="sub noprint">{w.print}</p>
      {notes.sections.map(({ title, relations }, index) => (
        <Section id={`notes-${index}`} title={title}>
          {relations.length === 0 ? <p>{w.emptyRelations}</p> : null}
          {relations.map((relation) => (
            <Relation page={page} relation={relation} w={w} />
          ))}
        </Section>
      ))}
      {notes.otherWork.length === 0 ? null : (
        <Section id="other-work" title={w.otherWork}>
          <WorkList page={page} work={notes.otherWork} w={w} />
        </Section>
      )}
    </MemberFrame>
  );
}

type RelationProps = Readonly<{ page: OfficePage; relation: RelationWithWork; w: HandoverWords }>;

function Relation({ page, relation, w }: RelationProps) {
  const { name, href, background, promises, nextAnniversary, lastExchanges, contacts, openWork } = relation;
  return (
    <article class="relation">
      <h3>
        <Link href={pathIn(page.lang, href)}>{name}</Link>
      </h3>
      <Facts>
        <Fact term={w.background}>{background === null ? null : <p class="text">{background}</p>}</Fact>
        <Fact term={w.promises}>
          {promises.length === 0 ? (
            <span class="sub">{w.noPromises}</span>
          ) : (
            <ul class="stack-s">
              {promises.map((promise) => (
                <PromiseItem page={page} promise={promise} w={w} />
              ))}
            </ul>
          )}
        </Fact>
        {contacts === undefined ? null : (
          <Fact term={w.contacts}>
            {contacts.length === 0 ? <span class="sub">{w.noContacts}</span> : <Lines lines={contacts} />}
          </Fact>
        )}
        <Fact term={w.anniversary}>
          {nextAnniversary === null ? (
            <span class="sub">{w.noAnniversary}</span>
          ) : (
            w.years(nextAnniversary.when, nextAnniversary.years)
          )}
        </Fact>
        <Fact term={w.exchanges}>
          {lastExchanges.length === 0 ? (
            <span class="sub">{w.noExchanges}</span>
          ) : (
            <ul>
              {lastExchanges.map(({ when, title }) => (
                <li>
                  {when}　{title}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact term={w.openWork}>
          {openWork.length === 0 ? <span class="sub">{w.noWork}</span> : <WorkList page={page} work={openWork} w={w} />}
        </Fact>
      </Facts>
    </article>
  );
}

type PromiseItemProps = Readonly<{ page: OfficePage; promise: HandoverPromise; w: HandoverWords }>;

function PromiseItem({ page: { lang }, promise: { text, madeOn, dueOn }, w }: PromiseItemProps) {
  const days = [
    madeOn === null ? "" : w.made(dayWords(madeOn, lang)),
    dueOn === null ? "" : w.dueBy(dayWords(dueOn, lang)),
  ].filter(Boolean);
  return (
    <li>
      {text}
      {days.length === 0 ? null : <span class="sub">　{days.join(lang === "ja" ? "、" : ", ")}</span>}
    </li>
  );
}

type WorkListProps = Readonly<{ page: OfficePage; work: readonly OpenWork[]; w: HandoverWords }>;

function WorkList({ page: { lang }, work, w }: WorkListProps) {
  return (
    <ul class="stack-s">
      {work.map(({ title, address, dueOn, holder, isUnassigned }) => (
        <li>
          <Link href={pathIn(lang, address)}>{title}</Link>
          <span class="sub">
            {"　"}
            {isUnassigned || holder === null ? w.nobody : w.holder(holder)}
            {dueOn === null ? "" : `　${w.dueBy(dayWords(dueOn, lang))}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Lines({ lines }: Readonly<{ lines: readonly string[] }>) {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
