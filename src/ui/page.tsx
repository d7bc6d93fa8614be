/**
 * Sends a page. `c.html(<html>)` sends no doctype, and without one browsers lay pages out in quirks mode. On its way
 * the Japanese words of an English page are marked as such.
 */
import type { Context } from "hono";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { markJapanese } from "./mark-japanese.ts";

export async function renderPage(c: Context, page: Child, status: ContentfulStatusCode = 200): Promise<Response> {
  const markup = await html`<!doctype html>${page}`;
  return c.html(markJapanese(`${markup}`), status);
}
