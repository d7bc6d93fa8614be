/** Frame of every import page: place in the menu, breadcrumb from the list of imports on. */
import type { Child } from "hono/jsx";
import { type Crumb, PageFrame, pathIn } from "../../ui/index.ts";
import type { PageContext } from "./page-context.ts";
import { words } from "./words.ts";

export type IntakeFrameProps = Readonly<{
  context: PageContext;
  title: string;
  /** Below the list of imports; the last one is this page. */
  crumbs?: readonly Crumb[];
  /** Action bar, as wide as the page. */
  bar?: Child;
  children?: Child;
}>;

export function IntakeFrame({ context, title, crumbs = [], bar, children }: IntakeFrameProps) {
  const { lang, path, office } = context;
  const list = { label: words(lang).imports.title, href: pathIn(lang, "/imports") };
  const last = crumbs.length === 0 ? [] : [list, ...crumbs];
  return (
    <PageFrame lang={lang} path={path} title={title} current="imports" crumbs={last} office={office}>
      <div class="wrap">{children}</div>
      {bar}
    </PageFrame>
  );
}
