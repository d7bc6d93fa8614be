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
  /** What the page tells, for search engines: of the pages of public records. */
  description?: string | undefined;
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

export function PageFrame(props: PageFrameProps) {
  const { lang, path, title, description, current, crumbs = [], office, island, children } = props;
  const texts = t(lang);
  return (
    <html lang={lang}>
      <PageMeta {...{ lang, title, description, island }} />
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

type PageMetaProps = Pick<PageFrameProps, "lang" | "title" | "description" | "island">;

/** Search engines show about so much. */
const LONGEST_DESCRIPTION = 160;

function PageMeta({ lang, title, description, island }: PageMetaProps) {
  const { name, tagline, titleSeparator } = t(lang).site;
  const stylesheet = stylesheetHref();
  const script = island === undefined ? null : scriptHref(island);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === undefined ? [name, tagline].join(titleSeparator) : [title, name].join(titleSeparator)}</title>
      {description === undefined ? null : <meta name="description" content={shortened(description)} />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {stylesheet === null ? null : <link rel="stylesheet" href={stylesheet} />}
      {script === null ? null : <script type="module" src={script} />}
    </head>
  );
}

/** Whole characters: an emoji or a variant of a name is not cut in two. */
function shortened(text: string): string {
  const characters = [...new Intl.Segmenter("ja").segment(text.replace(/[^\S\u3000]+/gu, " ").trim())];
  if (characters.length <= LONGEST_DESCRIPTION) return characters.map(({ segment }) => segment).join("");
  const kept = characters.slice(0, LONGEST_DESCRIPTION - 1).map(({ segment }) => segment);
  return `${kept.join("")}…`;
}
