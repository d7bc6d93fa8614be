/** For those who work on a programme: what was just saved, how far the work is from being public, what was returned. */
import { instantText } from "../../../registry/index.ts";
import { ButtonLink, Link, Notice, pathIn, useLang } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import { differingProgrammeFacts, type RecordedProgramme } from "../../recorded-programme.ts";
import { useWords, type Words } from "../words.ts";

export type SavedKind = keyof Words["saved"];

export function isSavedKind(text: string | undefined, { saved }: Words): text is SavedKind {
  return text !== undefined && Object.hasOwn(saved, text);
}

type Props = Readonly<{ programme: RecordedProgramme; saved: SavedKind | undefined }>;

export function StateNotices({ programme, saved }: Props) {
  const w = useWords();
  const { publication, state } = programme;
  if (saved === undefined && publication === "published" && state === "approved") return null;
  return (
    <div class="stack mt-l">
      {saved === undefined ? null : (
        <Notice kind="ok" title={w.savedTitle} announce>
          <p>{w.saved[saved]}</p>
          {UNDONE_FROM_HISTORY.includes(saved) ? <ToHistory id={programme.id} /> : null}
        </Notice>
      )}
      {publication === "withdrawn" ? (
        <Notice kind="gray" title={w.state.withdrawnTitle}>
          <p>{w.state.withdrawnText}</p>
        </Notice>
      ) : null}
      <WorkNotice programme={programme} />
    </div>
  );
}

/** What was just changed can be put back as it was. */
const UNDONE_FROM_HISTORY: readonly SavedKind[] = ["edited", "entered", "removed", "restored"];

function ToHistory({ id }: Readonly<{ id: string }>) {
  const { state: w } = useWords();
  return (
    <p>
      <Link href={`${pathIn(useLang(), programmeAddress(id))}/history`}>{w.toUndo}</Link>
    </p>
  );
}

function WorkNotice({ programme }: Readonly<{ programme: RecordedProgramme }>) {
  const { state: w } = useWords();
  const lang = useLang();
  const { state, submission, returnedReason, id } = programme;
  if (state === "approved") return null;
  if (state === "returned") {
    return (
      <Notice kind="warn" title={w.returnedTitle}>
        <p class="strong">{returnedReason}</p>
        <p>{w.returnedText}</p>
      </Notice>
    );
  }
  if (state === "in_review") {
    return (
      <Notice title={w.waitingTitle}>
        <p>{submission === null ? null : w.waitingText(instantText(submission.at, lang))}</p>
        <div class="row mt-s">
          <ButtonLink small href={pathIn(lang, `${programmeAddress(id)}/review`)}>
            {w.toReview}
          </ButtonLink>
        </div>
      </Notice>
    );
  }
  return (
    <Notice kind="gray" title={w.draftTitle}>
      <Differences programme={programme} />
    </Notice>
  );
}

function Differences({ programme: { facts, published } }: Readonly<{ programme: RecordedProgramme }>) {
  const { state: w, facts: names, separator } = useWords();
  if (published === null) return <p>{w.draftText}</p>;
  const differing = differingProgrammeFacts(published.facts, facts);
  return <p>{w.changedText(differing.map((name) => names[name]).join(separator))}</p>;
}
