/** `/programmes/years`: published programmes by fiscal year; five years unless others are asked for. */
import { Hono } from "hono";
import { fiscalYearOf } from "../../../kernel/fiscal-year.ts";
import type { RequestContext, RequestEnv } from "../../../platform/index.ts";
import { todayInJapan } from "../../../registry/index.ts";
import { renderPage } from "../../../ui/index.ts";
import { programmeFacetCounts } from "../../facet-counts-query.ts";
import type { ProgrammeCriteria } from "../../programme-criteria.ts";
import { yearMatrix } from "../../year-matrix-query.ts";
import { pageOf, readListed } from "../list/list-routes.tsx";
import { pageContext, type RouteParts, reader } from "../page-context.ts";
import { MATRIX_PAGE_SIZE, MatrixPage, MOST_YEARS, type YearSpan } from "./matrix-page.tsx";

const PATH = "/programmes/years";
const USUAL_YEARS = 5;

export function matrixRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = reader(parts);
  return routes.get(PATH, async (c) => {
    const asked = readListed(c, PATH);
    const { criteria, place } = asked;
    const data = await read(c, async (tx) => {
      const counts = await programmeFacetCounts(tx, { criteria });
      const recorded = counts.fiscalYear.map(({ value }) => Number(value));
      const span = spanAsked(c, criteria, recorded);
      const matrix = await yearMatrix(tx, {
        ...{ criteria, sort: place.sort, page: pageOf(place), limit: MATRIX_PAGE_SIZE },
        ...{ from: span.from, to: span.to },
      });
      return { counts, span, matrix };
    });
    const { from, to } = data.span;
    const also = [["from", String(from)] as const, ["to", String(to)] as const];
    const listed = { ...asked, place: { ...place, side: undefined, also } };
    return renderPage(c, <MatrixPage page={pageContext(c)} listed={listed} {...data} />);
  });
}

function spanAsked(c: RequestContext, { fiscalYear }: ProgrammeCriteria, recorded: readonly number[]): YearSpan {
  const newest = recorded.length === 0 ? fiscalYearOf(todayInJapan()) : Math.max(...recorded);
  const to = yearAsked(c, "to") ?? fiscalYear ?? newest;
  const oldest = recorded.length === 0 ? to : Math.min(...recorded);
  const from = Math.min(yearAsked(c, "from") ?? fiscalYear ?? Math.max(oldest, to - USUAL_YEARS + 1), to);
  const isCut = to - from >= MOST_YEARS;
  return { from: isCut ? to - MOST_YEARS + 1 : from, to, isCut };
}

function yearAsked(c: RequestContext, name: string): number | undefined {
  const said = (c.req.query(name) ?? "").normalize("NFKC");
  return /^(18|19|20|21)[0-9]{2}$/.test(said) ? Number(said) : undefined;
}
