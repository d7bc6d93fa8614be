/** One's passkeys: which there are, taking one away, adding that of this device. */
import type { OwnPasskey } from "../../platform/index.ts";
import { Button, type Column, DataTable, type Lang, Notice, pathIn, Section, TextInput } from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";
import { PASSKEY_ISLAND, PasskeyButton } from "../passkeys/passkey-button.tsx";
import { readableTime } from "../sign-in/readable-time.ts";
import { AccountFrame } from "./account-frame.tsx";
import { words } from "./words.ts";

type Props = Readonly<{
  page: OfficePage;
  passkeys: readonly OwnPasskey[];
  /** One was to be taken away, by who signed in too long ago. */
  isRefused: boolean;
}>;

export function PasskeyPage({ page, passkeys, isRefused }: Props) {
  const { lang } = page;
  const { passkeyPage: texts } = words(lang);
  return (
    <AccountFrame page={page} title={texts.title} lead={texts.lead} island={PASSKEY_ISLAND}>
      {isRefused ? (
        <Notice kind="err" title={texts.notRemoved} announce>
          <p>{texts.signInAgain}</p>
          <form class="mt-s" method="post" action={pathIn(lang, "/sign-out")}>
            <Button small>{texts.toSignIn}</Button>
          </form>
        </Notice>
      ) : null}
      <form method="post" action={pathIn(lang, "/account/passkeys/remove")}>
        <DataTable caption={texts.caption} columns={columns(lang)} rows={passkeys} empty={<p>{texts.none}</p>} />
      </form>
      <Section id="add" title={texts.addTitle}>
        <div class="stack">
          <TextInput name="passkey-name" label={texts.nameLabel} hint={texts.nameHint} />
          <PasskeyButton
            act="add"
            words={texts.island}
            next={pathIn(lang, "/account?done=passkey")}
            nameField="passkey-name"
          />
        </div>
      </Section>
    </AccountFrame>
  );
}

function columns(lang: Lang): readonly Column<OwnPasskey>[] {
  const { passkeyPage: texts } = words(lang);
  return [
    { label: texts.name, header: true, cell: ({ name }) => (name === "" ? texts.unnamed : name) },
    { label: texts.addedAt, cell: ({ addedAt }) => (addedAt === null ? null : readableTime(addedAt, lang)) },
    {
      label: texts.act,
      cell: ({ id, name }) => (
        <Button small name="passkey" value={id}>
          {texts.remove}
          <span class="vh">（{name}）</span>
        </Button>
      ),
    },
  ];
}
