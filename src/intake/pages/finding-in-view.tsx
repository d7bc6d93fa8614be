/** One finding at a time, so that the source and the record stay on the first screen; the others are one line each. */
import { FindingCard, FindingList, Link, Notice, pathIn } from "../../ui/index.ts";
import { findingMessage, findingTitle } from "../finding-words.ts";
import type { ImportFinding } from "../imported-document.ts";
import type { ReviewProps } from "./draft-view.ts";
import { SettleForm, settledWords, severityName } from "./findings-section.tsx";
import { placeWords } from "./place-words.ts";
import { words } from "./words.ts";

type FindingInViewProps = Pick<
  ReviewProps,
  "context" | "document" | "draft" | "findings" | "findingWords" | "current" | "refused"
>;

export function FindingInView(props: FindingInViewProps) {
  const { context, document, draft, findings, findingWords, current, refused } = props;
  const { lang } = context;
  const { draft: text } = words(lang);
  const finding = findings[current];
  if (finding === undefined) return <Notice kind="ok" title={text.none} />;
  const address = (index: number) =>
    pathIn(lang, `/imports/${document.id}/drafts/${draft.position}?finding=${index + 1}`);
  return (
    <section class="mt" aria-labelledby="findings">
      <h2 id="findings" class="vh">
        {text.findingsTitle(findings.length)}
      </h2>
      <FindingList>
        <FindingCard
          number={current + 1}
          severity={finding.severity}
          title={findingTitle(finding.code, lang, findingWords)}
          place={placeWords(finding.at, lang)}
          current
          settled={settledWords(finding, lang)}
        >
          <p>{findingMessage(finding, lang, findingWords)}</p>
          {finding.ofCorrection ? <p class="sub small">{words(lang).correction.found}</p> : null}
          <SettleForm context={context} documentId={document.id} finding={finding} refused={refused} />
        </FindingCard>
        {findings.length === 1 ? null : (
          <li>
            <h3>{text.others(findings.length - 1)}</h3>
            <ul class="linklist">
              {findings.map((other, index) =>
                index === current ? null : (
                  <li id={`finding-${index + 1}`}>
                    <Link
                      href={address(index)}
                    >{`${index + 1}　${severityName(other.severity, lang)}　${findingTitle(other.code, lang, findingWords)}`}</Link>
                    <SettledWord finding={other} context={context} />
                  </li>
                ),
              )}
            </ul>
          </li>
        )}
      </FindingList>
    </section>
  );
}

function SettledWord({
  finding,
  context: { lang },
}: Readonly<{ finding: ImportFinding }> & Pick<ReviewProps, "context">) {
  const { draft: text } = words(lang);
  if (finding.settledAt !== null) return <span class="m">　{text.decided}</span>;
  return finding.severity === "info" ? null : <span class="m">　{text.undecided}</span>;
}
