/** Whose record the drafts of a document become: as chosen in the address, else the body the person works for. */
import type { Actor } from "../../platform/index.ts";
import type { ContributedDrafts } from "../contributed-drafts.ts";
import type { ContributedRecord } from "../draft-record.ts";
import type { Whose } from "./whose-notice.tsx";

export function whoseRecord(
  contribution: ContributedDrafts,
  actor: Actor,
  { statedOwner }: Pick<ContributedRecord, "statedOwner">,
  chosen: string | null,
): Whose {
  const code = contribution.ownerFor(actor);
  const own = code === null ? null : { owner: code, name: contribution.nameOfOwner(code, actor) };
  const isOther = statedOwner !== undefined && own !== null && statedOwner.owner !== own.owner;
  const isAllowed = statedOwner !== undefined && contribution.mayRecordFor(actor, statedOwner.owner);
  const owner = chosen || (isOther ? null : (own?.owner ?? null));
  return {
    ...{ owner, ownerName: owner === null ? "" : contribution.nameOfOwner(owner, actor), own },
    other: isOther ? { ...statedOwner, isAllowed } : null,
  };
}
