/**
 * Frame of every page: skip link, office bar, header with menu, breadcrumb, content, site map.
 *
 * No drawer and no script: on a narrow screen 「メニュー」 leads to the site map at the foot.
 */
import type { Child } from "hono/jsx";
import { Breadcrumb, type Crumb } from "./breadcrumb.tsx";
import { type Lang, LangProvider } from "./lang.ts";
import { t } from "./messages.ts";
import { type Office, OfficeBar } from "./office-bar.tsx";
import { PageFooter } from "./page-footer.tsx";
import { PageHeader } from "./page-header.tsx";
import { scriptHref, stylesheetHref } from "./site.ts";

export type PageFrameProps = Readonly<{
  lang: Lang;
  /** Address of this page with its query; the language switch leads to the same page. */
  path: string;
  /** Left out on the home page. */
  title?: string | undefined;
  /** Key of the place in the menu this page belongs to. */
  current?: string | undefined;
  /** The way from the home page to here, without the home page; the last one is this page. */
  crumbs?: readonly Crumb[] | undefined;
  /** Who is working here; left out when nobody is. */
  office?: Office | undefined;
  /** Source path of the one island on this page, such as `src/office/passkeys/passkey-island.ts`. */
  island?: string | undefined;
  children?: Child;
}>;

export function PageFrame({ lang, path, title, current, crumbs = [], office, island, children }: PageFrameProps) {
  const texts = t(lang);
  return (
    <html lang={lang}>
      <PageMeta lang={lang} title={title} island={island} />
      <body>
        <LangProvider value={lang}>
          <a class="skip" href="#main">
            {texts.frame.skip}
          </a>
          {office === undefined ? null : <OfficeBar office={office} current={current} />}
          <PageHeader current={current} path={path} worker={office?.worker} />
          {crumbs.length === 0 ? null : <Breadcrumb crumbs={crumbs} />}
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <PageFooter path={path} worker={office?.worker} />
        </LangProvider>
      </body>
    </html>
  );
}

type PageMetaProps = Readonly<{ lang: Lang; title: string | undefined; island: string | undefined }>;

function PageMeta({ lang, title, island }: PageMetaProps) {
  const { name, tagline, titleSeparator } = t(lang).site;
  const stylesheet = stylesheetHref();
  const script = island === undefined ? null : scriptHref(island);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === undefined ? [name, tagline].join(titleSeparator) : [title, name].join(titleSeparator)}</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {stylesheet === null ? null : <link rel="stylesheet" href={stylesheet} />}
      {script === null ? null : <script type="module" src={script} />}
    </head>
  );
}
