/** A form of a year that is opened and saved untouched changes nothing, whatever the entry holds. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { submittedForm } from "../../../../test/support/sent-form.ts";
import type { YearEntry } from "../../programme-year.ts";
import { programmeSampleSchema } from "../../sample/sample-file.ts";
import { anyEntry } from "../../testing/any-facts.ts";
import { aFigure, anEntry, anEvent, aProgramme } from "../../testing/programme-facts.ts";
import { EntryPage } from "./entry-form.tsx";
import { inputOfEntry, readEntryInput, withRows } from "./entry-input.ts";
import { type ReadEntry, readEntry } from "./read-entry.ts";

const LANGUAGES = ["ja", "en"] as const;
type Lang = (typeof LANGUAGES)[number];
const sample = programmeSampleSchema.parse(JSON.parse(readFileSync("data/sample/programmes.json", "utf8")));

function openAndSend(entry: YearEntry, lang: Lang, facts = aProgramme({ years: [entry] })): ReadEntry {
  const page = { lang, path: "/", office: undefined, canEdit: true, canReadWork: true };
  const { fiscalYear, column } = entry;
  const input = withRows(inputOfEntry(entry, 3, "", lang), entry);
  const own = { id: "P000001", title: "会議", fiscalYear, column, isSaved: true };
  const sent = new FormData();
  for (const [name, value] of submittedForm(String(<EntryPage page={page} {...own} input={input} />))) {
    sent.append(name, value);
  }
  return readEntry(readEntryInput(sent), { base: entry, facts, lang });
}

describe("a form of a year sent back as it was opened", () => {
  test("changes nothing in any year of the sample", () => {
    expect(sample.programmes).toHaveLength(18);
    for (const facts of sample.programmes) {
      for (const entry of facts.years) {
        for (const lang of LANGUAGES) {
          const said = `${facts.title} ${entry.fiscalYear} ${lang}`;
          expect(openAndSend(entry, lang, facts), said).toStrictEqual({ entry, problems: [], doubts: [] });
        }
      }
    }
  });

  test("changes nothing in any entry that can be stored", () => {
    fc.assert(
      fc.property(anyEntry, fc.constantFrom(...LANGUAGES), (entry, lang) => {
        expect(openAndSend(entry, lang)).toStrictEqual({ entry, problems: [], doubts: [] });
      }),
      { numRuns: 60 },
    );
  });

  test("keeps what lies beyond the rows it shows", () => {
    const events = Array.from({ length: 130 }, (_, at) => anEvent({ name: `会 ${at}`, edition: null }));
    const quantities = Array.from({ length: 120 }, (_, at) => aFigure(`数 ${at}`, at));
    const entry = anEntry(2023, { events, quantities });
    expect(openAndSend(entry, "ja").entry).toEqual(entry);
  });
});
