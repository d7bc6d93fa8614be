/** `report programmes`: the annual report of one body from its published records, as a file. */
import { existsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describeWriteProblem } from "../../documents/messages.ja.ts";
import { type DocumentFormat, MEDIA_TYPES, writeDocument } from "../../documents/write-document.ts";
import { parseGovernmentCode } from "../../kernel/government-code.ts";
import { CLI, type Database, PUBLIC, recordAudit } from "../../platform/index.ts";
import { reportOfBody } from "../../programmes/index.ts";
import { todayInJapan } from "../../registry/index.ts";
import { COMMAND, type Command, print, readOptions, resolveFile, WrongUse, withDatabase } from "./command.ts";
import { reportSentences } from "./report-words.ts";
import type { CommandLanguage } from "./words.ts";

type Asked = Readonly<{ government: string; fiscalYear: number; format: DocumentFormat; out: string; force: boolean }>;

export const report: Command = async (args, lang) => {
  const asked = readAsked(args, lang);
  const sentences = reportSentences[lang];
  const path = resolveFile(asked.out);
  if (existsSync(path) && !asked.force) throw new WrongUse(sentences.exists(asked.out));
  if (!existsSync(dirname(path))) throw new WrongUse(sentences.noFolder(asked.out));
  const { government: owner, fiscalYear } = asked;
  const request = { owner, fiscalYear, lang, asOf: todayInJapan(), side: "published" } as const;
  const built = await withDatabase(async (database) => {
    const outcome = await database.read(PUBLIC, (tx) => reportOfBody(tx, request));
    if (outcome.ok) await audit(database, asked, outcome.value.programmes);
    return outcome;
  });
  if (!built.ok) {
    const { problem } = built;
    throw new WrongUse(
      problem.code === "no_records" ? sentences.noRecords(owner, fiscalYear) : sentences.noGovernment(owner),
    );
  }
  const written = await writeDocument(built.value.document, asked.format);
  if (!written.ok) throw new Error(describeWriteProblem(written.problem));
  writeFileSync(path, written.value.bytes);
  if (written.value.undisplayed.length > 0) console.error(sentences.undisplayed(written.value.undisplayed.join(" ")));
  console.error(sentences.written(asked.out, built.value.name, built.value.programmes));
  await print("");
  return 0;
};

/** As every file that somebody with rights takes away: what, under which conditions, how many; before it is written. */
function audit(database: Database, { government, fiscalYear, format }: Asked, records: number): Promise<void> {
  const conditions = { government, fiscalYear: String(fiscalYear), format };
  const entry = {
    action: "data.exported",
    subject: { kind: "file", id: "report programmes" },
    after: { records, conditions },
  };
  return database.write(CLI, (tx) => recordAudit(tx, entry), COMMAND);
}

function readAsked(args: readonly string[], lang: CommandLanguage): Asked {
  const sentences = reportSentences[lang];
  const { values, positionals } = readOptions(
    args,
    {
      government: { type: "string" },
      "fiscal-year": { type: "string" },
      format: { type: "string" },
      out: { type: "string" },
      force: { type: "boolean" },
    },
    lang,
  );
  if (positionals.length !== 1 || positionals[0] !== "programmes") throw new WrongUse(sentences.use);
  const { government, format, out } = values;
  const year = values["fiscal-year"];
  if (government === undefined || year === undefined || format === undefined || out === undefined) {
    throw new WrongUse(sentences.use);
  }
  if (!/^\d{4}$/.test(year)) throw new WrongUse(sentences.yearUnreadable(year));
  if (!isFormat(format)) throw new WrongUse(sentences.unknownFormat(format));
  // 46000 or 460001, its sixth digit checked; another word is no code of a local government.
  const code = parseGovernmentCode(government);
  if (!code.ok) throw new WrongUse(sentences.noGovernment(government));
  return { government: code.value, fiscalYear: Number(year), format, out, force: values.force === true };
}

function isFormat(text: string): text is DocumentFormat {
  return Object.hasOwn(MEDIA_TYPES, text);
}
