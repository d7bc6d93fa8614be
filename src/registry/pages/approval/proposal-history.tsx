/** Requests for approval of a record, newest first: who asked when, who decided and why. For members. */
import { DataTable, Section, useLang } from "../../../ui/index.ts";
import type { Proposal } from "../../proposal.ts";
import { instantText } from "../date-view.ts";
import { useWords } from "../words.ts";
import { personText } from "./person-text.ts";

export function ProposalHistory({ proposals }: Readonly<{ proposals: readonly Proposal[] }>) {
  const { proposalHistory: w, approval } = useWords();
  const lang = useLang();
  if (proposals.length === 0) return null;
  return (
    <Section id="proposals" title={w.title}>
      <DataTable<Proposal>
        caption={w.title}
        captionHidden
        rows={proposals}
        columns={[
          {
            label: w.asked,
            header: true,
            cell: ({ proposedAt, proposedBy, proposerName, message }) => (
              <>
                {instantText(proposedAt, lang)}　{personText(proposedBy, proposerName, lang)}
                {message === null ? null : <p class="small sub">{approval.message(message)}</p>}
              </>
            ),
          },
          { label: w.kind, cell: ({ kind }) => w.kinds[kind] },
          { label: w.state, cell: ({ state }) => w.states[state] },
          { label: w.decided, cell: (proposal) => <Decided proposal={proposal} /> },
        ]}
      />
    </Section>
  );
}

function Decided({ proposal }: Readonly<{ proposal: Proposal }>) {
  const { approval } = useWords();
  const lang = useLang();
  const { decidedAt, decidedBy, deciderName, decisionReason } = proposal;
  if (decidedAt === null) return null;
  return (
    <>
      {instantText(decidedAt, lang)}　{personText(decidedBy ?? "", deciderName, lang)}
      {decisionReason === null ? null : <p class="small sub">{approval.reason(decisionReason)}</p>}
    </>
  );
}
