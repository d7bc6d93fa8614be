/** Words of the pages on which a draft of a programme is corrected. */
import type { CorrectionWords } from "./messages.ja.ts";

export const correctionWords: CorrectionWords = {
  head: "The programme itself",
  year: "Fiscal year",
  column: "Column",
  yearHint: "Such as 2024 or 令和6年度",
  remove: "Leave this year's column out",
  yearNotRead: (text) => `“${text}” cannot be read as a fiscal year.`,
  refused: "It cannot be recorded as it is",
  formerly: (name) => `formerly ${name}`,
  likeness: {
    same_title: "same title",
    title_by_former_name: "same title once the partner's former name is replaced",
    same_short_title: "same title without the line above it",
    title_contained: "one title contains the other",
    similar_title: "similar title",
    shared_partner: "same partner",
    same_start: "same first fiscal year",
  },
};
