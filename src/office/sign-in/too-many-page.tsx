/** 429: tried too often; when it may be tried again, in the time of Japan. */
import type { RequestContext, TooMany } from "../../platform/index.ts";
import { Notice, renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { readableTime } from "./readable-time.ts";
import { SignInFrame } from "./sign-in-frame.tsx";
import { words } from "./words.ts";

export function tooManyTries(c: RequestContext, { again }: TooMany): Response | Promise<Response> {
  const page = officePage(c);
  const { tooMany } = words(page.lang);
  c.header("Retry-After", String(Math.max(1, Math.ceil((again.getTime() - Date.now()) / 1000))));
  return renderPage(
    c,
    <SignInFrame page={page} title={tooMany.title}>
      <Notice kind="warn" title={tooMany.text(readableTime(again, page.lang))}>
        <p>{tooMany.safe}</p>
      </Notice>
    </SignInFrame>,
    429,
  );
}
