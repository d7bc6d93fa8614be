/** Who held which role in a body on a day, and how the body was set up at its end. */
import { Button, DataTable, Fact, Facts, Link, PageHead, pathIn, Section, TextInput } from "../../../ui/index.ts";
import { type Body, bodyTitle } from "../../bodies/body.ts";
import { dayWords, OfficeFrame, type OfficePage } from "../../office-page.tsx";
import { roleName } from "../../permissions/words.ts";
import { auditAddress } from "../audit-criteria.ts";
import type { Settings } from "../body-on-day.ts";
import { factName, valueText } from "../event-changes.ts";
import type { RoleHeld } from "../roles-on-day-store.ts";
import { auditWords, useAuditWords } from "../words.ts";

export type RolesPageProps = Readonly<{
  page: OfficePage;
  body: Body;
  /** ISO. */
  day: string;
  typed: string;
  isUnreadable: boolean;
  held: readonly RoleHeld[];
  /** Undefined before the body was set up. */
  settings: Settings | undefined;
}>;

const NOTHING_LOOKED_UP = { names: new Map<string, string>(), records: new Map() };

export function RolesPage(props: RolesPageProps) {
  const { page, body, day, settings } = props;
  const { lang } = page;
  const { roles: w, title } = auditWords(lang);
  const way = [{ label: title, href: pathIn(lang, "/audit") }];
  return (
    <OfficeFrame page={page} title={`${w.title}　${bodyTitle(body)}`} way={way} current="audit">
      <PageHead kicker={bodyTitle(body)} title={w.title} lead={w.lead(bodyTitle(body))} />
      <DayForm {...props} />
      <Section id="roles" title={w.caption(dayWords(day, lang))}>
        <Held {...props} />
      </Section>
      <Section id="settings" title={w.settingsOn(dayWords(day, lang))}>
        {settings === undefined ? <p>{w.notYet}</p> : null}
        <Facts>
          {Object.entries(settings ?? {}).map(([name, value]) => (
            <Fact term={factName(name, lang)}>{valueText(value, NOTHING_LOOKED_UP, lang)}</Fact>
          ))}
        </Facts>
      </Section>
    </OfficeFrame>
  );
}

function DayForm({ page: { lang }, body, typed, isUnreadable }: RolesPageProps) {
  const { roles, filter } = useAuditWords();
  const error = isUnreadable ? roles.unreadable : undefined;
  return (
    <form class="narrow" method="get" action={pathIn(lang, "/audit/roles")}>
      <input type="hidden" name="body" value={body.id} />
      <TextInput name="on" label={roles.on} hint={filter.dayHint} value={typed} optionalWords="" error={error} />
      <div class="row mt-s">
        <Button look="main">{roles.submit}</Button>
      </div>
    </form>
  );
}

function Held({ page: { lang }, day, held }: RolesPageProps) {
  const { roles: w } = useAuditWords();
  const last = (validTo: string | null) => (validTo === null ? null : dayWords(validTo, lang));
  const audit = (id: string) => pathIn(lang, auditAddress({ subject: { kind: "account", id } }));
  return (
    <DataTable<RoleHeld>
      caption={w.caption(dayWords(day, lang))}
      captionHidden
      rows={held}
      empty={<p>{w.none}</p>}
      columns={[
        { label: w.person, header: true, cell: ({ name }) => name ?? <span class="sub">{w.unnamed}</span> },
        { label: w.role, cell: ({ role }) => roleName(role, lang) },
        { label: w.period, cell: ({ validFrom, validTo }) => w.until(dayWords(validFrom, lang), last(validTo)) },
        { label: w.audit, cell: ({ accountId }) => <Link href={audit(accountId)}>{w.history}</Link> },
      ]}
    />
  );
}
