import { describe, expect, it } from "vitest";
import { inventedLines, sourceOf } from "../../../test/fixtures/agreement-survey/invented-report.ts";
import { type AgreementFacts, type FormInput, readFacts } from "../../registry/index.ts";
import { readAgreementSurvey } from "../agreement-survey/index.ts";
import { factsOfDraft } from "../facts-of-draft.ts";
import { draftInput } from "./draft-input.ts";

const NOBODY = { byId: new Map(), byName: new Map() };
const source = sourceOf(inventedLines);
const drafts = readAgreementSurvey(source).records.map((record) => factsOfDraft(record, source));

/** The form as it comes back untouched; sources are not typed. */
const untouched = (facts: AgreementFacts, input: FormInput) =>
  readFacts({ ...input, sources: [] }, { ...facts, sources: [] }, NOBODY);

describe("the form of a draft", () => {
  it.each(drafts.map((facts) => [facts.title, facts] as const))("left as it was keeps all of %s", (_title, facts) => {
    expect(untouched(facts, draftInput(facts, 1, "ja")).facts).toEqual({ ...facts, sources: [] });
    expect(untouched(facts, draftInput(facts, 1, "en")).facts).toEqual({ ...facts, sources: [] });
  });

  it("asks which local government a name of two means, instead of leaving it without a code", () => {
    const facts = { ...drafts[0]!, japan: [{ name: "府中市", governmentCode: null }] };
    const { problems } = untouched(facts, draftInput(facts, 1, "ja"));
    expect(problems).toMatchObject([{ field: "japan.0.name", code: "government_ambiguous" }]);
    expect(problems[0]!.candidates!.map(({ label }) => label)).toEqual(["東京都府中市", "広島県府中市"]);
  });
});
