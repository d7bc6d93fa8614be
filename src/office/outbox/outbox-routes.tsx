/**
 * The outbox for system administrators: letters of an office without a mail server, newest first.
 *
 * Whoever has the link of a letter can enter as the person it is addressed to. So no list and no page shows it, except
 * to who asks for it to pass it on, and that is an act of the audit.
 */
import { Hono } from "hono";
import {
  type Accounts,
  type Database,
  listOutbox,
  type RequestContext,
  type RequestEnv,
  readLetter,
  withoutSecretLinks,
} from "../../platform/index.ts";
import { renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { requirePermission } from "../require-permission.tsx";
import { auditReading } from "./letter-audit-store.ts";
import { LetterPage, OutboxPage } from "./outbox-pages.tsx";

export type OutboxParts = Readonly<{ database: Database; accounts: Accounts }>;

const LETTER = "/outbox/:letter{[0-9TZ-]{24}-[0-9a-f]{6}}";

export function outboxRoutes({ database, accounts: { outbox } }: OutboxParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  for (const path of ["/outbox", "/outbox/*"]) routes.use(path, requirePermission("job.manage"));
  routes.get("/outbox", async (c) => {
    c.header("Cache-Control", "no-store");
    const letters = outbox === null ? null : await listOutbox(outbox);
    return renderPage(c, <OutboxPage page={officePage(c)} letters={letters} />);
  });
  routes.get(LETTER, async (c) => {
    const letter = await letterOf(c, outbox);
    if (letter === undefined) return c.notFound();
    c.header("Cache-Control", "no-store");
    const masked = withoutSecretLinks(letter.text);
    const shown = { ...letter, text: masked ?? letter.text };
    return renderPage(
      c,
      <LetterPage page={officePage(c)} letter={shown} state={masked === undefined ? "plain" : "hidden"} />,
    );
  });
  routes.post(`${LETTER}/links`, async (c) => {
    const letter = await letterOf(c, outbox);
    if (letter === undefined) return c.notFound();
    c.header("Cache-Control", "no-store");
    const options = { requestId: c.get("requestId") };
    await database.write(c.get("actor"), (tx) => auditReading(tx, letter.name, letter.to), options);
    return renderPage(c, <LetterPage page={officePage(c)} letter={letter} state="shown" />);
  });
  return routes;
}

function letterOf(c: RequestContext, outbox: string | null) {
  return outbox === null ? undefined : readLetter(outbox, `${c.req.param("letter")}.eml`);
}
