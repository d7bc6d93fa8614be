/**
 * `npm start`: opens the database, loads the sample into an empty one, serves the pages, and stops cleanly.
 *
 * Exit codes: 0 stopped as asked, 2 wrong use (port taken, data held by another), 3 fault.
 */
import type { AddressInfo } from "node:net";
import {
  type Accounts,
  ClosedFolderFault,
  type Config,
  ConfigFault,
  type HttpServer,
  inviteOperator,
  MigrationFault,
  openHttpServer,
  readConfig,
  startWorker,
  type Worker,
  type WriteLine,
} from "../platform/index.ts";
import { createApplication } from "./application.tsx";
import { readAssets } from "./assets.ts";
import { jobsOf } from "./jobs.ts";
import { openAccountsOf } from "./open-accounts.ts";
import { HeldFault, openServerStore, type Store } from "./open-store.ts";

class PortFault extends Error {}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const store = await openServerStore(config);
  try {
    const served = await serve(config, store);
    stopWhenAsked(served, store);
    await announce(store, served.origin);
  } catch (error) {
    await store.close();
    throw error;
  }
}

type Served = Readonly<{ server: HttpServer; accounts: Accounts; worker: Worker; origin: string }>;

/** Accounts must know their address, and the port may be known only when listening: the first requests wait for them. */
async function serve(config: Config, store: Store): Promise<Served> {
  const ready = Promise.withResolvers<ReturnType<typeof createApplication>>();
  const server = await listen(config, async (request, env) => (await ready.promise).fetch(request, env));
  const origin = config.accounts.publicUrl ?? originOf(config, server);
  const accounts = await openAccountsOf(config, store, origin);
  const jobs = jobsOf(store, accounts);
  const { database, connection } = store;
  const parts = { database, accounts, jobs, assets: readAssets(), trustedProxies: config.trustedProxies };
  ready.resolve(createApplication({ ...parts, ...requestLog() }));
  const worker = await startWorker({ connection, database, jobs: jobs.all });
  return { server, accounts, worker, origin };
}

async function listen(config: Config, fetch: Parameters<typeof openHttpServer>[0]["fetch"]): Promise<HttpServer> {
  const { port, host: hostname } = config;
  try {
    return await openHttpServer({ fetch, port, hostname });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    const words = `${port} 番のポートは、ほかのプログラムが使っています。PORT=3001 npm start のように別の番号で始めてください。`;
    throw new PortFault(words, { cause: error });
  }
}

/** A terminal is for the person before it, who still needs the link; a pipe or a file takes the requests. */
function requestLog(): Readonly<{ log?: WriteLine }> {
  const { stdout } = process;
  if (stdout.isTTY) return {};
  stdout.on("error", () => undefined); // whoever read the log has gone; the pages are still needed
  return { log: (line) => stdout.write(`${line}\n`) };
}

function originOf(config: Config, server: HttpServer): string {
  const { port } = server.address() as AddressInfo; // listening on TCP, so it has one
  const host = config.host === "127.0.0.1" || config.host === "0.0.0.0" ? "localhost" : config.host;
  return `http://${host}:${port}`;
}

async function announce(store: Store, origin: string): Promise<void> {
  const token = await inviteOperator(store.database);
  for (const line of store.notes) console.log(line);
  console.log(`架け橋を開きました: ${origin}`);
  console.log(
    `編集するときは、この端末で次のリンクを一度だけ開いてください（24時間有効）: ${origin}/operator?token=${token}`,
  );
  console.log("終えるには Ctrl-C を押してください。");
}

/** Asked twice (Ctrl-C reaches the whole process group, and the start script passes it on) it stops once. */
function stopWhenAsked({ server, accounts, worker }: Served, store: Store): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(3), 15_000).unref();
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) setTimeout(() => server.closeAllConnections(), 1_000).unref();
      if ("closeIdleConnections" in server) server.closeIdleConnections();
    });
    await Promise.all([closed, worker.stop()]);
    await accounts.close();
    await store.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  process.on("disconnect", () => void stop()); // the start script died
}

main().catch((error: unknown) => {
  const expected = [ConfigFault, ClosedFolderFault, HeldFault, PortFault, MigrationFault];
  const isExpected = expected.some((kind) => error instanceof kind);
  console.error(isExpected && error instanceof Error ? error.message : error);
  const isWrongUse = [ConfigFault, ClosedFolderFault, HeldFault, PortFault].some((kind) => error instanceof kind);
  process.exit(isWrongUse ? 2 : 3);
});
