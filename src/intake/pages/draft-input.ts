/** The form of an agreement filled with what a document states. */
import { type AgreementFacts, type FormInput, governmentsNamed, inputOfFacts, withRoom } from "../../registry/index.ts";
import type { Lang } from "../../ui/index.ts";

/** A name that could be two local governments stays open, so that the form asks which one it is. */
export function draftInput(stated: AgreementFacts, version: number, lang: Lang): FormInput {
  const input = inputOfFacts(stated, version, lang);
  const japan = input.japan.map((row) =>
    governmentsNamed(row.name).length > 1 ? { name: row.name, code: "", was: "" } : row,
  );
  return withRoom({ ...input, japan });
}
