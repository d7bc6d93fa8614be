/** A document that seems to be of another body says so, and asks whose record it becomes before anything is accepted. */
import { ButtonLink, Notice, pathIn } from "../../ui/index.ts";
import type { PageContext } from "./page-context.ts";
import { words } from "./words.ts";

export type Whose = Readonly<{
  /** Whose record it becomes; null while it has to be chosen. */
  owner: string | null;
  ownerName: string;
  /** The body the person works for; null for those who work for none. */
  own: Readonly<{ owner: string; name: string }> | null;
  /** The body whose document it seems to be, where that is not the person's own. */
  other: Readonly<{ owner: string; name: string; isAllowed: boolean }> | null;
}>;

type WhoseNoticeProps = Readonly<{ context: PageContext; whose: Whose; path: string }>;

export function WhoseNotice({ context: { lang }, whose: { owner, own, other }, path }: WhoseNoticeProps) {
  const { whose: text } = words(lang);
  if (other === null) return null;
  const address = (chosen: string) => `${pathIn(lang, path)}?owner=${encodeURIComponent(chosen)}`;
  return (
    <Notice kind={owner === null ? "warn" : "info"} title={text.differs(other.name)}>
      {owner === null && own !== null ? <p>{text.differsLead(own.name)}</p> : null}
      {other.isAllowed ? null : <p>{text.notAllowed(other.name)}</p>}
      <div class="row mt">
        {other.isAllowed && owner !== other.owner ? (
          <ButtonLink href={address(other.owner)}>{text.as(other.name)}</ButtonLink>
        ) : null}
        {own !== null && owner !== own.owner ? (
          <ButtonLink href={address(own.owner)}>{text.as(own.name)}</ButtonLink>
        ) : null}
      </div>
    </Notice>
  );
}
