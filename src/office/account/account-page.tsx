/** One's own account: who, for which body, with which roles; how one signs in; and where one is signed in. */
import type { BodyRef, OwnPasskey, OwnSession, SignedIn } from "../../platform/index.ts";
import {
  Button,
  ButtonLink,
  Fact,
  Facts,
  type Lang,
  Notice,
  PageFrame,
  PageHead,
  pathIn,
  Section,
} from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";
import { roleName } from "../permissions/words.ts";
import { SessionsSection } from "./sessions-section.tsx";
import { words } from "./words.ts";

export type Done = keyof ReturnType<typeof words>["done"];

export type AccountPageProps = Readonly<{
  page: OfficePage;
  who: SignedIn;
  passkeys: readonly OwnPasskey[];
  sessions: readonly OwnSession[];
  /** What was just done. */
  done?: Done | undefined;
}>;

export function AccountPage({ page, who, passkeys, sessions, done }: AccountPageProps) {
  const { lang, path, office } = page;
  const texts = words(lang);
  const { title } = texts;
  return (
    <PageFrame {...{ lang, path, title, office }} current="account" crumbs={[{ label: title }]}>
      <div class="wrap narrow">
        <PageHead title={title} actions={<SignOutForm lang={lang} />} />
        {done === undefined ? null : <Notice kind="ok" title={texts.done[done]} announce />}
        <RoleNotice lang={lang} who={who} canConfirm={who.hasTotp || passkeys.length > 0} />
        <div class="mt-l">
          <WhoFacts lang={lang} who={who} />
        </div>
        {who.others.length === 0 ? null : <SwitchBody lang={lang} others={who.others} />}
        <Ways lang={lang} who={who} passkeys={passkeys} />
        <SessionsSection lang={lang} sessions={sessions} />
      </div>
    </PageFrame>
  );
}

function SignOutForm({ lang }: Readonly<{ lang: Lang }>) {
  return (
    <form method="post" action={pathIn(lang, "/sign-out")}>
      <Button>{words(lang).signOut}</Button>
    </form>
  );
}

/** Why a role that the person expects does not work now. */
function RoleNotice({ lang, who, canConfirm }: Readonly<{ lang: Lang; who: SignedIn; canConfirm: boolean }>) {
  const { noRole, withheld, listSeparator } = words(lang);
  if (who.withheld.length === 0) {
    return who.current !== null ? null : (
      <Notice kind="warn" title={noRole.title}>
        <p>{noRole.text}</p>
      </Notice>
    );
  }
  const roles = who.withheld.map((role) => roleName(role, lang)).join(listSeparator);
  return (
    <Notice kind="warn" title={withheld.title(roles)}>
      <p>{canConfirm ? withheld.signInAgain : withheld.setUp}</p>
      {canConfirm ? null : (
        <p class="row">
          <ButtonLink look="main" href={pathIn(lang, "/account/totp")}>
            {withheld.open}
          </ButtonLink>
        </p>
      )}
    </Notice>
  );
}

function WhoFacts({ lang, who }: Readonly<{ lang: Lang; who: SignedIn }>) {
  const texts = words(lang);
  const { current } = who;
  return (
    <Facts>
      <Fact term={texts.name}>{who.displayName}</Fact>
      <Fact term={texts.email}>{who.email}</Fact>
      {current === null ? null : <Fact term={texts.body}>{bodyName(current.body)}</Fact>}
      {current === null ? null : (
        <Fact term={texts.roles}>{current.roles.map((role) => roleName(role, lang)).join(texts.listSeparator)}</Fact>
      )}
    </Facts>
  );
}

function SwitchBody({ lang, others }: Readonly<{ lang: Lang; others: readonly BodyRef[] }>) {
  const { switchBody } = words(lang);
  return (
    <Section id="switch" title={switchBody.title}>
      <p class="mb">{switchBody.text}</p>
      <form class="row" method="post" action={pathIn(lang, "/account/body")}>
        {others.map((body) => (
          <Button name="body" value={body.id}>
            {switchBody.submit(bodyName(body))}
          </Button>
        ))}
      </form>
    </Section>
  );
}

function Ways({ lang, who, passkeys }: Readonly<{ lang: Lang; who: SignedIn; passkeys: readonly OwnPasskey[] }>) {
  const { ways, sampleOnly, listSeparator, passkeyPage } = words(lang);
  const names = passkeys.map(({ name }) => (name === "" ? passkeyPage.unnamed : name));
  return (
    <Section id="ways" title={ways.title}>
      {who.isSample ? <p class="mb">{sampleOnly}</p> : null}
      <Facts>
        <Fact term={ways.password}>
          <p class="mb-s">{ways.passwordText}</p>
          <WayLink lang={lang} who={who} path="/account/password" label={ways.changePassword} />
        </Fact>
        <Fact term={ways.totp}>
          <p class="mb-s">{who.hasTotp ? ways.totpOn : ways.totpOff}</p>
          <WayLink lang={lang} who={who} path="/account/totp" label={who.hasTotp ? ways.manageTotp : ways.setUpTotp} />
        </Fact>
        <Fact term={ways.passkeys}>
          <p class="mb-s">{names.length === 0 ? ways.passkeysNone : names.join(listSeparator)}</p>
          <WayLink lang={lang} who={who} path="/account/passkeys" label={ways.managePasskeys} />
        </Fact>
      </Facts>
    </Section>
  );
}

type WayLinkProps = Readonly<{ lang: Lang; who: SignedIn; path: string; label: string }>;

function WayLink({ lang, who, path, label }: WayLinkProps) {
  if (who.isSample) return null;
  return (
    <ButtonLink small href={pathIn(lang, path)}>
      {label}
    </ButtonLink>
  );
}

function bodyName({ name, unit }: BodyRef): string {
  return unit === null ? name : `${name} ${unit}`;
}
