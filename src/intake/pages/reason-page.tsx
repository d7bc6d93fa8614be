/** Skipping a draft, or putting one back to review: both ask for the reason, which the history keeps. */
import { PageHead, pathIn, TextInput } from "../../ui/index.ts";
import type { StoredDraft } from "../imported-document.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { SubmitRow } from "./submit-row.tsx";
import { words } from "./words.ts";

export type ReasonPageProps = Readonly<{
  context: PageContext;
  draft: StoredDraft;
  act: "skip" | "reopen";
  refused?: Readonly<{ message: string; reason: string }> | undefined;
}>;

export function ReasonPage({ context, draft, act, refused }: ReasonPageProps) {
  const { lang } = context;
  const { reason: text } = words(lang);
  const title = act === "skip" ? text.skipTitle : text.reopenTitle;
  const back = pathIn(lang, `/imports/${draft.documentId}/drafts/${draft.position}`);
  return (
    <IntakeFrame
      context={context}
      title={title}
      crumbs={[{ label: placeOfDraft(draft.record), href: back }, { label: title }]}
    >
      <PageHead
        kicker={`${placeOfDraft(draft.record)}　${draft.record.title}`}
        title={title}
        lead={act === "skip" ? text.skipLead : text.reopenLead}
      />
      <form class="stack-l mt-l narrow" method="post" action={`${back}/${act}`}>
        <input type="hidden" name="version" value={`${draft.version}`} />
        <TextInput name="reason" label={text.reason} value={refused?.reason} error={refused?.message} required />
        <SubmitRow label={act === "skip" ? text.skip : text.reopen} cancel={text.cancel} back={back} />
      </form>
    </IntakeFrame>
  );
}
