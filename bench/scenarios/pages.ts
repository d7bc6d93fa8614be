/** The pages under measurement, each with the bare statements that give the same rows. */
import { type Criteria, criteriaToParameters } from "../../src/registry/criteria.ts";
import { writePageKey } from "../../src/registry/page-key.ts";
import { afterSigned, type BareList, bareByCountry, bareByField, bareList } from "./bare-sql.ts";

type PageKind = "list" | "filter" | "search" | "table";

export type PageScenario = Readonly<{
  name: string;
  kind: PageKind;
  path: string;
  bare: BareList;
  /** Sent as the holder of an editing session. */
  signedIn?: boolean;
}>;

export const pageScenarios: readonly PageScenario[] = [
  list("list", {}),
  { ...list("list, signed in", {}), signedIn: true },
  farPage(),
  { ...list("list by title", {}, 'a.title collate "ja-x-icu", a.no'), path: "/agreements?sort=title" },
  filter("filter: field and country", { field: "②", country: "KR" }),
  filter("filter: prefecture and decade", { prefecture: "13", decade: 1990 }),
  filter("filter: 1対1, country", { country: "CN", parties: "one" }),
  search("search: 教育 (frequent, 2)", "教育"),
  search("search: 雪氷 (rare, 2)", "雪氷"),
  search("search: 教育委員会 (frequent, 5)", "教育委員会"),
  search("search: 凧揚げの推進 (rare, 6)", "凧揚げの推進"),
  search("search: 教育 書道 (two words)", "教育 書道"),
  table("table by field", "by-field", { rows: bareByField, whole: [bareByField] }),
  table("table by country", "by-country", { rows: bareByCountry, whole: [bareByCountry] }),
];

function list(name: string, criteria: Criteria, order?: string): PageScenario {
  const parameters = criteriaToParameters(criteria).toString();
  return {
    name,
    kind: "list",
    path: `/agreements${parameters === "" ? "" : `?${parameters}`}`,
    bare: bareList(criteria, order),
  };
}

/** A page in the middle of the list. */
function farPage(): PageScenario {
  const place = { value: "1995-06-01", no: 50_000 };
  const bare = bareList({}, undefined, afterSigned(place.value, place.no));
  return { ...list("list, a page in the middle", {}), path: `/agreements?after=${writePageKey(place)}`, bare };
}

function filter(name: string, criteria: Criteria): PageScenario {
  return { ...list(name, criteria), kind: "filter" };
}

function search(name: string, q: string): PageScenario {
  return { ...list(name, { q }), kind: "search" };
}

function table(name: string, id: string, bare: BareList): PageScenario {
  return { name, kind: "table", path: `/tables/${id}`, bare };
}
