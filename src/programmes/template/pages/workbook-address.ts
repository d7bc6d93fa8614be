/** Where the workbook of programmes goes out and comes back. */
export const WORKBOOK_PATH = "/programmes/workbook";

/** @param owner whose; the reader's own body when left out. */
export function workbookAddress(owner?: string): string {
  return owner === undefined || owner === "" ? WORKBOOK_PATH : `${WORKBOOK_PATH}?government=${owner}`;
}
