/** Pages of the authenticator app: begin, scan and confirm, keep the recovery codes, renew them, take it away. */
import type { TotpSetUp } from "../../platform/index.ts";
import { Button, ButtonLink, type Lang, Notice, pathIn, Section, TextInput } from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";
import { AccountFrame } from "./account-frame.tsx";
import { QrCode } from "./qr-code.tsx";
import { words } from "./words.ts";

type PasswordFormProps = Readonly<{
  lang: Lang;
  action: string;
  submit: string;
  look?: "main" | "danger";
  id?: string;
  error?: string | undefined;
}>;

function PasswordForm({ lang, action, submit, look, id = "password", error }: PasswordFormProps) {
  const { totpPage } = words(lang);
  return (
    <form class="stack" method="post" action={pathIn(lang, action)}>
      <TextInput
        name="password"
        id={id}
        type="password"
        label={totpPage.password}
        hint={totpPage.passwordHint}
        error={error}
        autocomplete="current-password"
        required
      />
      <Button look={look}>{submit}</Button>
    </form>
  );
}

export function BeginTotpPage({ page, error }: Readonly<{ page: OfficePage; error?: string | undefined }>) {
  const { lang } = page;
  const { totpPage: texts } = words(lang);
  return (
    <AccountFrame page={page} title={texts.title} lead={texts.lead}>
      <PasswordForm lang={lang} action="/account/totp/begin" submit={texts.begin} look="main" error={error} />
    </AccountFrame>
  );
}

export type ScanPageProps = Readonly<{ page: OfficePage; setUp: TotpSetUp; error?: string | undefined }>;

export function ScanTotpPage({ page, setUp, error }: ScanPageProps) {
  const { lang } = page;
  const { totpPage: texts } = words(lang);
  return (
    <AccountFrame page={page} title={texts.scanTitle} lead={texts.scan}>
      <QrCode text={setUp.uri} label={texts.qrLabel} />
      <p class="mt">{texts.secret}</p>
      <p class="mt-s strong">
        <code>{inGroups(setUp.secret)}</code>
      </p>
      <form class="stack mt-l" method="post" action={pathIn(lang, "/account/totp/confirm")}>
        <input type="hidden" name="uri" value={setUp.uri} />
        <TextInput
          name="code"
          label={texts.code}
          error={error}
          autocomplete="one-time-code"
          keyboard="numeric"
          required
        />
        <Button look="main">{texts.confirm}</Button>
      </form>
    </AccountFrame>
  );
}

/** Groups of four are easier to type; apps ignore the spaces. */
function inGroups(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/gu, "$1 ");
}

export type CodesPageProps = Readonly<{ page: OfficePage; codes: readonly string[]; isNew: boolean }>;

/** Shown once, in answer to the form itself: there is no address to come back to. */
export function RecoveryCodesPage({ page, codes, isNew }: CodesPageProps) {
  const { lang } = page;
  const { totpPage: texts } = words(lang);
  return (
    <AccountFrame page={page} title={texts.codesTitle}>
      <Notice kind="ok" title={isNew ? texts.enabled : texts.renewed} announce />
      <p class="mt">{texts.codesText}</p>
      <ol class="mt cols-2 codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="mt-l">
        <ButtonLink look="main" href={pathIn(lang, "/account")}>
          {texts.codesDone}
        </ButtonLink>
      </p>
    </AccountFrame>
  );
}

export type ManagePageProps = Readonly<{
  page: OfficePage;
  renewError?: string | undefined;
  offError?: string | undefined;
}>;

export function ManageTotpPage({ page, renewError, offError }: ManagePageProps) {
  const { lang } = page;
  const { totpPage: texts } = words(lang);
  return (
    <AccountFrame page={page} title={texts.title} lead={texts.on}>
      <Section id="renew" title={texts.renewTitle}>
        <p class="mb">{texts.renewText}</p>
        <PasswordForm
          lang={lang}
          action="/account/totp/codes"
          submit={texts.renew}
          id="renew-password"
          error={renewError}
        />
      </Section>
      <Section id="off" title={texts.offTitle}>
        <p class="mb">{texts.offText}</p>
        <PasswordForm
          lang={lang}
          action="/account/totp/off"
          submit={texts.off}
          look="danger"
          id="off-password"
          error={offError}
        />
      </Section>
    </AccountFrame>
  );
}
