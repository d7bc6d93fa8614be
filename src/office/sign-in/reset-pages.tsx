/** Pages for who has forgotten the password: ask for the link, and choose a new one. */
import { Button, ButtonLink, Notice, pathIn, TextInput } from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import { words } from "./words.ts";

export function ForgottenPage({ page, isSent }: Readonly<{ page: OfficePage; isSent: boolean }>) {
  const { lang } = page;
  const { forgottenPage: texts, email } = words(lang);
  if (isSent) {
    return (
      <SignInFrame page={page} title={texts.title}>
        <Notice title={texts.sentTitle} announce>
          <p>{texts.sent}</p>
        </Notice>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame page={page} title={texts.title} lead={texts.lead}>
      <form class="stack-l" method="post" action={pathIn(lang, "/sign-in/forgotten")}>
        <TextInput name="email" type="email" label={email} autocomplete="username" required />
        <Button look="main">{texts.submit}</Button>
      </form>
    </SignInFrame>
  );
}

export type NewPasswordPageProps = Readonly<{ page: OfficePage; token: string; error?: string | undefined }>;

export function NewPasswordPage({ page, token, error }: NewPasswordPageProps) {
  const { lang } = page;
  const { newPassword: texts, passwordHint } = words(lang);
  return (
    <SignInFrame page={page} title={texts.title} lead={texts.lead}>
      <form class="stack-l" method="post" action={pathIn(lang, "/sign-in/new-password")}>
        <input type="hidden" name="token" value={token} />
        <TextInput
          name="password"
          type="password"
          label={texts.label}
          hint={passwordHint}
          error={error}
          autocomplete="new-password"
          required
        />
        <Button look="main">{texts.submit}</Button>
      </form>
    </SignInFrame>
  );
}

export function ResetLinkOverPage({ page }: Readonly<{ page: OfficePage }>) {
  const { lang } = page;
  const { newPassword: texts } = words(lang);
  return (
    <SignInFrame page={page} title={texts.overTitle}>
      <Notice kind="warn" title={texts.over}>
        <p class="row">
          <ButtonLink look="main" href={pathIn(lang, "/sign-in/forgotten")}>
            {texts.again}
          </ButtonLink>
        </p>
      </Notice>
    </SignInFrame>
  );
}
