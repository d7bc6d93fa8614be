/** Contact persons on the page of an agreement, for members who may know them. */
import { Link, pathIn, Section, useLang } from "../../ui/index.ts";
import { agreementAddress } from "../criteria-address.ts";
import type { AgreementContact } from "./contact-store.ts";
import { contactWords } from "./words.ts";

export type ContactsSectionProps = Readonly<{
  agreementId: string;
  contacts: readonly AgreementContact[];
  canWrite: boolean;
}>;

export function ContactsSection({ agreementId, contacts, canWrite }: ContactsSectionProps) {
  const lang = useLang();
  const w = contactWords(lang);
  return (
    <Section id="contacts" title={w.title}>
      {contacts.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <ul class="linklist">
          {contacts.map(({ side, name, post, note }) => (
            <li>
              {w.sides[side]}　{name}
              {post === null ? null : `（${post}）`}
              {note === null ? null : <div class="sub">{note}</div>}
            </li>
          ))}
        </ul>
      )}
      {canWrite ? (
        <p class="mt noprint">
          <Link href={pathIn(lang, `${agreementAddress(agreementId)}/contacts`)}>{w.toPage}</Link>
        </p>
      ) : null}
    </Section>
  );
}
