/** Frame of the programmes' pages: every page stands under 事業 unless it says otherwise. */
import type { Child } from "hono/jsx";
import { type Crumb, PageFrame, pathIn, Tabs } from "../../ui/index.ts";
import { type ProgrammeCriteria, programmeCriteriaToParameters } from "../programme-criteria.ts";
import type { PageContext } from "./page-context.ts";
import { useWords, words } from "./words.ts";

export type ProgrammeFrameProps = Readonly<{
  page: PageContext;
  title: string;
  /** Of the page of a public record. */
  description?: string | undefined;
  /** The way from the list to here; left out on the list itself. */
  crumbs?: readonly Crumb[];
  /** Key of the place in the menu; the list when left out. */
  current?: string;
  island?: string | undefined;
  children?: Child;
}>;

export function ProgrammeFrame(props: ProgrammeFrameProps) {
  const { page, title, description, crumbs, current = "programmes", island, children } = props;
  const { lang, path, office } = page;
  const list = { label: words(lang).place, href: pathIn(lang, "/programmes") };
  const way = crumbs === undefined ? [{ label: title }] : [list, ...crumbs];
  return (
    <PageFrame {...{ lang, path, title, description, current, office, island }} crumbs={way}>
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

export type ProgrammeViewsProps = Readonly<{
  page: PageContext;
  current: ProgrammeView;
  /** What is chosen here is chosen there too, as far as a page knows it. */
  criteria?: ProgrammeCriteria | undefined;
}>;

/** The same records as a list, by year and on other pages. */
export function ProgrammeViews({ page, current, criteria = {} }: ProgrammeViewsProps) {
  const { views } = useWords();
  return (
    <div class="mt noprint">
      <Tabs
        label={views.label}
        views={PROGRAMME_VIEWS.map((view) => ({
          label: views[view],
          href: pathIn(page.lang, viewHref(view, criteria)),
          current: view === current,
        }))}
      />
    </div>
  );
}

const KNOWN: Readonly<Record<ProgrammeView, readonly (keyof ProgrammeCriteria)[]>> = {
  list: ["q", "government", "prefecture", "field", "country", "startFiscalYear", "recurrence"],
  years: ["q", "government", "prefecture", "field", "country", "startFiscalYear", "recurrence"],
  calendar: ["q", "government", "prefecture", "field", "country", "fiscalYear"],
  notHeld: ["q", "government", "prefecture", "field", "country", "fiscalYear"],
  anniversaries: ["government", "prefecture"],
  reciprocity: ["q", "government", "prefecture", "field"],
  report: ["government", "fiscalYear"],
};

function viewHref(view: ProgrammeView, criteria: ProgrammeCriteria): string {
  const known = Object.fromEntries(
    Object.entries(criteria).filter(([name]) => KNOWN[view].some((own) => own === name)),
  );
  const query = programmeCriteriaToParameters(known).toString();
  return query === "" ? VIEW_PATHS[view] : `${VIEW_PATHS[view]}?${query}`;
}
