/** Frame of the registry's pages: every page stands under 提携・協定 unless it says otherwise. */
import type { Child } from "hono/jsx";
import { type Crumb, PageFrame, pathIn } from "../../ui/index.ts";
import type { PageContext } from "./page-context.ts";
import { words } from "./words.ts";

export type RegistryFrameProps = Readonly<{
  page: PageContext;
  title: string;
  /** Of the page of a public record. */
  description?: string | undefined;
  /** The way from the list to here; left out on the list itself. */
  crumbs?: readonly Crumb[];
  /** Key of the place in the menu; the list when left out. */
  current?: string;
  children?: Child;
}>;

export function RegistryFrame(props: RegistryFrameProps) {
  const { page, title, description, crumbs, current = "agreements", children } = props;
  const { lang, path, office } = page;
  const list = { label: words(lang).place, href: pathIn(lang, "/agreements") };
  const way = crumbs === undefined ? [{ label: title }] : current === "agreements" ? [list, ...crumbs] : crumbs;
  return (
    <PageFrame {...{ lang, path, title, description, current, office }} crumbs={way}>
      <div class="wrap">{children}</div>
    </PageFrame>
  );
}
