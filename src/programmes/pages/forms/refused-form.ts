/** Why a form of programmes was not saved, as every such form says it; what was typed comes back with it. */
import { refusePage } from "../../../office/index.ts";
import type { RequestContext } from "../../../platform/index.ts";
import type { ProgrammeProblem } from "../../problems.ts";
import type { Answer } from "../page-context.ts";
import { words } from "../words.ts";
import type { Personal } from "./personal-data.tsx";

export type Refusal = Readonly<{ refused?: string; personal?: Personal; status: 409 | 422 }>;

/** @returns an answer where there is no form to come back to. */
export function refusalOf(c: RequestContext, problem: ProgrammeProblem, confirmation: string): Refusal | Answer {
  const { refusals } = words(c.get("lang"));
  switch (problem.code) {
    case "not_permitted":
      return () => refusePage(c);
    case "programme_not_found":
      return () => c.notFound();
    case "personal_data_unconfirmed":
      return { personal: { warnings: problem.warnings, confirmation }, status: 422 };
    case "invalid_facts":
      return { refused: problem.problems.map(({ code }) => refusals.facts[code]).join(" "), status: 422 };
    case "personal_mailbox_in_reason":
      return { refused: refusals.mailboxInReason, status: 422 };
    default:
      return { refused: refusals.other(problem.code), status: 409 };
  }
}
