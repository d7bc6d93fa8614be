/** The page behind the link of an invitation: who invites, as what, and the one thing to do. */
import type { Invitation, SignedIn } from "../../platform/index.ts";
import { Button, ButtonLink, Fact, Facts, type Lang, Notice, pathIn, TextInput } from "../../ui/index.ts";
import { dayWords, type OfficePage } from "../office-page.tsx";
import { roleName } from "../permissions/words.ts";
import { SignInFrame } from "./sign-in-frame.tsx";
import { words } from "./words.ts";

export type InvitationPageProps = Readonly<{
  page: OfficePage;
  token: string;
  invitation: Invitation;
  hasAccount: boolean;
  who: SignedIn | undefined;
  /** What was typed when it was refused, and why. */
  refused?: Readonly<{ name: string; nameError?: string | undefined; passwordError?: string | undefined }> | undefined;
}>;

export function InvitationPage(props: InvitationPageProps) {
  const { page, invitation } = props;
  const { lang } = page;
  const { invitation: texts } = words(lang);
  return (
    <SignInFrame
      page={page}
      title={texts.title}
      lead={texts.lead(invitation.bodyName, roleName(invitation.role, lang))}
    >
      <Facts tight>
        <Fact term={texts.email}>{invitation.email}</Fact>
        <Fact term={texts.period}>{periodWords(invitation, lang)}</Fact>
      </Facts>
      <div class="mt-l">{waysOn(props)}</div>
    </SignInFrame>
  );
}

function waysOn(props: InvitationPageProps) {
  const { page, token, invitation, hasAccount, who } = props;
  const { lang } = page;
  const { invitation: texts } = words(lang);
  if (who !== undefined && who.email !== invitation.email) {
    return <Notice kind="warn" title={texts.another(invitation.email)} />;
  }
  if (who !== undefined) return <AcceptForm lang={lang} token={token} />;
  if (!hasAccount) return <NewPersonForm {...props} />;
  const back = encodeURIComponent(pathIn(lang, `/invitation?token=${token}`));
  return (
    <Notice title={texts.hasAccount}>
      <p class="row">
        <ButtonLink look="main" href={pathIn(lang, `/sign-in?next=${back}`)}>
          {texts.signIn}
        </ButtonLink>
      </p>
    </Notice>
  );
}

function AcceptForm({ lang, token }: Readonly<{ lang: Lang; token: string }>) {
  return (
    <form method="post" action={pathIn(lang, "/invitation/accept")}>
      <input type="hidden" name="token" value={token} />
      <Button look="main">{words(lang).invitation.accept}</Button>
    </form>
  );
}

function NewPersonForm({ page, token, invitation, refused }: InvitationPageProps) {
  const { lang } = page;
  const { invitation: texts, passwordHint } = words(lang);
  return (
    <form class="stack-l" method="post" action={pathIn(lang, "/invitation")}>
      <input type="hidden" name="token" value={token} />
      {/* tells the browser's password store for whom the password is */}
      <input type="email" name="email" value={invitation.email} autocomplete="username" readonly hidden />
      <TextInput
        name="name"
        label={texts.name}
        hint={texts.nameHint}
        value={refused?.name}
        error={refused?.nameError}
        autocomplete="name"
        required
      />
      <TextInput
        name="password"
        type="password"
        label={texts.password}
        hint={passwordHint}
        error={refused?.passwordError}
        autocomplete="new-password"
        required
      />
      <Button look="main">{texts.submit}</Button>
    </form>
  );
}

function periodWords({ validFrom, validTo }: Invitation, lang: Lang): string {
  const { invitation: texts } = words(lang);
  const from = dayWords(validFrom, lang);
  return validTo === null ? texts.open(from) : texts.days(from, dayWords(validTo, lang));
}

export function InvitationOverPage({ page, text, ask }: Readonly<{ page: OfficePage; text: string; ask?: string }>) {
  const { invitation: texts } = words(page.lang);
  return (
    <SignInFrame page={page} title={texts.overTitle}>
      <Notice kind="warn" title={text}>
        {ask === undefined ? null : <p>{ask}</p>}
      </Notice>
    </SignInFrame>
  );
}
