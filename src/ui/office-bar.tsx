/** Bar above the header for whoever has signed in: for which body, and the places of their work. */
import { pathIn, useLang } from "./lang.ts";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";
import { placesFor } from "./site.ts";
import type { Worker } from "./worker.ts";

export type Office = Readonly<{
  /** Office or role, never a person's name: 「この端末の担当者」. */
  who: string;
  /** The signed-in person's own name, shown to that person alone. */
  person?: string;
  /** The person holds roles in other bodies too. */
  canSwitchBody?: boolean;
  /** Which places are shown is asked with this. */
  worker: Worker;
}>;

export type OfficeBarProps = Readonly<{ office: Office; current?: string | undefined }>;

export function OfficeBar({ office, current }: OfficeBarProps) {
  const { frame } = useTexts();
  const lang = useLang();
  const { worker, who, person, canSwitchBody } = office;
  const places = placesFor(worker).filter(({ group, footOnly }) => group === "office" && footOnly !== true);
  return (
    <nav class="office" aria-label={frame.officeMenu}>
      <div class="wrap">
        <span class="who">
          {frame.workingAs(who)}
          {canSwitchBody ? (
            <>
              {" "}
              <Link href={pathIn(lang, "/account")}>{frame.switchBody}</Link>
            </>
          ) : null}
        </span>
        {places.map(({ key, href, label }) => (
          <Link href={pathIn(lang, href)} current={key === current ? "page" : undefined}>
            {label[lang]}
          </Link>
        ))}
        {person === undefined ? null : (
          <Link href={pathIn(lang, "/account")} current={current === "account" ? "page" : undefined}>
            {frame.account(person)}
          </Link>
        )}
      </div>
    </nav>
  );
}
