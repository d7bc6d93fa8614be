/** What the island of the table has to know, as attributes of its element: it carries no words of its own. */
import type { Lang } from "../../../ui/index.ts";
import type { GridKey } from "../grid-rows.ts";
import { STATUS_NAMES } from "../status-names.ts";
import { gridWords } from "../words.ts";

export function islandWords(lang: Lang, { fiscalYear }: GridKey, isCarrying: boolean) {
  const { island, problems, changedCell, unknownStatus } = gridWords(lang);
  return {
    "data-words": JSON.stringify({
      ...{
        ...island,
        problemsOf: problems,
        changedCell: changedCell("{label}"),
        unknownStatus: unknownStatus("{said}"),
      },
    }),
    "data-statuses": JSON.stringify(STATUS_NAMES),
    "data-year": String(fiscalYear),
    "data-carrying": isCarrying ? "" : undefined,
  };
}
