import { checkAgreementSurvey, readDocument } from "../../intake/index.ts";
import { type Command, print, printJson, readFileArgument, readOptions, WrongUse } from "./command.ts";
import { readFile, reportRefusal } from "./read-source-file.ts";
import { words } from "./words.ts";

/** Recounts a report from its own sheets and contents; ends with 1 when anything disagrees. */
export const check: Command = async (args, lang) => {
  const { values, positionals } = readOptions(args, {}, lang);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse(words[lang].oneFile);
  const file = readFileArgument(path, lang);
  const source = await readFile(file);
  const report = source.ok ? readSurvey(source.value) : reportRefusal(file, source.problem);
  if (values.json === true) await printJson(report);
  else {
    for (const { rule, at, message } of report.findings) await print(`${rule ?? "-"} ${at.line ?? ""}: ${message}\n`);
  }
  console.error(words[lang].checked(report.document.name, report.findings.length));
  return report.findings.length === 0 ? 0 : 1;
};

/** A document that is no survey report has nothing to recount; the reading says what it is. */
function readSurvey(source: Parameters<typeof checkAgreementSurvey>[0]) {
  const reading = readDocument(source, "agreement-survey");
  return reading.layout === null ? reading : checkAgreementSurvey(source);
}
