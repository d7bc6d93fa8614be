/** Frame of the pages below one's account. */
import type { Child } from "hono/jsx";
import { PageFrame, PageHead, pathIn } from "../../ui/index.ts";
import type { OfficePage } from "../office-page.tsx";
import { words } from "./words.ts";

export type AccountFrameProps = Readonly<{
  page: OfficePage;
  title: string;
  lead?: string | undefined;
  island?: string | undefined;
  children?: Child;
}>;

export function AccountFrame({ page, title, lead, island, children }: AccountFrameProps) {
  const { lang, path, office } = page;
  const crumbs = [{ label: words(lang).title, href: pathIn(lang, "/account") }, { label: title }];
  return (
    <PageFrame {...{ lang, path, title, crumbs, office, island }} current="account">
      <div class="wrap narrow">
        <PageHead title={title} lead={lead} />
        {children}
      </div>
    </PageFrame>
  );
}
