/** What stands above the table: what was saved or refused, what has to be corrected, and who saved first. */
import { Button, ErrorSummary, Link, Notice, pathIn } from "../../../ui/index.ts";
import { GRID_PATH } from "../grid-query.ts";
import { cellName } from "../typed-rows.ts";
import { gridWords, pasteProblemText, problemText } from "../words.ts";
import { firstRow, HiddenQuery } from "./grid-filter.tsx";
import type { GridPageProps } from "./grid-page-props.ts";

export function Done({ page, query, done, refused }: GridPageProps) {
  const w = gridWords(page.lang);
  return (
    <>
      {done === undefined ? null : (
        <Notice kind="ok" title={done.act === "saved" ? w.saved(done.count) : w.undone(done.count)} announce>
          {done.asksApproval ? <p>{w.savedDraft}</p> : null}
          {done.request === null ? null : (
            <form class="mt-s row" method="post" action={pathIn(page.lang, `${GRID_PATH}/undo`)}>
              <HiddenQuery query={query} />
              <input type="hidden" name="request" value={done.request} />
              <Button small>{done.act === "saved" ? w.undo : w.redo}</Button>
              <span class="sub">{w.undoText}</span>
            </form>
          )}
        </Notice>
      )}
      {refused === undefined ? null : (
        <Notice kind="err" title={refused.title} announce>
          <p>{refused.text}</p>
        </Notice>
      )}
    </>
  );
}

export function Problems({ page, review, shown, carried, pasteProblems, unread, query }: GridPageProps) {
  const w = gridWords(page.lang);
  const numbers = new Map(shown.rows.map((row, index) => [row.programme.id, firstRow(query) + index]));
  const titles = new Map(shown.rows.map(({ programme }) => [programme.id, programme.facts.title]));
  const lines = (review?.problems ?? []).map((problem) => {
    const { id, column } = problem;
    const row = numbers.get(id);
    const place = [row === undefined ? "" : w.rowNumber(row), column === null ? "" : w.columns[column]];
    return {
      field: column === null ? `${id}.row` : cellName(id, column),
      label: [place.filter(Boolean).join("・"), titles.get(id) ?? ""].filter(Boolean).join("　"),
      message: problemText(problem, page.lang),
    };
  });
  const pasted = pasteProblems.map((problem) => ({
    ...{ field: "paste", label: w.pasteLabel, message: pasteProblemText(problem, page.lang) },
  }));
  const conflicts = review?.conflicts ?? [];
  const isQuiet = review !== null && review.typed.size === 0 && lines.length + pasted.length === 0;
  return (
    <>
      <ErrorSummary problems={[...pasted, ...lines]} />
      {unread.length === 0 ? null : <Notice kind="warn" title={w.unread(unread.join("、"))} />}
      {conflicts.length === 0 ? null : (
        <Notice kind="err" title={w.conflictTitle(conflicts.length)} announce>
          <p>{w.conflictText}</p>
          <ul class="mt-s">
            {conflicts.map(({ id, cells }) => (
              <li>
                <Link href={`#${cellName(id, cells[0]?.column ?? "status")}`}>{titles.get(id) ?? id}</Link>
                {cells.map(({ column, saved, mine }) => (
                  <span class="sub"> {w.conflictCell(w.columns[column], saved || w.none, mine || w.none)}</span>
                ))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isQuiet ? (
        <Notice kind="info" title={w.nothing} announce>
          <p>{w.nothingText}</p>
        </Notice>
      ) : null}
      {carried.length === 0 ? null : <Notice kind="info" title={w.onlyFirst(shown.rows.length)} />}
    </>
  );
}
