/** The way in: address and password; other ways when there are any; and, on the sample only, its invented people. */
import type { SamplePerson } from "../../platform/index.ts";
import { Button, ButtonLink, Link, Notice, pathIn, Tag, TextInput } from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";
import { PASSKEY_ISLAND, PasskeyButton } from "../passkeys/passkey-button.tsx";
import { roleName } from "../permissions/words.ts";
import { SignInFrame } from "./sign-in-frame.tsx";
import { words } from "./words.ts";

export type SignInPageProps = Readonly<{
  page: OfficePage;
  /** Where to go on afterwards. */
  next: string | undefined;
  samples: readonly SamplePerson[];
  /** Name of the office's own sign-in, when there is one. */
  officeLabel: string | null;
  /** A new password was just set. */
  isChanged?: boolean | undefined;
  /** What was typed when it was refused; the password is never sent back. */
  refused?: Readonly<{ email?: string; message: string }> | undefined;
}>;

export function SignInPage({ page, next, samples, officeLabel, isChanged, refused }: SignInPageProps) {
  const { lang } = page;
  const texts = words(lang);
  return (
    <SignInFrame page={page} title={texts.title} lead={texts.lead} island={PASSKEY_ISLAND}>
      {isChanged === true ? <Notice kind="ok" title={texts.changed} announce /> : null}
      {refused === undefined ? null : (
        <Notice kind="err" title={texts.wrongTitle} announce>
          <p>{refused.message}</p>
        </Notice>
      )}
      <form class="stack-l mt-l" method="post" action={pathIn(lang, "/sign-in")}>
        <NextField next={next} />
        <TextInput
          name="email"
          type="email"
          label={texts.email}
          value={refused?.email}
          autocomplete="username webauthn"
          required
        />
        <TextInput name="password" type="password" label={texts.password} autocomplete="current-password" required />
        <p class="row">
          <Button look="main">{texts.submit}</Button>
          <Link href={pathIn(lang, "/sign-in/forgotten")}>{texts.forgotten}</Link>
        </p>
      </form>
      <OtherWays page={page} next={next} officeLabel={officeLabel} />
      {samples.length === 0 ? null : <SamplePeople page={page} next={next} samples={samples} />}
    </SignInFrame>
  );
}

function OtherWays({ page, next, officeLabel }: Pick<SignInPageProps, "page" | "next" | "officeLabel">) {
  const { lang } = page;
  const texts = words(lang);
  return (
    <section class="sec stack" aria-labelledby="others">
      <h2 id="others">{texts.others}</h2>
      {officeLabel === null ? null : (
        <p>
          <ButtonLink href={pathIn(lang, officePath(next))}>{texts.office(officeLabel)}</ButtonLink>
        </p>
      )}
      <PasskeyButton act="sign-in" words={texts.passkey} next={next ?? pathIn(lang, "/account")} />
    </section>
  );
}

function officePath(next: string | undefined): string {
  return next === undefined ? "/sign-in/office" : `/sign-in/office?next=${encodeURIComponent(next)}`;
}

export function NextField({ next }: Readonly<{ next: string | undefined }>) {
  return next === undefined ? null : <input type="hidden" name="next" value={next} />;
}

function SamplePeople({ page, next, samples }: Pick<SignInPageProps, "page" | "next" | "samples">) {
  const { lang } = page;
  const { sample } = words(lang);
  return (
    <section class="sec" aria-labelledby="sample">
      <div class="sec-head">
        <h2 id="sample">{sample.title}</h2>
      </div>
      <p class="mb">{sample.text}</p>
      <form class="stack" method="post" action={pathIn(lang, "/sign-in/sample")}>
        <NextField next={next} />
        {samples.map((person) => (
          <SamplePersonRow lang={lang} person={person} />
        ))}
      </form>
    </section>
  );
}

function SamplePersonRow({ lang, person }: Readonly<{ lang: OfficePage["lang"]; person: SamplePerson }>) {
  const { sample } = words(lang);
  return (
    <div class="card row spread">
      <div>
        <strong>{person.name}</strong>　<Tag kind="est">{sample.mark}</Tag>
        {person.roles.map(({ body, role }) => (
          <div class="sub">
            {body}　{roleName(role, lang)}
          </div>
        ))}
      </div>
      <Button small name="account" value={person.key}>
        {sample.button}
        <span class="vh">（{person.name}）</span>
      </Button>
    </div>
  );
}
