/** Criteria on the pages beside the list: chips of what is chosen, and a fold with what else could be. */
import { Chips, Facets, hasFacetRows, useLang } from "../../../ui/index.ts";
import type { ProgrammeFacet, ProgrammeFacetCounts } from "../../facet-counts-query.ts";
import { useWords } from "../words.ts";
import { hrefWith } from "./list-address.ts";
import { chipsOf, facetGroups, type Listed } from "./list-facets.ts";

export type NarrowingProps = Readonly<{
  listed: Listed;
  counts: ProgrammeFacetCounts;
  /** What the page asks for in a way of its own. */
  without: readonly ProgrammeFacet[];
}>;

export function Narrowing({ listed, counts, without }: NarrowingProps) {
  const { matrix } = useWords();
  const lang = useLang();
  const groups = facetGroups(listed, counts).filter(({ key }) => !without.some((facet) => facet === key));
  const { side, also } = listed.place;
  return (
    <>
      {hasFacetRows(groups) ? (
        <details class="disc noprint">
          <summary>{matrix.narrow}</summary>
          <Facets groups={groups} />
        </details>
      ) : null}
      <Chips filters={chipsOf(listed)} clearHref={hrefWith(lang, listed.path, {}, { side, also })} />
    </>
  );
}
