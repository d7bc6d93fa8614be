/** The way from the home page to this page. */
import { pathIn, useLang } from "./lang.ts";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";

export type Crumb = Readonly<{ label: string; href?: string | undefined }>;

export type BreadcrumbProps = Readonly<{ crumbs: readonly Crumb[] }>;

export function Breadcrumb({ crumbs }: BreadcrumbProps) {
  const { frame } = useTexts();
  const lang = useLang();
  const last = crumbs.at(-1);
  return (
    <nav class="crumbs wrap" aria-label={frame.crumbs}>
      <ol>
        <li>
          <Link href={pathIn(lang, "/")}>{frame.home}</Link>
        </li>
        {crumbs.slice(0, -1).map(({ label, href }) => (
          <li>{href === undefined ? label : <Link href={href}>{label}</Link>}</li>
        ))}
        {last === undefined ? null : <li aria-current="page">{last.label}</li>}
      </ol>
    </nav>
  );
}
