import type { SourceText } from "../../documents/source-text.ts";
import { checkAgreementSurvey } from "../../intake/index.ts";
import type { Finding } from "../../kernel/finding.ts";
import { type Command, print, printJson, readFileArgument, readOptions, WrongUse } from "./command.ts";
import { readFile, reportRefusal } from "./read-source-file.ts";
import { type CommandLanguage, words } from "./words.ts";

/** Recounts a report from its own sheets and contents; ends with 1 when anything disagrees. */
export const check: Command = async (args, lang) => {
  const { values, positionals } = readOptions(args, {}, lang);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse(words[lang].oneFile);
  const file = readFileArgument(path, lang);
  const source = await readFile(file);
  const report = source.ok ? readSurvey(source.value, lang) : reportRefusal(file, source.problem);
  if (values.json === true) await printJson(report);
  else {
    for (const { rule, at, message } of report.findings) await print(`${rule ?? "-"} ${at.line ?? ""}: ${message}\n`);
  }
  console.error(words[lang].checked(report.document.name, report.findings.length));
  return report.findings.length === 0 ? 0 : 1;
};

/** Where nothing of a survey report stands there is nothing to recount, which is not the same as no disagreement. */
function readSurvey(source: SourceText, lang: CommandLanguage) {
  const report = checkAgreementSurvey(source);
  const { counts, tables } = report;
  if (counts.sheets + counts.toc > 0 || tables.some(({ printed }) => printed.length > 0)) return report;
  const finding: Finding = {
    ...{ code: "unreadable", severity: "error", rule: null, at: {} },
    message: words[lang].noSurvey,
    values: { reason: "no_survey_report" },
  };
  return { ...report, layout: null, tables: [], findings: [...source.findings, finding] };
}
