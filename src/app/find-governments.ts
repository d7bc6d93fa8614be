/** Local governments that exist today, for the office to set up a body of one: by code, or by name as people write it. */
import { findGovernment, governmentsNamed, todayInJapan } from "../registry/index.ts";

export function findGovernments(text: string): readonly Readonly<{ code: string; name: string }>[] {
  const day = todayInJapan();
  const byCode = findGovernment(text);
  const found = byCode === undefined ? governmentsNamed(text, day) : [byCode];
  return found
    .filter(({ validUntil }) => validUntil === null || validUntil >= day)
    .map(({ code, name, fullName, kind }) => ({ code, name: kind === "prefecture" ? name : fullName }));
}
