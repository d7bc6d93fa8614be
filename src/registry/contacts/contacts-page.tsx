/** The contact persons of an agreement, and one more. */
import {
  Button,
  ButtonLink,
  DataTable,
  ErrorSummary,
  type FieldProblem,
  Notice,
  PageHead,
  pathIn,
  Section,
  Select,
  TextInput,
} from "../../ui/index.ts";
import { agreementAddress } from "../criteria-address.ts";
import { RegistryFrame } from "../pages/frame.tsx";
import type { PageContext } from "../pages/page-context.ts";
import type { RecordedAgreement } from "../recorded-agreement.ts";
import { type AgreementContact, SIDES } from "./contact-store.ts";
import type { ContactField, ContactInput } from "./keep-contact.ts";
import { contactWords } from "./words.ts";

export const NO_CONTACT: ContactInput = { side: "", name: "", post: "", note: "" };

export type ContactsPageProps = Readonly<{
  page: PageContext;
  agreement: RecordedAgreement;
  contacts: readonly AgreementContact[];
  input: ContactInput;
  saved?: string | undefined;
  problem?: FieldProblem | undefined;
  refused?: string | undefined;
}>;

export function ContactsPage({ page, agreement, contacts, input, saved, problem, refused }: ContactsPageProps) {
  const { lang } = page;
  const w = contactWords(lang);
  const own = pathIn(lang, agreementAddress(agreement.id));
  const of = (field: ContactField) => ({
    name: field,
    label: w[field],
    value: input[field],
    error: problem?.field === field ? problem.message : undefined,
  });
  const sides = SIDES.map((value) => ({ value, label: w.sides[value] }));
  return (
    <RegistryFrame page={page} title={w.title} crumbs={[{ label: agreement.title, href: own }, { label: w.title }]}>
      <PageHead kicker={agreement.title} title={w.title} lead={w.lead} />
      {problem === undefined ? null : <ErrorSummary problems={[problem]} />}
      {saved === undefined ? null : <Notice kind="ok" title={saved} announce />}
      {refused === undefined ? null : (
        <Notice kind="err" title={w.refused} announce>
          <p>{refused}</p>
        </Notice>
      )}
      <Contacts own={own} contacts={contacts} page={page} />
      <Section id="add" title={w.add}>
        <form class="stack-l narrow" method="post" action={`${own}/contacts`} novalidate>
          <Select required options={sides} emptyLabel={w.choose} {...of("side")} />
          <TextInput required hint={w.nameHint} {...of("name")} />
          <TextInput hint={w.postHint} {...of("post")} />
          <TextInput hint={w.noteHint} {...of("note")} />
          <div class="row">
            <Button look="main">{w.add}</Button>
            <ButtonLink look="plain" href={own}>
              {w.cancel}
            </ButtonLink>
          </div>
        </form>
      </Section>
    </RegistryFrame>
  );
}

type ContactsProps = Readonly<{ own: string; contacts: readonly AgreementContact[]; page: PageContext }>;

function Contacts({ own, contacts, page: { lang } }: ContactsProps) {
  const w = contactWords(lang);
  return (
    <DataTable<AgreementContact>
      caption={w.caption(contacts.length)}
      rows={contacts}
      empty={<p class="mt">{w.none}</p>}
      columns={[
        { label: w.name, header: true, cell: ({ name }) => name },
        { label: w.side, cell: ({ side }) => w.sides[side] },
        { label: w.post, cell: ({ post }) => post },
        { label: w.note, wide: true, cell: ({ note }) => note },
        {
          label: w.act,
          cell: ({ id, name }) => (
            <form method="post" action={`${own}/contacts/${id}/remove`}>
              <Button small>
                {w.remove}
                <span class="vh">{w.of(name)}</span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
