/** What was just done with a document, and the way to take it back. */
import { Link, Notice, pathIn } from "../../ui/index.ts";
import { LEFT_REASONS } from "../left-reason.ts";
import { dayWords } from "./day-words.ts";
import type { DocumentPageProps } from "./document-view.ts";
import { documentWords, draftWords } from "./draft-words.ts";
import { personWords } from "./person-words.ts";
import { UndoLink } from "./undo-link.tsx";
import { words } from "./words.ts";

export function DoneNotice({ context, counts, document, noun }: DocumentPageProps) {
  const { lang, query } = context;
  const text = documentWords(lang, noun);
  const draft = draftWords(lang, noun);
  const done = query.get("done");
  if (done === null) return null;
  const number = (name: string) => Math.trunc(Number(query.get(name) ?? 0)) || 0;
  if (done === "bulk") {
    return (
      <Notice kind="ok" title={text.bulkDone(number("accepted"), number("linked"))} announce>
        {number("left") === 0 ? null : <p>{text.bulkLeft(number("left"))}</p>}
        <ul>
          {LEFT_REASONS.filter((reason) => number(reason) > 0).map((reason) => (
            <li>{text.bulkReason(text.leftReasons[reason], number(reason))}</li>
          ))}
        </ul>
        {number("untouched") === 0 ? null : <p>{text.bulkUntouched(number("untouched"))}</p>}
        <UndoLink context={context} documentId={document.id} />
      </Notice>
    );
  }
  if (done === "paired") {
    return (
      <Notice kind="ok" title={words(lang).pairs.done(number("n"))} announce>
        <UndoLink context={context} documentId={document.id} />
      </Notice>
    );
  }
  if (done === "undone") {
    const { undo } = words(lang);
    return (
      <Notice kind="ok" title={undo.done(number("n"))} announce>
        {number("left") === 0 ? null : <p>{undo.doneLeft(number("left"))}</p>}
      </Notice>
    );
  }
  if (done === "imported") return <Notice kind="ok" title={text.isNew(counts.total)} announce />;
  if (done === "known") {
    return (
      <Notice title={text.isKnown} announce>
        <p>
          {text.knownSince(
            dayWords(document.importedAt, lang),
            personWords(document.importedBy, document.importedByName, lang),
          )}
        </p>
      </Notice>
    );
  }
  const notice = draft.doneNotices[done];
  if (notice === undefined) return null;
  // The last sheet was decided, so there is no next one to go on to.
  const agreement = /^A\d{6,}$/.exec(query.get("agreement") ?? "")?.[0];
  return (
    <Notice kind="ok" title={notice} announce>
      {agreement === undefined ? null : (
        <p>
          <Link href={pathIn(lang, `/agreements/${agreement}`)}>{`${draft.openRecord} ${agreement}`}</Link>
        </p>
      )}
      <UndoLink context={context} documentId={document.id} />
    </Notice>
  );
}
