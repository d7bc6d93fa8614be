import type { Accounts, Database } from "../../platform/index.ts";

/** What the routes of signing in work with. */
export type SignInParts = Readonly<{ database: Database; accounts: Accounts }>;
