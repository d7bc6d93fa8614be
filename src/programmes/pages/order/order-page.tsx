/** `/programmes/order`: a body's programmes in the order of its report, each with its place and the ways to move it. */
import {
  ActionBar,
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  FieldError,
  Link,
  Notice,
  PageHead,
  pathIn,
  Select,
  Tag,
  TextInput,
  useLang,
} from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { RecordedProgramme } from "../../recorded-programme.ts";
import type { WorkPlace } from "../cycle/work-place.tsx";
import { type Personal, PersonalDataFields } from "../forms/personal-data.tsx";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { orderWords } from "./words.ts";

export const ORDER_PATH = "/programmes/order";

export type OrderedRow = Readonly<{
  programme: RecordedProgramme;
  /** The version that was shown first. */
  version: number;
  /** What stands in the field of its place. */
  place: string;
}>;

export type OrderPageProps = Readonly<{
  page: PageContext;
  place: Pick<WorkPlace, "owner" | "owners">;
  rows: readonly OrderedRow[];
  asksApproval: boolean;
  reason?: string;
  /** The programme that just moved. */
  moved?: Readonly<{ id: string; to: "up" | "down" }> | undefined;
  /** Ids of programmes whose place cannot be read. */
  unread?: readonly string[];
  isSorted?: boolean;
  /** So many numbers were given anew. */
  saved?: number | undefined;
  refused?: readonly string[];
  personal?: Personal | undefined;
}>;

export function OrderPage(props: OrderPageProps) {
  const { page, rows } = props;
  const w = orderWords(page.lang);
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]} current="programme-order">
      <PageHead title={w.title} lead={w.lead} />
      <div class="stack mt">
        <Told {...props} />
      </div>
      <OwnerForm {...props} />
      {rows.length === 0 ? (
        <EmptyState
          {...{ title: w.empty, lead: w.emptyLead }}
          actions={<ButtonLink href={pathIn(page.lang, "/programmes/new")}>{w.first}</ButtonLink>}
        />
      ) : (
        <OrderForm {...props} />
      )}
    </ProgrammeFrame>
  );
}

function Told({ page, rows, unread = [], isSorted = false, saved, refused = [] }: OrderPageProps) {
  const w = orderWords(page.lang);
  const problems = rows.filter(({ programme }) => unread.includes(programme.id));
  return (
    <>
      <ErrorSummary
        problems={problems.map(({ programme: { id, facts }, place }) => ({
          ...{ field: `place.${id}`, label: facts.title, message: w.notNumber(place) },
        }))}
      />
      {saved === undefined ? null : <Notice kind="ok" title={w.saved(saved)} announce />}
      {isSorted ? <Notice kind="info" title={w.sorted} announce /> : null}
      {refused.length === 0 ? null : (
        <Notice kind="err" title={w.refused} announce>
          <ul>
            {refused.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function OwnerForm({ page, place }: OrderPageProps) {
  const w = orderWords(page.lang);
  if (place.owners.length < 2) return null;
  return (
    <form method="get" action={pathIn(page.lang, ORDER_PATH)} class="mt noprint">
      <div class="filterrow">
        <Select
          {...{ name: "owner", label: w.owner, optionalWords: "", emptyLabel: null }}
          {...{ value: place.owner, options: place.owners }}
        />
        <div class="go">
          <Button>{w.show}</Button>
        </div>
      </div>
    </form>
  );
}

function OrderForm(props: OrderPageProps) {
  const { page, place, rows, asksApproval, reason = "", personal } = props;
  const w = orderWords(page.lang);
  const changed = rows.filter(({ programme }, index) => programme.facts.number !== index + 1).length;
  return (
    <form class="stack-l mt-l" method="post" action={pathIn(page.lang, ORDER_PATH)} novalidate>
      {/* Enter in a field puts them in order; it does not save */}
      <button type="submit" hidden name="act" value="sort" />
      <input type="hidden" name="owner" value={place.owner} />
      <p>{w.help}</p>
      <ol class="reportorder" aria-label={w.list}>
        {rows.map((row, index) => (
          <Row {...props} row={row} index={index} />
        ))}
      </ol>
      <div class="row">
        <Button name="act" value="sort">
          {w.sort}
        </Button>
      </div>
      {personal === undefined ? null : <PersonalDataFields {...personal} />}
      <TextInput name="reason" label={w.reason} hint={w.reasonHint} value={reason} />
      <p>{asksApproval ? w.approval : w.atOnce}</p>
      <ActionBar label={w.bar} reason={w.willChange(changed)}>
        <Button look="main" name="act" value="save">
          {w.save}
        </Button>
      </ActionBar>
    </form>
  );
}

type RowProps = OrderPageProps & Readonly<{ row: OrderedRow; index: number }>;

function Row({ row, index, rows, moved, unread = [] }: RowProps) {
  const lang = useLang();
  const w = orderWords(lang);
  const { id, facts, state } = row.programme;
  const field = `place.${id}`;
  const error = unread.includes(id) ? w.notNumber(row.place) : undefined;
  const ways = (["up", "down"] as const).filter((to) => (to === "up" ? index > 0 : index < rows.length - 1));
  const focused = moved?.id === id ? (ways.find((to) => to === moved.to) ?? ways[0]) : undefined;
  return (
    <li>
      <input type="hidden" name="row" value={`${id}:${row.version}`} />
      <input
        {...{ class: "input orderplace", type: "text", id: field, name: field, value: row.place }}
        {...{ inputmode: "numeric", autocomplete: "off", "aria-label": w.place(facts.title) }}
        aria-invalid={error === undefined ? undefined : "true"}
        aria-describedby={error === undefined ? undefined : `${field}-error`}
      />
      <div class="ordername">
        <Link href={pathIn(lang, programmeAddress(id))}>{facts.title}</Link>{" "}
        <span class="sub">
          {[facts.section, facts.number === null ? w.noNumber : w.now(facts.number)].filter(Boolean).join("　")}
        </span>{" "}
        {state === "in_review" ? <Tag kind="est">{w.waiting}</Tag> : null}
        <FieldError id={field} error={error} />
      </div>
      <div class="row">
        {ways.map((to) => (
          <Button
            small
            {...{ name: "act", value: `${to}:${id}`, isFocused: to === focused }}
            describedBy={to === focused ? "moved" : undefined}
          >
            {w.move[to]}
            <span class="vh">{w.moveWhat(facts.title)}</span>
          </Button>
        ))}
      </div>
      {focused === undefined ? null : (
        <p class="rowmoved" role="status" id="moved">
          {w.moved(index + 1)}
        </p>
      )}
    </li>
  );
}
