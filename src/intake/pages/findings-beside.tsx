/** All findings of a draft beside its form, to be read while correcting. */
import { FindingCard, FindingList } from "../../ui/index.ts";
import { findingMessage, findingTitle } from "../finding-words.ts";
import type { ReviewProps } from "./draft-view.ts";
import { settledWords } from "./findings-section.tsx";
import { placeWords } from "./place-words.ts";
import { words } from "./words.ts";

type FindingsBesideProps = Pick<ReviewProps, "context" | "findings" | "findingWords" | "current">;

export function FindingsBeside({ context: { lang }, findings, findingWords, current }: FindingsBesideProps) {
  const { draft: text } = words(lang);
  return (
    <>
      <h2 class="h-card">{findings.length === 0 ? text.none : text.findingsTitle(findings.length)}</h2>
      {findings.length === 0 ? null : (
        <FindingList>
          {findings.map((finding, index) => (
            <FindingCard
              number={index + 1}
              severity={finding.severity}
              title={findingTitle(finding.code, lang, findingWords)}
              place={placeWords(finding.at, lang)}
              current={index === current}
              settled={settledWords(finding, lang)}
            >
              <p>{findingMessage(finding, lang, findingWords)}</p>
            </FindingCard>
          ))}
        </FindingList>
      )}
    </>
  );
}
