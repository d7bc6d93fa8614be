/** One's own account: who, for which body, with which roles; and the ways to change how one signs in. */
import type { Child } from "hono/jsx";
import type { BodyRef, SignedIn } from "../../platform/index.ts";
import { Button, Fact, Facts, Notice, PageFrame, PageHead, pathIn, Section } from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";
import { roleName } from "../permissions/words.ts";
import { words } from "./words.ts";

export type AccountPageProps = Readonly<{ page: OfficePage; who: SignedIn; children?: Child }>;

export function AccountPage({ page, who, children }: AccountPageProps) {
  const { lang, path, office } = page;
  const texts = words(lang);
  return (
    <PageFrame
      lang={lang}
      path={path}
      title={texts.title}
      current="account"
      crumbs={[{ label: texts.title }]}
      office={office}
    >
      <div class="wrap narrow">
        <PageHead title={texts.title} actions={<SignOutForm lang={lang} />} />
        {who.current === null && who.withheld.length === 0 ? (
          <Notice kind="warn" title={texts.noRole.title}>
            <p>{texts.noRole.text}</p>
          </Notice>
        ) : null}
        <WhoFacts lang={lang} who={who} />
        {who.others.length === 0 ? null : <SwitchBody lang={lang} others={who.others} />}
        {children}
      </div>
    </PageFrame>
  );
}

function SignOutForm({ lang }: Readonly<{ lang: OfficePage["lang"] }>) {
  return (
    <form method="post" action={pathIn(lang, "/sign-out")}>
      <Button>{words(lang).signOut}</Button>
    </form>
  );
}

function WhoFacts({ lang, who }: Readonly<{ lang: OfficePage["lang"]; who: SignedIn }>) {
  const texts = words(lang);
  const { current } = who;
  return (
    <Facts>
      <Fact term={texts.name}>{who.displayName}</Fact>
      <Fact term={texts.email}>{who.email}</Fact>
      <Fact term={texts.body}>{current === null ? null : bodyName(current.body)}</Fact>
      <Fact term={texts.roles}>
        {current === null ? null : current.roles.map((role) => roleName(role, lang)).join(texts.listSeparator)}
      </Fact>
    </Facts>
  );
}

function SwitchBody({ lang, others }: Readonly<{ lang: OfficePage["lang"]; others: readonly BodyRef[] }>) {
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

function bodyName({ name, unit }: BodyRef): string {
  return unit === null ? name : `${name} ${unit}`;
}
