/** Foot of the page: the whole site map, which is also the menu on narrow screens, and what the site stands for. */
import { pathIn, useLang } from "./lang.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";
import { currentSite, type PlaceGroup, placesFor } from "./site.ts";
import type { Worker } from "./worker.ts";

export type PageFooterProps = Readonly<{ path: string; worker?: Worker | undefined }>;

const GROUPS: readonly PlaceGroup[] = ["office", "search", "count", "site"];

export function PageFooter({ path, worker }: PageFooterProps) {
  const { site } = useTexts();
  const { origin } = currentSite();
  return (
    <footer class="foot" id="menu">
      <div class="wrap">
        <div class="cols">
          <div>
            <h2>{site.about}</h2>
            <p>{site.aboutText}</p>
          </div>
          {GROUPS.map((group) => (
            <SiteMapGroup group={group} path={path} worker={worker} />
          ))}
        </div>
        <p class="legal">{site.legal}</p>
        <p class="onpaper">
          {site.printedFrom} {origin}
          {path}
        </p>
      </div>
    </footer>
  );
}

type SiteMapGroupProps = Readonly<{ group: PlaceGroup; path: string; worker: Worker | undefined }>;

function SiteMapGroup({ group, path, worker }: SiteMapGroupProps) {
  const lang = useLang();
  const title = useTexts().frame.groups[group];
  const places = placesFor(worker).filter((place) => place.group === group);
  if (places.length === 0 && group !== "site") return null;
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {places.map(({ href, label }) => (
          <li>
            <Link href={pathIn(lang, href)}>{label[lang]}</Link>
          </li>
        ))}
        {group === "site" ? (
          <li>
            <LanguageSwitch path={path} />
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
