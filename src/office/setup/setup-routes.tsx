/** First steps: where the start's link leads while there is no account. What is done is said; the next step is the button. */

import { Hono } from "hono";
import type { Child } from "hono/jsx";
import type { Accounts, Database, RequestEnv } from "../../platform/index.ts";
import { ButtonLink, Notice, PageHead, pathIn, renderPage, Section } from "../../ui/index.ts";
import { OfficeFrame, type OfficePage, officePage } from "../office-page.tsx";
import { requirePermission } from "../require-permission.tsx";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";
import { readSetupState, type SetupState } from "./setup-store.ts";

export type SetupParts = Readonly<{ database: Database; accounts: Accounts }>;

export function setupRoutes({ database, accounts }: SetupParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/setup", requirePermission("body.create"), async (c) => {
    const state = await database.read(c.get("actor"), readSetupState);
    return renderPage(c, <SetupPage page={officePage(c)} state={state} hasOutbox={accounts.outbox !== null} />);
  });
  return routes;
}

type SetupPageProps = Readonly<{ page: OfficePage; state: SetupState; hasOutbox: boolean }>;

function SetupPage({ page, state, hasOutbox }: SetupPageProps) {
  const { lang } = page;
  const texts = lang === "ja" ? ja : en;
  const { body, isAdministratorInvited, isOver } = state;
  if (isOver) {
    return (
      <OfficeFrame page={page} title={texts.title}>
        <PageHead title={texts.over.title} lead={texts.over.text} />
        <Step lang={lang} href="/bodies" label={texts.over.act} isNext />
      </OfficeFrame>
    );
  }
  return (
    <OfficeFrame page={page} title={texts.title}>
      <PageHead title={texts.title} lead={texts.lead} />
      <Section id="body" title={texts.body.title}>
        {body === undefined ? (
          <Todo text={texts.body.text}>
            <Step lang={lang} href="/bodies/new" label={texts.body.act} isNext />
          </Todo>
        ) : (
          <Notice kind="ok" level={3} title={texts.body.done(body.name)} />
        )}
      </Section>
      <Section id="administrator" title={texts.administrator.title}>
        {isAdministratorInvited ? <Notice kind="ok" level={3} title={texts.administrator.done} /> : null}
        {body === undefined ? <p>{texts.administrator.wait}</p> : null}
        {body === undefined || isAdministratorInvited ? null : (
          <Todo text={texts.administrator.text}>
            <Step lang={lang} href={`/bodies/${body.id}/members/invite`} label={texts.administrator.act} isNext />
          </Todo>
        )}
      </Section>
      <Section id="accept" title={texts.accept.title}>
        <Todo text={hasOutbox ? texts.accept.outbox : texts.accept.smtp}>
          {hasOutbox ? (
            <Step lang={lang} href="/outbox" label={texts.accept.act} isNext={isAdministratorInvited} />
          ) : null}
        </Todo>
      </Section>
    </OfficeFrame>
  );
}

function Todo({ text, children }: Readonly<{ text: string; children?: Child }>) {
  return (
    <>
      <p class="mb">{text}</p>
      {children}
    </>
  );
}

type StepProps = Readonly<{ lang: OfficePage["lang"]; href: string; label: string; isNext: boolean }>;

function Step({ lang, href, label, isNext }: StepProps) {
  return (
    <ButtonLink look={isNext ? "main" : "outline"} href={pathIn(lang, href)}>
      {label}
    </ButtonLink>
  );
}
