/** What the page of the table is shown with. */
import type { Field } from "../../../registry/index.ts";
import type { WorkPlace } from "../../pages/cycle/work-place.tsx";
import type { PageContext } from "../../pages/page-context.ts";
import type { GridQuery, ShownRows } from "../grid-query.ts";
import type { PasteProblem } from "../paste-rows.ts";
import type { GridReview } from "../review-grid.ts";
import type { TypedRow } from "../typed-rows.ts";

export type GridPageProps = Readonly<{
  page: PageContext;
  place: WorkPlace;
  query: GridQuery;
  choices: Readonly<{ sections: readonly string[]; fields: readonly Field[] }>;
  shown: ShownRows;
  /** How many programmes the body has. */
  all: number;
  review: GridReview | null;
  /** Changed rows that are not in the table. */
  carried: readonly TypedRow[];
  paste: string;
  pasteProblems: readonly PasteProblem[];
  unread: readonly string[];
  /** After saving or taking back. `request` can be taken back. */
  done?:
    | Readonly<{ act: "saved" | "undone"; count: number; request: string | null; asksApproval: boolean }>
    | undefined;
  refused?: Readonly<{ title: string; text: string }> | undefined;
}>;
