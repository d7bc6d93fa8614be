/** Tag: a word about a thing, never clickable. The word 再掲 is always written out. */
import type { Child } from "hono/jsx";
import { OkIcon } from "./icons.tsx";
import { useTexts } from "./messages.ts";

export type TagKind = "main" | "re" | "est" | "open" | "plain";

export type TagProps = Readonly<{ kind?: TagKind | undefined; children?: Child }>;

export function Tag({ kind = "plain", children }: TagProps) {
  return (
    <span class={kind === "plain" ? "tag" : `tag ${kind}`}>
      {kind === "open" ? <OkIcon /> : null}
      {children}
    </span>
  );
}

export type ListingTagsProps = Readonly<{
  /** Names of the fields in order: the first is the main listing, the others are relistings. */
  fields: readonly string[];
}>;

/** Fields an agreement is listed under. */
export function ListingTags({ fields }: ListingTagsProps) {
  const { agreement } = useTexts();
  const [main, ...relistings] = fields;
  if (main === undefined) return null;
  return (
    <span class="tags">
      <Tag kind="main">{main}</Tag>
      {relistings.map((field) => (
        <Tag kind="re">
          {field}（{agreement.relisting}）
        </Tag>
      ))}
    </span>
  );
}
