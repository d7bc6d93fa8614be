/** Words of the pages that take the workbook of programmes back, in English. */
import type { ja } from "./messages.ja.ts";

const many = (count: number, one: string) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

export const en: typeof ja = {
  title: "Workbook of programmes",
  link: "Edit in an Excel workbook",
  lead: "Download plans and results as an Excel workbook, edit them there, and bring the workbook back. Its sheets and headers are in Japanese.",
  steps: ["Send", "Check", "Save"],
  choose: "Choose a body",
  government: "Body code",
  governmentHint: "The five digits of the national code of local governments. Kagoshima Prefecture is 46000.",
  open: "Open this body's workbook",
  otherBody: "Choose another body",
  ownerUnknown: "No body has this code.",
  download: "1. Download the workbook",
  tooMany: (name, programmes, most) =>
    `${name} has ${programmes.toLocaleString("en")} programmes, more than the ${most.toLocaleString("en")} one workbook holds. "Edit in a table" has all of them, year by year.`,
  downloadText: (name: string, programmes: number) =>
    `It holds the working records of ${many(programmes, "programme")} of ${name}. Leave headers and hidden columns as they are and edit the rows below.`,
  noProgrammes: (name: string) => `No programmes of ${name} are recorded yet.`,
  workbook: "Download the workbook (Excel)",
  upload: "2. Send the edited workbook",
  uploadText: "Sending changes nothing. The differences are shown first and saved once you confirm them.",
  file: "Workbook",
  fileHint: "An xlsx file of at most 5 MB.",
  noFile: "Choose the file of the workbook.",
  send: "Show the differences",
  unreadable: "This file could not be read",
  saved: (programmes: number) => `${many(programmes, "programme")} saved`,
  savedText:
    "To edit further, download a new workbook; the one you have is out of date now. Where a body asks for approval, what the public reads changes once it is approved.",
  back: "Back to the annual report",
  preview: {
    title: "Differences of the workbook",
    lead: (name: string) => `The workbook compared with the working records of ${name}. Nothing is saved yet.`,
    same: "No differences",
    sameText: "The workbook says what is recorded. There is nothing to save.",
    willSave: (programmes: number, cells: number) =>
      `${many(cells, "change")} in ${many(programmes, "programme")} can be saved`,
    willSaveText: "Check the differences below, then save with the button at the end of the page.",
    nothingToSave: "This cannot be saved as it stands",
    nothingText: "Correct what was found below in the workbook and send it again. The records are unchanged.",
    someBlocked: "Some of it will not be saved",
    someBlockedText:
      "Years marked “not saved” stay as recorded. To correct them after saving, download a new workbook.",
    findings: (count: number) => `Findings (${count.toLocaleString("en")})`,
    changes: "What changes",
    entry: (year: string, column: string) => `${year}, ${column}`,
    blocked: "not saved",
    inReview: "It waits for approval. Take the request back to change it.",
    what: "Item",
    before: "Recorded now",
    after: "Workbook",
    place: "Cell",
    placeOf: (sheet: string, cell: string | null) => `sheet ${sheet}${cell === null ? "" : `, cell ${cell}`}`,
    moreFindings: (count: number) =>
      `There are ${count.toLocaleString("en")} more. Settle those above and send it again to see the rest.`,
    none: "(none)",
    row: (sheet: string) => `Row of ${sheet}`,
    removed: "(no row)",
    newEntry: "A new entry of this year.",
    of: (name: string, what: string) => `${name}: ${what}`,
    approval: "This body asks for approval. Saving does not change what the public reads until it is approved.",
    atOnce: "This needs no approval. Of published programmes, the public reads the change at once.",
    saveTitle: "Save",
    reason: "Reason of the change",
    reasonHint: "It is kept in the history.",
    save: (programmes: number) => `Save the changes of ${many(programmes, "programme")}`,
    again: "Send another workbook",
    notAsShown: "The records changed while you were looking, so nothing was saved",
    notAsShownText:
      "Below are the differences from the records as they are now. For programmes someone else changed first, download a new workbook.",
    refused: "Some could not be saved, so nothing was saved",
    refusedOf: (title: string, sentence: string) => `“${title}”: ${sentence}`,
  },
};
