/**
 * What a slice adds to the 引継書 of a body: its relations with their background, promises, anniversary and exchanges.
 *
 * The office knows people and work, not agreements; each slice that keeps relations offers a provider, and the
 * application composes them. Open work is added by the office: what lies at a relation's address belongs to it.
 */
import type { BodyRef, OpenWork, Tx } from "../../platform/index.ts";
import type { Lang } from "../../ui/index.ts";

export type HandoverPromise = Readonly<{
  text: string;
  /** YYYY-MM-DD */
  madeOn: string | null;
  dueOn: string | null;
}>;

/** 周年: the next round one. */
export type NextAnniversary = Readonly<{
  years: number;
  /** As precise as the signing was recorded: 令和10年11月4日, 令和10年. */
  when: string;
}>;

export type LastExchange = Readonly<{ when: string; title: string }>;

export type HandoverRelation = Readonly<{
  name: string;
  /** Japanese address of the relation's page: `/agreements/A000001`. */
  href: string;
  background: string | null;
  /** Not kept yet. */
  promises: readonly HandoverPromise[];
  nextAnniversary: NextAnniversary | null;
  /** Newest first. */
  lastExchanges: readonly LastExchange[];
  /** 連絡担当者, one a line; left out where the slice keeps none. */
  contacts?: readonly string[];
}>;

export type HandoverSection = Readonly<{ title: string; relations: readonly HandoverRelation[] }>;

export type HandoverContext = Readonly<{ body: BodyRef; lang: Lang; today: string }>;

/** Runs in the reader's transaction, so it tells nothing the reader may not know. */
export type HandoverProvider = (tx: Tx, context: HandoverContext) => Promise<HandoverSection>;

export type RelationWithWork = HandoverRelation & Readonly<{ openWork: readonly OpenWork[] }>;
export type NotesSection = Readonly<{ title: string; relations: readonly RelationWithWork[] }>;
export type Notes = Readonly<{
  sections: readonly NotesSection[];
  /** Open work that belongs to no relation. */
  otherWork: readonly OpenWork[];
}>;

export function gatherNotes(sections: readonly HandoverSection[], work: readonly OpenWork[]): Notes {
  const placed = new Set<OpenWork>();
  const at = (href: string) => {
    const own = work.filter(({ address }) => address === href || address.startsWith(`${href}/`));
    for (const one of own) placed.add(one);
    return own;
  };
  const withWork = sections.map(({ title, relations }) => ({
    title,
    relations: relations.map((relation) => ({ ...relation, openWork: at(relation.href) })),
  }));
  return { sections: withWork, otherWork: work.filter((one) => !placed.has(one)) };
}
