import {
  acceptAllWithoutFindings,
  describeProblem,
  groupSameFindings,
  importSource,
  readDocument,
} from "../../intake/index.ts";
import { type Finding, hasError } from "../../kernel/finding.ts";
import { contributedDrafts, documentLayouts } from "../layouts.ts";
import { ACTING_OPTIONS, type ActingAs, actorAsked } from "./acting-as.ts";
import { type Command, printJson, readFileArgument, readOptions, WrongUse, withDatabase } from "./command.ts";
import { type NamedFile, readFile, reportRefusal } from "./read-source-file.ts";
import { type CommandLanguage, words } from "./words.ts";

/** Reads a file into drafts for review; `import accept ID` accepts those that have no finding. */
export const importCommand: Command = async (args, lang) => {
  const { values, positionals } = readOptions(
    args,
    {
      layout: { type: "string" },
      "dry-run": { type: "boolean" },
      "all-without-findings": { type: "boolean" },
      government: { type: "string" },
      ...ACTING_OPTIONS,
    },
    lang,
  );
  const asked: Asked = { ...values, asJson: values.json === true, lang };
  if (positionals[0] === "accept" && values["all-without-findings"] === true) return acceptAll(positionals[1], asked);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw new WrongUse(path === "accept" ? words[lang].acceptUse : words[lang].oneFile);
  const layout = values.layout ?? "auto";
  const known = ["auto", ...documentLayouts.map(({ name }) => name)];
  if (!known.includes(layout)) throw new WrongUse(words[lang].unknownLayout(layout, known.join(", ")));
  const file = readFileArgument(path, lang);
  return values["dry-run"] === true ? readOnly(file, layout, asked) : store(file, layout, asked);
};

type Asked = ActingAs & Readonly<{ government?: string | undefined; asJson: boolean; lang: CommandLanguage }>;

async function readOnly(file: NamedFile, layout: string, { asJson, lang }: Asked): Promise<number> {
  const source = await readFile(file);
  const report = source.ok ? readDocument(source.value, layout, documentLayouts) : reportRefusal(file, source.problem);
  if (asJson) await printJson(report);
  else printForPeople(report.findings, lang);
  console.error(words[lang].readOnly(report.document.name, countOf(report.records), report.findings.length));
  return hasError(report.findings) ? 1 : 0;
}

/** The drafts wait for a person; with `--json` the reading is printed as in a dry run, with where it was stored. */
async function store(file: NamedFile, layout: string, asked: Asked): Promise<number> {
  const { asJson, lang } = asked;
  const source = await readFile(file);
  if (!source.ok) return readOnly(file, layout, asked);
  const report = readDocument(source.value, layout, documentLayouts);
  if (report.layout === null) return readOnly(file, layout, asked);
  const imported = await withDatabase(async (database) => {
    const actor = await actorAsked(database, asked, "import.work", lang);
    const document = { source: source.value, bytes: file.bytes };
    return importSource(database, actor, document, { layout, contributed: contributedDrafts });
  });
  if (!imported.ok) throw new WrongUse(describeProblem(imported.problem, lang));
  const { documentId, isNew, drafts, findings } = imported.value;
  if (asJson) await printJson({ ...report, imported: { id: documentId, isNew } });
  const { name } = report.document;
  console.error(
    isNew ? words[lang].imported(name, drafts, findings, documentId) : words[lang].importedBefore(name, documentId),
  );
  return hasError(report.findings) ? 1 : 0;
}

/** What says the same at several places is printed once, at the first of them, with the other places behind it. */
function printForPeople(findings: readonly Finding[], lang: CommandLanguage): void {
  const groups = new Map(groupSameFindings(findings).flatMap((group) => group.map((one) => [one, group] as const)));
  for (const finding of findings) {
    const group = groups.get(finding) ?? [finding];
    if (group[0] !== finding) continue;
    const { severity, code, message } = finding;
    const others = group.slice(1).map(placeOf);
    const said = others.length === 0 ? "" : words[lang].alsoAt(others.length, others.join(", "));
    const place = finding.at.line === undefined ? placeOf(finding) : `${placeOf(finding)}:`;
    console.log([place, severity, code, message, said].filter((part) => part !== "").join(" "));
  }
}

function placeOf({ at }: Finding): string {
  return at.line === undefined ? (at.cell ?? "") : `${at.line}`;
}

async function acceptAll(id: string | undefined, asked: Asked): Promise<number> {
  const { asJson, lang, government } = asked;
  if (id === undefined) throw new WrongUse(words[lang].acceptUse);
  const done = await withDatabase(async (database) => {
    const actor = await actorAsked(database, asked, "import.work", lang);
    return acceptAllWithoutFindings(database, actor, id, { contributed: contributedDrafts, owner: government ?? "" });
  });
  if (!done.ok) throw new WrongUse(describeProblem(done.problem, lang));
  const { accepted, linked, left } = done.value;
  if (asJson) await printJson(done.value);
  console.error(words[lang].accepted(accepted, linked, left.length));
  return 0;
}

/** Each layout has its own records; all of them are lists. */
function countOf(records: unknown): number {
  return Array.isArray(records) ? records.length : 0;
}
