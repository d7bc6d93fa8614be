/** The programmes' pages on a database of their own, visited as whoever a test says, the local operator to begin with. */
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import {
  type Actor,
  CLI,
  LOCAL_OPERATOR,
  type RequestEnv,
  routedPath,
  SYSTEM,
  splitLanguage,
} from "../../platform/index.ts";
import { syncLocalGovernments } from "../../registry/index.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { findProgramme } from "../programme-store.ts";
import type { YearEntry } from "../programme-year.ts";
import { recordProgramme } from "../record-programme.ts";
import { programmeRoutes } from "../routes.tsx";
import { aProgramme } from "./programme-facts.ts";

export type SentForm = Readonly<Record<string, string>>;

/** Call once at the top of a file. */
export function programmeSite(
  prepare: (db: TestDatabase) => Promise<void> = async () => {},
  opened: () => Promise<TestDatabase> = testDatabase,
) {
  let db: TestDatabase;
  let visitor: Actor = LOCAL_OPERATOR;
  const app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", visitor);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  beforeAll(async () => {
    db = await opened();
    await db.database.write(SYSTEM, syncLocalGovernments);
    app.route("/", programmeRoutes({ database: db.database }));
    await prepare(db);
  });
  beforeEach(() => {
    visitor = LOCAL_OPERATOR;
  });
  afterAll(() => db.drop());

  const request = async (path: string, init: RequestInit = {}) => app.request(path, init);
  return {
    visitAs: (actor: Actor) => {
      visitor = actor;
    },
    request,
    async send(path: string, form: SentForm) {
      const response = await request(path, { method: "POST", body: new URLSearchParams(form) });
      const location = response.headers.get("location") ?? "";
      return { status: response.status, html: await response.text(), location };
    },
    async opened(path: string): Promise<string> {
      const response = await request(path);
      expect(response.status, path).toBe(200);
      return response.text();
    },
    /** @returns the address of a programme with these years. */
    async recorded(years: readonly YearEntry[] = [], owner = "46000"): Promise<string> {
      const facts = aProgramme({ years });
      const outcome = await db.database.write(CLI, (tx) => recordProgramme(tx, CLI, { owner, facts, reason: null }));
      if (!outcome.ok) throw new Error(outcome.problem.code);
      return `/programmes/${outcome.value.id}`;
    },
    async factsOf(address: string): Promise<ProgrammeFacts> {
      const found = await db.database.read(CLI, (tx) => findProgramme(tx, address.slice("/programmes/".length)));
      if (found === undefined) throw new Error(`${address} is not there`);
      return found.facts;
    },
  };
}
