/** What the island asks: challenges, and the device's answers. JSON; a refusal is a status, the island has the words. */
import { Hono } from "hono";
import * as z from "zod";
import {
  type Accounts,
  addPasskey,
  offerRegistration,
  offerSignIn,
  passCookies,
  type RequestContext,
  type RequestEnv,
  signInWithPasskey,
} from "../../platform/index.ts";
import { askingOf } from "../sign-in/asking.ts";

type Parts = Readonly<{ accounts: Accounts }>;
type Offered = Awaited<ReturnType<typeof offerSignIn>>;

export function passkeyRoutes(parts: Parts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.post("/sign-in/passkey/offer", async (c) => answerOffer(c, await offerSignIn(parts.accounts, askingOf(c))));
  routes.post("/sign-in/passkey", (c) => takeSignIn(c, parts));
  routes.post("/account/passkeys/offer", async (c) =>
    answerOffer(c, await offerRegistration(parts.accounts, askingOf(c))),
  );
  routes.post("/account/passkeys", (c) => takeNew(c, parts));
  return routes;
}

function answerOffer(c: RequestContext, offered: Offered): Response {
  c.header("Cache-Control", "no-store");
  if (!offered.ok) return c.json({ code: offered.code }, 403);
  passCookies(c, offered.cookies);
  return c.json(offered.value as object); // the library's options for the device
}

const answerSchema = z.object({ response: z.record(z.string(), z.unknown()), name: z.string().max(200).optional() });

async function readAnswer(c: RequestContext): Promise<z.infer<typeof answerSchema> | undefined> {
  const text = await c.req.text();
  try {
    return answerSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // no JSON: the sender's mistake
    throw error;
  }
}

async function takeSignIn(c: RequestContext, { accounts }: Parts): Promise<Response> {
  const answer = await readAnswer(c);
  if (answer === undefined) return c.json({ code: "unreadable" }, 400);
  const outcome = await signInWithPasskey(accounts, answer.response, askingOf(c));
  if (!outcome.ok) return c.json({ code: outcome.problem.code }, outcome.problem.code === "too_many_tries" ? 429 : 403);
  passCookies(c, outcome.value);
  return c.json({ code: "done" });
}

async function takeNew(c: RequestContext, { accounts }: Parts): Promise<Response> {
  const who = c.get("signedIn");
  if (who === undefined || who.isSample) return c.json({ code: "not_permitted" }, 403);
  const answer = await readAnswer(c);
  if (answer === undefined) return c.json({ code: "unreadable" }, 400);
  const said = { response: answer.response, name: answer.name ?? "" };
  const outcome = await addPasskey(accounts, who, said, askingOf(c));
  if (!outcome.ok) return c.json({ code: outcome.problem.code }, 403);
  passCookies(c, outcome.value);
  return c.json({ code: "done" });
}
