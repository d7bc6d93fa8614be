/** The agreements of a body's local government for its 引継書: background, promises, next anniversary, last renewals. */
import { sql } from "kysely";
import type { HandoverProvider, HandoverRelation, LastExchange } from "../../office/index.ts";
import type { Tx } from "../../platform/index.ts";
import { type Lang, viewDate } from "../../ui/index.ts";
import type { AgreementDate } from "../agreement.ts";
import { orderingDate } from "../agreement-keys.ts";
import { AGREEMENT_COLUMNS, type AgreementRow, agreementOf } from "../agreement-row-store.ts";
import { type AgreementContact, listContacts } from "../contacts/contact-store.ts";
import { contactWords } from "../contacts/words.ts";
import { agreementAddress } from "../criteria-address.ts";
import type { RecordedAgreement } from "../recorded-agreement.ts";
import { nextAnniversary } from "./next-anniversary.ts";
import { type AgreementPromise, listPromises } from "./promise-store.ts";
import { promiseWords } from "./words.ts";

const MOST_EXCHANGES = 3;

/** A body that is no local government keeps no agreements of its own. */
export const agreementsInHandover: HandoverProvider = async (tx, { body, lang, today }) => {
  const title = promiseWords(lang).section;
  if (body.governmentCode === null) return { title, relations: [] };
  const agreements = await agreementsOf(tx, body.governmentCode);
  const numbers = agreements.map(({ no }) => no);
  const promises = Map.groupBy(await listPromises(tx, numbers), ({ agreementNo }) => agreementNo);
  const contacts = Map.groupBy(await listContacts(tx, numbers), ({ agreementNo }) => agreementNo);
  const relations = agreements.map((one) => ({
    ...relationOf(one, promises.get(one.no) ?? [], lang, today),
    contacts: (contacts.get(one.no) ?? []).map((contact) => contactLine(contact, lang)),
  }));
  return { title, relations };
};

function contactLine({ side, name, post, note }: AgreementContact, lang: Lang): string {
  const who = post === null ? name : `${name}（${post}）`;
  return [contactWords(lang).sides[side], who, ...(note === null ? [] : [note])].join("　");
}

/** Oldest first; also what is not published yet, where the reader may know it. */
async function agreementsOf(tx: Tx, governmentCode: string): Promise<readonly RecordedAgreement[]> {
  const { rows } = await sql<AgreementRow>`select ${AGREEMENT_COLUMNS} from agreement a
    where a.publication <> 'withdrawn' and exists (select from agreement_party_japan p
      where p.agreement_no = a.no and p.government_code = ${governmentCode})
    order by a.signed_oldest, a.no`.execute(tx);
  return rows.map(agreementOf);
}

function relationOf(
  agreement: RecordedAgreement,
  promises: readonly AgreementPromise[],
  lang: Lang,
  today: string,
): HandoverRelation {
  const w = promiseWords(lang);
  const anniversary = nextAnniversary(orderingDate(agreement.dates), today);
  return {
    name: w.relation(agreement.title, agreement.foreign.map(({ name }) => name).join(w.separator)),
    href: agreementAddress(agreement.id),
    background: agreement.background,
    promises: promises.filter(({ isKept }) => !isKept),
    nextAnniversary:
      anniversary === undefined
        ? null
        : { years: anniversary.years, when: dateWords(anniversary.date, anniversary, lang) },
    lastExchanges: renewals(agreement.dates, lang),
  };
}

/** Renewals are the exchanges that agreements themselves tell of. */
function renewals(dates: readonly AgreementDate[], lang: Lang): readonly LastExchange[] {
  const w = promiseWords(lang);
  return dates
    .flatMap((own) =>
      own.date !== null && (own.role === "renewed" || own.role === "resigned") ? [{ ...own, date: own.date }] : [],
    )
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, MOST_EXCHANGES)
    .map((own) => ({ when: dateWords(own.date, own, lang), title: own.role === "renewed" ? w.renewed : w.resigned }));
}

function dateWords(date: string, { precision }: Pick<AgreementDate, "precision">, lang: Lang): string {
  const view = viewDate({ asPrinted: date, date, precision });
  return lang === "en" ? view.english : view.wareki;
}
