/** Records that may be the same agreement: why, what differs, and the way to look at both. Never joined by itself. */
import { Button, ButtonLink, Link, pathIn, Section, TextInput } from "../../ui/index.ts";
import type { Candidate } from "../find-candidates.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import type { DraftPageProps } from "./draft-view.ts";
import { words } from "./words.ts";

type CandidatesProps = Pick<DraftPageProps, "context" | "document" | "draft" | "candidates" | "original">;

export function CandidatesSection({ context, document, draft, candidates, original }: CandidatesProps) {
  const { lang } = context;
  const { draft: text } = words(lang);
  if (draft.state !== "pending") return null;
  const address = pathIn(lang, `/imports/${document.id}/drafts/${draft.position}/link`);
  return (
    <Section id="candidates" title={text.candidates}>
      <p class="sub">{candidates.length === 0 && original === undefined ? text.candidatesNone : text.candidatesLead}</p>
      <ul class="linklist mt">
        {original === undefined ? null : (
          <li>
            <h3>{text.originalTitle}</h3>
            <p>{text.original(placeOfDraft(original.record))}</p>
            <ButtonLink small href={`${address}?agreement=${original.agreementId}`}>
              {text.seeDifference}
            </ButtonLink>
          </li>
        )}
        {candidates
          .filter(({ agreement }) => agreement.id !== original?.agreementId)
          .map((candidate) => (
            <CandidateItem context={context} candidate={candidate} address={address} />
          ))}
      </ul>
      <details class="mt">
        <summary>{text.byNumber}</summary>
        <form class="stack mt-s narrow" method="get" action={address}>
          <TextInput name="agreement" label={text.byNumberLabel} required />
          <div class="row">
            <Button small>{text.seeDifference}</Button>
          </div>
        </form>
      </details>
    </Section>
  );
}

type CandidateItemProps = Readonly<{ context: CandidatesProps["context"]; candidate: Candidate; address: string }>;

function CandidateItem({ context: { lang }, candidate: { agreement, comparison }, address }: CandidateItemProps) {
  const { draft: text } = words(lang);
  return (
    <li>
      <Link class="t" href={pathIn(lang, `/agreements/${agreement.id}`)}>
        {`${agreement.id}　${agreement.title}`}
      </Link>
      <p>{comparison.reasons.map((reason) => text.likeness[reason]).join("、")}</p>
      <p class="m">
        {comparison.differing.length === 0
          ? text.differsNone
          : `${text.differs}：${comparison.differing.map((name) => text.facts[name]).join("、")}`}
      </p>
      <ButtonLink small href={`${address}?agreement=${agreement.id}`}>
        {text.seeDifference}
      </ButtonLink>
    </li>
  );
}
