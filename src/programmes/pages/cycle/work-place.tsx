/** Whose programmes and which fiscal year a page of the yearly cycle is about, and the form that changes both. */
import { fiscalYearOf } from "../../../kernel/fiscal-year.ts";
import type { Actor, RequestContext, Tx } from "../../../platform/index.ts";
import { governmentText, todayInJapan } from "../../../registry/index.ts";
import { Button, pathIn, Select, TextInput, useLang } from "../../../ui/index.ts";
import { listWorkOwners } from "../../own-programmes-query.ts";
import { useWords } from "../words.ts";

export type WorkPlace = Readonly<{
  owner: string;
  fiscalYear: number;
  /** Whose programmes the reader works on. */
  owners: readonly Readonly<{ value: string; label: string }>[];
  today: string;
}>;

/** `?owner=` and `?year=`; the own body, and the year that is next prepared: from January the coming one. */
export async function workPlaceAsked(tx: Tx, c: RequestContext): Promise<WorkPlace> {
  const today = todayInJapan();
  const owners = await ownersInWork(tx, c.get("actor"));
  const asked = c.req.query("owner");
  const year = /^(18|19|20|21)\d{2}$/u.exec((c.req.query("year") ?? "").normalize("NFKC"))?.[0];
  const owner = owners.find(({ value }) => value === asked) ?? owners[0];
  const usual = fiscalYearOf(today) + (today.slice(5, 7) < "04" ? 1 : 0);
  return { owner: owner?.value ?? "", fiscalYear: year === undefined ? usual : Number(year), owners, today };
}

/** The own body first. */
export async function ownersInWork(tx: Tx, actor: Actor): Promise<WorkPlace["owners"]> {
  const owners = await listWorkOwners(tx);
  const others = owners.map(({ owner, name }) => ({ value: owner, label: name ?? governmentText(owner) }));
  if (actor.kind !== "member") return others;
  const { id, name, governmentCode } = actor.body;
  const own = { value: governmentCode ?? id, label: governmentCode === null ? name : governmentText(governmentCode) };
  return [own, ...others.filter(({ value }) => value !== own.value)];
}

export function WorkPlaceForm({ place, path }: Readonly<{ place: WorkPlace; path: string }>) {
  const { cycle: w } = useWords();
  return (
    <form method="get" action={pathIn(useLang(), path)} class="mt noprint">
      <div class="filterrow">
        <Select
          name="owner"
          label={w.owner}
          emptyLabel={null}
          optionalWords=""
          value={place.owner}
          options={place.owners}
        />
        <TextInput name="year" label={w.year} value={String(place.fiscalYear)} keyboard="numeric" optionalWords="" />
        <div class="go">
          <Button>{w.show}</Button>
        </div>
      </div>
    </form>
  );
}
