/** The outbox for system administrators: letters of an office without a mail server, newest first. */
import { Hono } from "hono";
import {
  type Accounts,
  type KeptMessage,
  listOutbox,
  type RequestContext,
  type RequestEnv,
} from "../../platform/index.ts";
import { EmptyState, PageHead, renderPage } from "../../ui/index.ts";
import { OfficeFrame, type OfficePage, officePage } from "../office-page.tsx";
import { requirePermission } from "../require-permission.tsx";
import { readableTime } from "../sign-in/readable-time.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export function outboxRoutes({ accounts }: Readonly<{ accounts: Accounts }>): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/outbox", requirePermission("job.manage"), (c) => showOutbox(c, accounts));
  return routes;
}

async function showOutbox(c: RequestContext, { outbox }: Accounts) {
  c.header("Cache-Control", "no-store");
  const messages = outbox === null ? null : await listOutbox(outbox);
  return renderPage(c, <OutboxPage page={officePage(c)} messages={messages} />);
}

/** @param messages null when they leave by SMTP. */
function OutboxPage({ page, messages }: Readonly<{ page: OfficePage; messages: readonly KeptMessage[] | null }>) {
  const texts = page.lang === "ja" ? ja : en;
  return (
    <OfficeFrame page={page} title={texts.title} current="outbox">
      <PageHead title={texts.title} lead={messages === null ? texts.smtp : texts.lead} />
      {messages?.length === 0 ? <EmptyState title={texts.none} /> : null}
      <ol class="stack">
        {(messages ?? []).map((message) => (
          <li class="card">
            <h2>{message.subject}</h2>
            <p class="sub">
              {texts.to}　{message.to}　{texts.at}　{readableTime(message.writtenAt, page.lang)}
            </p>
            <details class="disc mt-s">
              <summary>{texts.open}</summary>
              <p class="mt-s asprinted">
                {message.text.split("\n").map((line) => (
                  <>
                    {line}
                    <br />
                  </>
                ))}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </OfficeFrame>
  );
}
