/** Bar above the header for whoever may edit: as whom, and the places only they see. */
import { pathIn, useLang } from "./lang.ts";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";
import { currentSite, type Place } from "./site.ts";
import type { Worker } from "./worker.ts";

export type Office = Readonly<{
  /** Office or role, never a person's name: 「この端末の担当者」. */
  who: string;
  /** The signed-in person's own name, shown to that person alone. */
  person?: string;
  /** The person holds roles in other bodies too. */
  canSwitchBody?: boolean;
  /** Which places are shown is asked with this. */
  worker?: Worker;
}>;

export type OfficeBarProps = Readonly<{ office: Office; current?: string | undefined }>;

export function OfficeBar({ office, current }: OfficeBarProps) {
  const { frame } = useTexts();
  const lang = useLang();
  const audience = office.person === undefined ? "operator" : "member";
  const { worker } = office;
  const isShown = (place: Place) =>
    (place.audience ?? audience) === audience && (worker === undefined || (place.isFor?.(worker) ?? true));
  const places = currentSite().officePlaces.filter(isShown);
  return (
    <nav class="office" aria-label={frame.officeMenu}>
      <div class="wrap">
        <span class="who">{frame.workingAs(office.who)}</span>
        {places.map(({ key, href, label }) => (
          <Link href={pathIn(lang, href)} current={key === current ? "page" : undefined}>
            {label[lang]}
          </Link>
        ))}
      </div>
    </nav>
  );
}
