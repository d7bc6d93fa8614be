/** Well-known places abroad that are written in several ways (哈爾濱・ハルビン), from data/reference. */
import { z } from "zod";
import synonyms from "../../../data/reference/place-synonyms.json" with { type: "json" };
import { matchKey } from "../../kernel/name-key.ts";

export const placeSynonymsSchema = z.strictObject({
  places: z.array(
    z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), names: z.array(z.string().min(1)).min(2) }),
  ),
});

type Spelling = Readonly<{ key: string; others: readonly string[] }>;

/** Longest first, so that 黒竜江 is not read as something shorter inside it. */
const spellings: readonly Spelling[] = placeSynonymsSchema
  .parse(synonyms)
  .places.flatMap(({ names }) =>
    names.map((name) => ({ key: matchKey(name), others: names.filter((other) => matchKey(other) !== matchKey(name)) })),
  )
  .sort((a, b) => b.key.length - a.key.length);

/** The term with a place in it written the other ways: 哈爾濱市 → ハルビン市. */
export function placeSynonymsIn(term: string): readonly string[] {
  const key = matchKey(term);
  const found = spellings.find((spelling) => key.includes(spelling.key));
  return found === undefined ? [] : found.others.map((other) => key.replace(found.key, other));
}
