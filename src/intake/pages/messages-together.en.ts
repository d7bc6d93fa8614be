/** Words of what is done together: taking acceptances back, settling, linking. */
import type { togetherJa } from "./messages-together.ja.ts";

export const togetherEn: typeof togetherJa = {
  undo: {
    link: "Take this acceptance back",
    section: "Taking acceptances back",
    sectionLead:
      "What was accepted at once can be put back to review together. Corrections and settled findings stay. A single one can be put back on its own page.",
    when: "Accepted on",
    who: "Accepted by",
    what: "What",
    counts: (accepted, linked) =>
      [accepted > 0 ? `${accepted} recorded` : "", linked > 0 ? `${linked} linked to existing records` : ""]
        .filter((part) => part !== "")
        .join(", "),
    more: (n) => `The latest ${n}.`,
    title: "Take the acceptance back",
    lead: (n) => `${n} go back to review. Corrections and settled findings stay.`,
    withdraws: (n) =>
      `The ${n} records made by this acceptance are withdrawn; those that were never public are given up. Their numbers are never used again.`,
    restores: (n) => `The ${n} records that were linked get back what they said before.`,
    drafts: "What goes back to review",
    place: "Place",
    name: "Title",
    becomes: "Record",
    effect: "Taken back",
    effects: { published: "Withdrawn", draft: "Given up", linked: "Back to what it said before" },
    others: (n) => `${n} more`,
    reason: "Why it is taken back",
    reasonHint: "For example: it was the report of another year.",
    confirm: (n) => `Take back ${n}`,
    cancel: "Cancel",
    stuckTitle: (n) => `${n} cannot be taken back. Nothing has been taken back yet`,
    stuckLead:
      "Records that changed after they were accepted cannot be put back here. You can leave the following as they are and take back the others.",
    stuckOnly: "None can be taken back. Correct the records instead.",
    stuckRecords: "Records that stay as they are",
    why: "Why it cannot be taken back",
    confirmRest: (n) => `Leave these and take back the other ${n}`,
    done: (n) => `${n} were taken back and wait for review again.`,
    doneLeft: (n) => `${n} stay accepted.`,
  },
  same: {
    open: "Settle findings that say the same together",
    title: "Findings that say the same",
    lead: "These say the same at different places. Open each place, then settle them with one reason. Each can be opened again later.",
    none: "No open findings say the same thing.",
    places: (n) => `Open ${n} places`,
    ofDocument: "Whole document",
    decide: (n) => `Settle these ${n} together`,
    settle: (n) => `Settle ${n} with this reason`,
    done: (n) => `Settled ${n} findings.`,
    more: (n) => `There are ${n} more groups. They are shown once these are settled.`,
  },
  pairs: {
    open: "Link those that look like existing records together",
    title: "Link as the same records",
    lead: "These look the same as records that exist. Look at the differences and choose only those that are the same. What differs stays as recorded; the source and missing fields or years are added.",
    chosen:
      "Chosen beforehand are those whose parties, title and dates (of programmes: title and first year) all agree and that have no open findings.",
    none: "None looks the same as an existing record.",
    ownerMissing: "Whose records they become has to be chosen first, on the page of the document.",
    link: "The same record",
    draft: "Imported",
    record: "Existing record",
    noDifferences: "There are no differences.",
    differences: (n, names) => `Look at ${n} differences (${names})`,
    differencesOf: (title) => `Differences of “${title}”`,
    ambiguous: "Other records look the same too. Decide on its own page.",
    blocked: "Blocking findings are still open. Settle them first.",
    warnings: (n) => `${n} findings are still open.`,
    refused: "It could not be linked.",
    fill: "Fill in what the record leaves empty",
    confirm: "Link the chosen ones as the same records",
    cancel: "Cancel",
    done: (n) => `Linked ${n} to existing records.`,
    next: "Go on with the next drafts",
  },
  edited: {
    section: "Corrections from the earlier acceptance",
    lead: "The acceptance was taken back, your corrections stay. Accepting records them.",
  },
};
