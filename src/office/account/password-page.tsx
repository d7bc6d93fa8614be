/** Changing one's own password. */
import { Button, ButtonLink, pathIn, TextInput } from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";
import { words as signInWords } from "../sign-in/words.ts";
import { AccountFrame } from "./account-frame.tsx";
import { words } from "./words.ts";

export type PasswordPageProps = Readonly<{
  page: OfficePage;
  currentError?: string | undefined;
  wantedError?: string | undefined;
}>;

export function PasswordPage({ page, currentError, wantedError }: PasswordPageProps) {
  const { lang } = page;
  const { passwordPage: texts, cancel } = words(lang);
  const { passwordHint } = signInWords(lang);
  return (
    <AccountFrame page={page} title={texts.title}>
      <form class="stack-l" method="post" action={pathIn(lang, "/account/password")}>
        <TextInput
          name="current"
          type="password"
          label={texts.current}
          error={currentError}
          autocomplete="current-password"
          required
        />
        <TextInput
          name="wanted"
          type="password"
          label={texts.wanted}
          hint={passwordHint}
          error={wantedError}
          autocomplete="new-password"
          required
        />
        <p class="row">
          <Button look="main">{texts.submit}</Button>
          <ButtonLink look="plain" href={pathIn(lang, "/account")}>
            {cancel}
          </ButtonLink>
        </p>
      </form>
    </AccountFrame>
  );
}
