/** The form of a programme that is opened and saved untouched changes nothing, whatever its facts are. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { submittedForm } from "../../../../test/support/sent-form.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import { programmeSampleSchema } from "../../sample/sample-file.ts";
import { anyFacts } from "../../testing/any-facts.ts";
import { aProgramme } from "../../testing/programme-facts.ts";
import { FactsPage } from "./facts-form.tsx";
import { inputOfFacts, readFactsInput, withFactRows } from "./facts-input.ts";
import { type ReadFacts, readFacts } from "./read-facts.ts";

const LANGUAGES = ["ja", "en"] as const;

function openAndSend(facts: ProgrammeFacts, lang: (typeof LANGUAGES)[number]): ReadFacts {
  const page = { lang, path: "/", office: undefined, canEdit: true, canReadWork: true };
  const input = withFactRows(inputOfFacts(facts, 2, "46000", lang));
  const record = { id: "P000001", title: facts.title };
  const sent = new FormData();
  for (const [name, value] of submittedForm(String(<FactsPage page={page} record={record} input={input} />))) {
    sent.append(name, value);
  }
  return readFacts(readFactsInput(sent), { base: facts, saved: facts, partners: [], lang });
}

test("the form of each programme of the sample, sent back as it was opened, changes nothing", () => {
  const { programmes } = programmeSampleSchema.parse(JSON.parse(readFileSync("data/sample/programmes.json", "utf8")));
  expect(programmes).toHaveLength(18);
  for (const facts of programmes) {
    for (const lang of LANGUAGES) {
      expect(openAndSend(facts, lang), facts.title).toStrictEqual({ facts, problems: [], doubts: [] });
    }
  }
});

test("nor does the form of any programme that can be stored", () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...LANGUAGES), (facts, lang) => {
      expect(openAndSend(facts, lang)).toStrictEqual({ facts, problems: [], doubts: [] });
    }),
    { numRuns: 80 },
  );
});

test("partners beyond the rows it shows stay", () => {
  const partners = Array.from({ length: 150 }, (_, at) => ({ name: `相手 ${at}`, formerName: null, country: null }));
  expect(openAndSend(aProgramme({ partners }), "ja").facts.partners).toEqual(partners);
});
