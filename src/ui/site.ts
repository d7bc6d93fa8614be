/**
 * What the application tells the page frame once at start: where the built stylesheet lies, and which places exist.
 *
 * The menu shows only what exists and what its reader may use: every slice hands its places to the application, which
 * sets them here.
 */
import type { Lang } from "./lang.ts";
import type { Worker } from "./worker.ts";

/** `office` are the places for whoever has signed in: in the bar above the header, and in the site map. */
export type PlaceGroup = "search" | "count" | "site" | "office";

/** A place in a menu at the top and in the site map at the foot. */
export type Place = Readonly<{
  /** What a page names as `current`. */
  key: string;
  /** Japanese address; the English one is derived. */
  href: string;
  label: Readonly<Record<Lang, string>>;
  group: PlaceGroup;
  /** Left out of the menu at the top when true. */
  footOnly?: boolean;
  /** Who is shown it; everybody when left out. */
  isFor?: (worker: Worker) => boolean;
}>;

/** Part of the manifest that the client build writes: source path to hashed file. */
export type AssetManifest = Readonly<Record<string, Readonly<{ file: string }>>>;

type Site = Readonly<{
  places: readonly Place[];
  manifest: AssetManifest;
  /** Such as https://kakehashi.example.jp; printed at the foot of paper copies, before the path of the page. */
  origin: string | null;
}>;

const STYLESHEET = "src/ui/styles/kit.css";

let site: Site = { places: [], manifest: {}, origin: null };

/** Parts left out stay as they are. */
export function configureSite(parts: Partial<Site>): void {
  site = { ...site, ...parts };
}

export function currentSite(): Site {
  return site;
}

/** The places of the menus that this reader may use. */
export function placesFor(worker: Worker | undefined): readonly Place[] {
  const reader = worker ?? { kind: "public" };
  const isShown = ({ group, isFor }: Place) =>
    (group !== "office" || reader.kind !== "public") && (isFor?.(reader) ?? true);
  return site.places.filter(isShown);
}

/** Address of an island's script by its source path; null before the client build is known: the page works without. */
export function scriptHref(source: string): string | null {
  const entry = site.manifest[source];
  return entry === undefined ? null : `/${entry.file}`;
}

/** Address of the stylesheet; null before the client build is known, and the page then reads without it. */
export function stylesheetHref(): string | null {
  const entry = site.manifest[STYLESHEET];
  return entry === undefined ? null : `/${entry.file}`;
}
