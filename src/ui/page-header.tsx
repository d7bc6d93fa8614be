/** Header: mark, name, menu. The language switch stands in the menu and again in the site map. */
import { BridgeMark } from "./bridge-art.tsx";
import { MenuIcon } from "./icons.tsx";
import { pathIn, useLang } from "./lang.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";
import { placesFor } from "./site.ts";
import type { Worker } from "./worker.ts";

export type PageHeaderProps = Readonly<{ path: string; current?: string | undefined; worker?: Worker | undefined }>;

export function PageHeader({ path, current, worker }: PageHeaderProps) {
  const { site, frame } = useTexts();
  const lang = useLang();
  return (
    <header class="top">
      <div class="wrap">
        <Link class="brand" href={pathIn(lang, "/")}>
          <BridgeMark />
          <span>
            <b>{site.name}</b>
            <small>{site.tagline}</small>
          </span>
        </Link>
        <a class="tomenu" href="#menu">
          <MenuIcon />
          {frame.menu}
        </a>
        <nav class="nav" aria-label={frame.mainMenu}>
          <ul>
            {placesFor(worker)
              .filter(({ group, footOnly }) => group !== "office" && footOnly !== true)
              .map(({ key, href, label }) => (
                <li>
                  <Link href={pathIn(lang, href)} current={key === current ? "page" : undefined}>
                    {label[lang]}
                  </Link>
                </li>
              ))}
            <li>
              <LanguageSwitch path={path} />
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}
