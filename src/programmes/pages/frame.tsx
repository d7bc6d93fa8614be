/** Frame of the programmes' pages: every page stands under 事業 unless it says otherwise. */
import type { Child } from "hono/jsx";
import { type Crumb, PageFrame, pathIn, Tabs } from "../../ui/index.ts";
import type { PageContext } from "./page-context.ts";
import { useWords, words } from "./words.ts";

export type ProgrammeFrameProps = Readonly<{
  page: PageContext;
  title: string;
  /** The way from the list to here; left out on the list itself. */
  crumbs?: readonly Crumb[];
  /** Key of the place in the menu; the list when left out. */
  current?: string;
  island?: string | undefined;
  children?: Child;
}>;

export function ProgrammeFrame({ page, title, crumbs, current = "programmes", island, children }: ProgrammeFrameProps) {
  const { lang, path, office } = page;
  const list = { label: words(lang).place, href: pathIn(lang, "/programmes") };
  const way = crumbs === undefined ? [{ label: title }] : [list, ...crumbs];
  return (
    <PageFrame lang={lang} path={path} title={title} current={current} crumbs={way} office={office} island={island}>
      <div class="wrap">{children}</div>
    </PageFrame>
  );
}

export const PROGRAMME_VIEWS = [
  "list",
  "years",
  "calendar",
  "notHeld",
  "anniversaries",
  "reciprocity",
  "report",
] as const;
export type ProgrammeView = (typeof PROGRAMME_VIEWS)[number];

const VIEW_PATHS: Readonly<Record<ProgrammeView, string>> = {
  list: "/programmes",
  years: "/programmes/years",
  calendar: "/programmes/calendar",
  notHeld: "/programmes/not-held",
  anniversaries: "/programmes/anniversaries",
  reciprocity: "/programmes/reciprocity",
  report: "/programmes/report",
};

/** The same records as a list, by year and on other pages. */
export function ProgrammeViews({ page, current }: Readonly<{ page: PageContext; current: ProgrammeView }>) {
  const { views } = useWords();
  return (
    <div class="mt noprint">
      <Tabs
        label={views.label}
        views={PROGRAMME_VIEWS.map((view) => ({
          label: views[view],
          href: pathIn(page.lang, VIEW_PATHS[view]),
          current: view === current,
        }))}
      />
    </div>
  );
}
