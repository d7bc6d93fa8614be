/** Where two texts differ, so that a page can mark only that part. */

export type Difference = Readonly<{ before: string; changed: string; after: string }>;

/** Splits `text` into what it shares with `other` at its beginning and end, and the part between. */
export function differingPart(text: string, other: string): Difference {
  const own = [...text];
  const theirs = [...other];
  const shorter = Math.min(own.length, theirs.length);
  let start = 0;
  while (start < shorter && own[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < shorter - start && own[own.length - 1 - end] === theirs[theirs.length - 1 - end]) end += 1;
  return {
    before: own.slice(0, start).join(""),
    changed: own.slice(start, own.length - end).join(""),
    after: own.slice(own.length - end).join(""),
  };
}
