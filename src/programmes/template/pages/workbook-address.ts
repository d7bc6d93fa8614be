/** Where the workbook of programmes goes out and comes back. */
/** Ten thousand programmes as one workbook took 17 seconds and a gigabyte, in which the server answers nobody else. */
export const MOST_IN_WORKBOOK = 2_000;

export const WORKBOOK_PATH = "/programmes/workbook";

/** @param owner whose; the reader's own body when left out. */
export function workbookAddress(owner?: string): string {
  return owner === undefined || owner === "" ? WORKBOOK_PATH : `${WORKBOOK_PATH}?government=${owner}`;
}
