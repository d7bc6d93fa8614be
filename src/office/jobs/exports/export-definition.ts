/** A file that a slice can make in the background: which one, under which name, and its contents piece by piece. */
import type { Database, JobProgress, Language } from "../../../platform/index.ts";

export type ExportContext = Readonly<{
  database: Database;
  lang: Language;
  /** As the page of the list writes them in its address. */
  criteria: URLSearchParams;
  report: (progress: JobProgress) => void;
}>;

export type ExportDefinition = Readonly<{
  /** `agreements-json`: stable, kept with the request. */
  kind: string;
  label: Readonly<Record<Language, string>>;
  /** With its ending; ASCII. */
  fileName: string;
  mediaType: string;
  /** Only what the public may read: the file may be fetched when the reader's roles have changed. */
  write: (context: ExportContext) => AsyncIterable<string | Uint8Array>;
}>;
