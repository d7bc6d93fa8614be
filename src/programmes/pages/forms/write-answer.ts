/** How the forms of programmes write: one transaction for a request, and its answer once that is committed. */
import { type RequestContext, readForm, type Tx } from "../../../platform/index.ts";
import type { Answer, RouteParts } from "../page-context.ts";

export function writer({ database }: RouteParts) {
  return async (c: RequestContext, work: (tx: Tx, form: FormData) => Promise<Answer>): Promise<Response> => {
    const form = await readForm(c);
    const options = { requestId: c.get("requestId") };
    return (await database.write(c.get("actor"), (tx) => work(tx, form), options))();
  };
}
