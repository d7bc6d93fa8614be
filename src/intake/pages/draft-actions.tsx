/** Accept, edit, skip, in this order; what blocks is said in the bar. A decided draft can be put back to review. */
import { ActionBar, Button, ButtonLink, pathIn } from "../../ui/index.ts";
import type { DraftPageProps } from "./draft-view.ts";
import { words } from "./words.ts";

export function DraftActions({ context, document, draft, findings, counts }: DraftPageProps) {
  const { lang } = context;
  const { draft: text, document: documentText } = words(lang);
  const address = pathIn(lang, `/imports/${document.id}/drafts/${draft.position}`);
  if (draft.state !== "pending") {
    return (
      <ActionBar label={text.actions} reason={text.left(counts.pending)}>
        <ButtonLink href={`${address}/reopen`}>{text.reopen}</ButtonLink>
      </ActionBar>
    );
  }
  const errors = findings.filter(({ severity, settledAt }) => severity === "error" && settledAt === null).length;
  const reasons = [
    ...(errors > 0 ? [text.blocked(errors)] : []),
    ...(document.mappingConfirmed ? [] : [documentText.mappingUnconfirmed]),
  ];
  const blockedBy = reasons.length > 0 ? "blocked" : undefined;
  return (
    <ActionBar label={text.actions} reasonId="blocked" reason={[...reasons, text.left(counts.pending)].join(" ")}>
      <form method="post" action={`${address}/accept`}>
        <input type="hidden" name="version" value={`${draft.version}`} />
        <Button look="main" blockedBy={blockedBy}>
          {text.accept}
        </Button>
      </form>
      <ButtonLink href={`${address}/edit`}>{text.edit}</ButtonLink>
      <ButtonLink look="plain" href={`${address}/skip`}>
        {text.skip}
      </ButtonLink>
    </ActionBar>
  );
}
