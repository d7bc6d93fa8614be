import { DataTable, Link, PageHead, Parties, pathIn, Section, useLang } from "../../../ui/index.ts";
import type { AgreementContact } from "../../contacts/contact-store.ts";
import { ContactsSection } from "../../contacts/contacts-section.tsx";
import type { PublicHistoryEntry } from "../../history-store.ts";
import type { AgreementPromise } from "../../promises/promise-store.ts";
import { PromisesSection } from "../../promises/promises-section.tsx";
import type { Proposal } from "../../proposal.ts";
import type { RecordAct } from "../../record-acts.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import type { RelatedAgreement } from "../../related-agreements-query.ts";
import { agreementColumns } from "../agreement-columns.tsx";
import { PublicationMark } from "../approval/publication-mark.tsx";
import { RegistryFrame } from "../frame.tsx";
import type { LinkedRecord, PageContext } from "../page-context.ts";
import { fieldText } from "../place-names.ts";
import { useWords, words } from "../words.ts";
import { ActBar } from "./act-bar.tsx";
import { RecordNotices, type SavedKind } from "./notices.tsx";
import { foreignViews, japanViews } from "./party-views.tsx";
import { RecordAside } from "./record-aside.tsx";
import { RecordFacts } from "./record-facts.tsx";
import { Texts } from "./record-texts.tsx";

export type RecordPageProps = Readonly<{
  page: PageContext;
  agreement: RecordedAgreement;
  related: readonly RelatedAgreement[];
  history: readonly PublicHistoryEntry[];
  /** The newest, for members; what they may do now, the next thing first. */
  proposal: Proposal | undefined;
  /** 申し送り; undefined for who may not know them. */
  promises?: Readonly<{ all: readonly AgreementPromise[]; canWrite: boolean }> | undefined;
  /** 連絡担当者; undefined for who may not know them. */
  contacts?: Readonly<{ all: readonly AgreementContact[]; canWrite: boolean }> | undefined;
  acts: readonly RecordAct[];
  /** What other slices keep that rests on this agreement; left out for an earlier version. */
  linked?: Readonly<{ title: string; records: readonly LinkedRecord[] }> | undefined;
  saved?: SavedKind | undefined;
  /** An earlier version is shown; `agreement` then carries its facts. */
  shownVersion?: number | undefined;
}>;

export function RecordPage(props: RecordPageProps) {
  const { page, agreement, related, history, saved, shownVersion, proposal, acts, promises, contacts, linked } = props;
  const w = words(page.lang);
  const { title, listings } = agreement;
  const fields = listings.map((field) => fieldText(field, page.lang)).join(w.separator);
  return (
    <RegistryFrame page={page} title={title} description={descriptionOf(props)} crumbs={[{ label: title }]}>
      <PageHead proper kicker={w.record.kicker(fields === "" ? w.record.noListing : fields)} title={title} />
      <State agreement={agreement} proposal={proposal} />
      <Parties japan={japanViews(agreement, page.lang)} foreign={foreignViews(agreement, page.lang)} />
      <RecordNotices {...{ agreement, saved, shownVersion, proposal, acts }} />
      {shownVersion === undefined ? <ActBar agreement={agreement} proposal={proposal} acts={acts} /> : null}
      <div class="with-side mt-xl">
        <div>
          <h2 class="mb">{w.record.contents}</h2>
          <RecordFacts facts={agreement} />
          <Texts facts={agreement} />
          {promises === undefined || shownVersion !== undefined ? null : (
            <PromisesSection agreementId={agreement.id} promises={promises.all} canWrite={promises.canWrite} />
          )}
          {contacts === undefined || shownVersion !== undefined ? null : (
            <ContactsSection agreementId={agreement.id} contacts={contacts.all} canWrite={contacts.canWrite} />
          )}
        </div>
        <RecordAside agreement={agreement} history={history} />
      </div>
      {linked === undefined ? null : <Linked {...linked} />}
      {shownVersion === undefined ? <Related related={related} /> : null}
    </RegistryFrame>
  );
}

/** Parties, fields and day from the record; an earlier version and what is not public are nothing to be found. */
function descriptionOf({ page, agreement, shownVersion }: RecordPageProps): string | undefined {
  const { japan, foreign, listings, publication } = agreement;
  if (publication !== "published" || shownVersion !== undefined) return undefined;
  const w = words(page.lang);
  const names = [japan, foreign].map((side) => side.map(({ name }) => name).join(w.separator)).join(" – ");
  const fields = listings.map((field) => fieldText(field, page.lang)).join(w.separator);
  const signed = agreement.dates.find(({ role }) => role === "signed")?.asPrinted;
  return [`${w.place}: ${names}`, fields, signed].filter((part) => part !== undefined && part !== "").join("　");
}

/** Public records say nothing of it: that they are public is what everybody sees. */
function State({ agreement: { publication, mergedInto }, proposal }: Pick<RecordPageProps, "agreement" | "proposal">) {
  const { publicationStates, stages } = useWords();
  if (publication === "published" || mergedInto !== null) return null;
  const isReturned = publication === "draft" && proposal?.state === "returned";
  const shape = isReturned ? "returned" : publication === "in_review" ? "waiting" : publication;
  return (
    <p class="mb">
      <PublicationMark shape={shape}>{isReturned ? stages.returned : publicationStates[publication]}</PublicationMark>
    </p>
  );
}

function Linked({ title, records }: NonNullable<RecordPageProps["linked"]>) {
  const lang = useLang();
  if (records.length === 0) return null;
  return (
    <Section id="linked" title={title}>
      <ul class="linklist">
        {records.map((record) => (
          <li>
            <Link class="t" href={pathIn(lang, record.href)}>
              {record.title}
            </Link>
            {record.note === null ? null : (
              <>
                <br />
                <span class="m">{record.note}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Related({ related }: Readonly<{ related: readonly RelatedAgreement[] }>) {
  const { record, relations, separator } = useWords();
  const lang = useLang();
  const reasons = new Map(related.map(({ agreement, reasons: why }) => [agreement.id, why]));
  const why = (id: string) => (reasons.get(id) ?? []).map((reason) => relations[reason]).join(separator);
  return (
    <Section id="related" title={record.related}>
      <DataTable
        caption={record.related}
        captionHidden
        rows={related.map(({ agreement }) => agreement)}
        columns={agreementColumns(lang, ({ id }) => <span class="small sub printed">{why(id)}</span>)}
        empty={<p class="sub">{record.noRelated}</p>}
      />
    </Section>
  );
}
