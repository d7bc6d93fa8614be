/** Promises on the page of an agreement, for members who may know them. */
import { Link, pathIn, Section, Tag, useLang } from "../../ui/index.ts";
import { agreementAddress } from "../criteria-address.ts";
import { dayText } from "../pages/date-view.ts";
import type { AgreementPromise } from "./promise-store.ts";
import { promiseWords } from "./words.ts";

export type PromisesSectionProps = Readonly<{
  agreementId: string;
  promises: readonly AgreementPromise[];
  canWrite: boolean;
}>;

export function PromisesSection({ agreementId, promises, canWrite }: PromisesSectionProps) {
  const lang = useLang();
  const w = promiseWords(lang);
  const open = promises.filter(({ isKept }) => !isKept);
  return (
    <Section id="promises" title={w.title}>
      {open.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <ul class="linklist">
          {open.map(({ text, dueOn }) => (
            <li>
              {text}
              {dueOn === null ? null : (
                <>
                  {" "}
                  <Tag>
                    {w.dueOn}　{dayText(dueOn, lang)}
                  </Tag>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {canWrite ? (
        <p class="mt noprint">
          <Link href={pathIn(lang, `${agreementAddress(agreementId)}/promises`)}>{w.toPage}</Link>
        </p>
      ) : null}
    </Section>
  );
}
