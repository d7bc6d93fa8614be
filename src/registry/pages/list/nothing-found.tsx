/** Nothing found, or nothing recorded yet: what was asked, which one criterion to drop and what that would show. */
import { ButtonLink, EmptyState, pathIn } from "../../../ui/index.ts";
import { type Criteria, withoutCriterion } from "../../criteria.ts";
import { listAddress } from "../../criteria-address.ts";
import type { PageContext } from "../page-context.ts";
import { criterionText } from "../place-names.ts";
import { useWords } from "../words.ts";
import type { CriterionName } from "./list-facets.ts";

/** What the list would show without one of its criteria. */
export type Loosening = Readonly<{ name: CriterionName; agreements: number }>;

export type NothingFoundProps = Readonly<{
  page: PageContext;
  criteria: Criteria;
  all: number;
  loosenings: readonly Loosening[];
  counterpartName?: string | undefined;
}>;

export function NothingFound({ page, criteria, all, loosenings, counterpartName }: NothingFoundProps) {
  const { list, agreements } = useWords();
  const { lang } = page;
  if (all === 0) return <NothingRecorded page={page} />;
  return (
    <div class="mt-l">
      <EmptyState
        title={criteria.q === undefined ? list.nothingPlain : list.nothing(criteria.q)}
        lead={loosenings.length === 0 ? list.loosenNone : list.loosen}
        suggestions={loosenings.map(({ name, agreements: n }) => ({
          label: list.without(
            list.chips[name],
            name === "counterpart" ? (counterpartName ?? "") : criterionText(criteria, name, lang),
          ),
          href: pathIn(lang, listAddress(withoutCriterion(criteria, name))),
          note: agreements(n),
        }))}
        actions={<ButtonLink href={pathIn(lang, "/agreements")}>{list.clear}</ButtonLink>}
      />
      <p class="small sub mt">{list.variants}</p>
    </div>
  );
}

function NothingRecorded({ page: { lang, canEdit } }: Pick<NothingFoundProps, "page">) {
  const { list } = useWords();
  const start = (
    <>
      <ButtonLink href={pathIn(lang, "/agreements/new")}>{list.first}</ButtonLink>
      <ButtonLink look="plain" href={pathIn(lang, "/imports")}>
        {list.import}
      </ButtonLink>
    </>
  );
  return (
    <div class="mt-l">
      <EmptyState
        title={list.empty}
        lead={canEdit ? list.firstLead : undefined}
        actions={canEdit ? start : undefined}
      />
    </div>
  );
}
