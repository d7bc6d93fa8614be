/** Tabs and the toggle between two views: links with their own addresses, so they work without a script. */
import { Link } from "./link.tsx";

export type View = Readonly<{ label: string; href: string; current?: boolean | undefined }>;

export type ViewsProps = Readonly<{
  /** What the views are of, for the name of the navigation. */
  label: string;
  views: readonly View[];
}>;

export function Tabs({ label, views }: ViewsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ViewLinks views={views} />
    </nav>
  );
}

export function ViewToggle({ label, views }: ViewsProps) {
  return (
    <nav class="seg" aria-label={label}>
      <ViewLinks views={views} />
    </nav>
  );
}

function ViewLinks({ views }: Pick<ViewsProps, "views">) {
  return (
    <>
      {views.map(({ label, href, current }) => (
        <Link href={href} current={current === true ? "true" : undefined}>
          {label}
        </Link>
      ))}
    </>
  );
}
