/**
 * In whose name a command works: the machine's, which may everything, or with `--as` that of a person, who may what the
 * permission table gives to the roles held today, and whose name the history and the audit keep.
 */
import {
  type Action,
  type Actor,
  CLI,
  type Database,
  findBodyId,
  isPermittedSomewhere,
  memberByEmail,
  SYSTEM,
} from "../../platform/index.ts";
import { actingWords } from "./acting-words.ts";
import { WrongUse } from "./command.ts";
import type { CommandLanguage } from "./words.ts";

/** `as` an e-mail address, `body` the code or id of the body worked for. */
export type ActingAs = Readonly<{ as?: string | undefined; body?: string | undefined }>;

export const ACTING_OPTIONS = { as: { type: "string" }, body: { type: "string" } } as const;

export async function actorAsked(
  database: Database,
  { as, body }: ActingAs,
  action: Action,
  lang: CommandLanguage,
): Promise<Actor> {
  const words = actingWords[lang];
  if (as === undefined) {
    if (body !== undefined) throw new WrongUse(words.bodyWithoutPerson);
    return CLI;
  }
  const member = await database.read(SYSTEM, async (tx) => {
    const bodyId = body === undefined ? null : await findBodyId(tx, body);
    if (bodyId === undefined) throw new WrongUse(words.noBody(body ?? ""));
    return memberByEmail(tx, as, bodyId);
  });
  if (!member.ok) throw new WrongUse(words.problems[member.problem.code](as));
  if (!isPermittedSomewhere(member.value, action)) throw new WrongUse(words.notPermitted(as, member.value.body.name));
  return member.value;
}
