/** Who runs a facility for the office: ※「…」に業務委託（指定管理）. */
import type { Operator } from "../programme.ts";

const ENTRUSTED =
  /(?:「(?<quoted>[^「」]{2,40})」|(?<plain>[^「」※、。，\s]{2,40}?))(?:に|へ)(?:業務)?(?:を)?委託(?<manner>[（(][^（）()]{1,12}[）)])?/u;
const MANAGED = /指定管理者?[：:は]\s*「?(?<name>[^「」、。，\n]{2,40})」?/u;

export function readOperator(text: string): Operator | null {
  const entrusted = ENTRUSTED.exec(text);
  const name = entrusted?.groups?.quoted ?? entrusted?.groups?.plain;
  if (entrusted !== null && name !== undefined) {
    const isManager = /指定管理/u.test(entrusted.groups?.manner ?? "");
    return { name, kind: isManager ? "designated_manager" : "contractor", asPrinted: entrusted[0] };
  }
  const managed = MANAGED.exec(text);
  const manager = managed?.groups?.name?.trim();
  if (managed === null || manager === undefined || manager === "") return null;
  return { name: manager, kind: "designated_manager", asPrinted: managed[0] };
}
