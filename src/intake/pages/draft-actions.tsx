/**
 * Accept, edit, skip, in this order; what blocks is said in the bar. A decided draft can be put back to review.
 *
 * When the registry has a record that looks the same, looking at the difference comes first, and accepting says that
 * this is another agreement: pressing the filled button down a whole report must not record anything twice.
 */
import { ActionBar, Button, ButtonLink, pathIn } from "../../ui/index.ts";
import type { DraftPageProps, ReviewProps } from "./draft-view.ts";
import { words } from "./words.ts";

/** What stands in the way of a record, in sentences. */
export function blockingReasons({
  context: { lang },
  document,
  findings,
}: Pick<ReviewProps, "context" | "document" | "findings">): readonly string[] {
  const { draft: text, document: documentText } = words(lang);
  const errors = findings.filter(({ severity, settledAt }) => severity === "error" && settledAt === null).length;
  return [
    ...(errors > 0 ? [text.blocked(errors)] : []),
    ...(document.mappingConfirmed ? [] : [documentText.mappingUnconfirmed]),
  ];
}

export function DraftActions(props: DraftPageProps) {
  const { context, document, draft, counts } = props;
  const { lang } = context;
  const { draft: text } = words(lang);
  const address = pathIn(lang, `/imports/${document.id}/drafts/${draft.position}`);
  if (draft.state !== "pending") {
    return (
      <ActionBar label={text.actions} reason={text.left(counts.pending)}>
        <ButtonLink href={`${address}/reopen`}>{text.reopen}</ButtonLink>
      </ActionBar>
    );
  }
  const { same, isAnother, doubts } = doubtsOf(props);
  const reasons = blockingReasons(props);
  const blockedBy = reasons.length > 0 ? "blocked" : undefined;
  return (
    <ActionBar
      label={text.actions}
      reasonId="blocked"
      reason={[...reasons, ...doubts, text.left(counts.pending)].join(" ")}
    >
      <SeeDifference {...props} same={same} />
      <form method="post" action={`${address}/accept`}>
        <input type="hidden" name="version" value={`${draft.version}`} />
        {isAnother ? <input type="hidden" name="another" value="yes" /> : null}
        <Button look={isAnother ? "outline" : "main"} blockedBy={blockedBy}>
          {isAnother ? text.acceptAnother : text.accept}
        </Button>
      </form>
      <ButtonLink href={`${address}/edit`}>{text.edit}</ButtonLink>
      <ButtonLink look="plain" href={`${address}/skip`}>
        {text.skip}
      </ButtonLink>
    </ActionBar>
  );
}

type Doubts = Readonly<{
  /** The record that looks the same. */
  same: string | undefined;
  /** Accepting would say that this is another agreement. */
  isAnother: boolean;
  doubts: readonly string[];
}>;

export function doubtsOf({ context: { lang }, draft, original, candidates }: DraftPageProps): Doubts {
  const { draft: text } = words(lang);
  const same = original?.agreementId ?? candidates.find(({ comparison }) => comparison.looksSame)?.agreement.id;
  if (same !== undefined) return { same, isAnother: true, doubts: [text.looksRecorded(same)] };
  return { same, isAnother: draft.record.relisted, doubts: draft.record.relisted ? [text.relistingAlone] : [] };
}

export function SeeDifference({ context: { lang }, draft, same }: DraftPageProps & Pick<Doubts, "same">) {
  if (same === undefined) return null;
  const address = pathIn(lang, `/imports/${draft.documentId}/drafts/${draft.position}/link?agreement=${same}`);
  return (
    <ButtonLink look="main" href={address}>
      {words(lang).draft.seeDifference}
    </ButtonLink>
  );
}
