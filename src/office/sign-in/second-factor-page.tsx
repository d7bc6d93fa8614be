/** The second step: the code of the authenticator app, or one recovery code. */
import { Button, ButtonLink, Link, Notice, pathIn, TextInput } from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import { NextField } from "./sign-in-page.tsx";
import { words } from "./words.ts";

export type SecondFactorPageProps = Readonly<{
  page: OfficePage;
  kind: "totp" | "recovery_code";
  next: string | undefined;
  error?: string | undefined;
}>;

export function SecondFactorPage({ page, kind, next, error }: SecondFactorPageProps) {
  const { lang } = page;
  const { secondFactor: texts } = words(lang);
  const isTotp = kind === "totp";
  return (
    <SignInFrame
      page={page}
      title={isTotp ? texts.title : texts.recoveryTitle}
      lead={isTotp ? texts.lead : texts.recoveryLead}
    >
      <form class="stack-l" method="post" action={pathIn(lang, "/sign-in/second-factor")}>
        <NextField next={next} />
        <input type="hidden" name="kind" value={kind} />
        <TextInput
          name="code"
          label={isTotp ? texts.code : texts.recoveryCode}
          hint={isTotp ? undefined : texts.recoveryHint}
          error={error}
          autocomplete={isTotp ? "one-time-code" : "off"}
          keyboard={isTotp ? "numeric" : undefined}
          required
        />
        <p class="row">
          <Button look="main">{texts.submit}</Button>
          <Link href={pathIn(lang, secondFactorPath(isTotp ? "recovery_code" : "totp", next))}>
            {isTotp ? texts.toRecovery : texts.toTotp}
          </Link>
        </p>
        {isTotp ? null : <p class="sub">{texts.lost}</p>}
      </form>
    </SignInFrame>
  );
}

export function secondFactorPath(kind: "totp" | "recovery_code", next: string | undefined): string {
  const query = new URLSearchParams();
  if (kind === "recovery_code") query.set("kind", kind);
  if (next !== undefined) query.set("next", next);
  return `/sign-in/second-factor${query.size === 0 ? "" : `?${query}`}`;
}

export function ChallengeOverPage({ page, next }: Pick<SecondFactorPageProps, "page" | "next">) {
  const { lang } = page;
  const { over } = words(lang).secondFactor;
  const query = next === undefined ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <SignInFrame page={page} title={over.title}>
      <Notice kind="warn" title={over.text}>
        <p class="row">
          <ButtonLink look="main" href={pathIn(lang, `/sign-in${query}`)}>
            {over.again}
          </ButtonLink>
        </p>
      </Notice>
    </SignInFrame>
  );
}
