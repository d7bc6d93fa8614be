/** `/jobs`: what works by itself, for who manages it; asking for a backup, trying again, cancelling, fetching a backup. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Hono } from "hono";
import {
  addJob,
  type Database,
  type RequestContext,
  type RequestEnv,
  recordAudit,
  type Tx,
} from "../../platform/index.ts";
import { pathIn, renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { requirePermission } from "../require-permission.tsx";
import { nameOfAskedBackup } from "./backups/backup-jobs.ts";
import { isBackupName } from "./backups/backup-list.ts";
import { readBackups } from "./backups/read-backups.ts";
import { cancelJob, listEndedRuns, listQueue, retryJob } from "./job-queue-store.ts";
import { type JobsData, JobsPage, type Said } from "./jobs-page.tsx";
import type { OfficeJobs } from "./office-jobs.ts";

const RUNS_SHOWN = 50;

export type JobRouteParts = Readonly<{ database: Database; jobs: OfficeJobs }>;

export function jobRoutes({ database, jobs }: JobRouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const write: Write = (c, work) => database.write(c.get("actor"), work, { requestId: c.get("requestId") });
  routes.use("/jobs", requirePermission("job.manage"));
  routes.use("/jobs/*", requirePermission("job.manage"));

  routes.get("/jobs", async (c) => {
    const data = await readJobs(c, database, jobs);
    return renderPage(c, <JobsPage page={officePage(c)} data={data} said={saidIn(c)} />);
  });

  routes.post("/jobs/:id{[0-9]{1,18}}/retry", async (c) => {
    const id = c.req.param("id");
    const isDone = await write(c, async (tx) => {
      const retried = await retryJob(tx, id);
      if (retried) await recordAudit(tx, { action: "job.retried", subject: { kind: "job", id } });
      return retried;
    });
    return backWith(c, isDone ? "retried" : "gone");
  });

  routes.post("/jobs/:id{[0-9]{1,18}}/cancel", async (c) => {
    const id = c.req.param("id");
    const said = await write(c, async (tx) => {
      const cancelled = await cancelJob(tx, id);
      if (cancelled !== undefined) await recordAudit(tx, { action: "job.cancelled", subject: { kind: "job", id } });
      return cancelled;
    });
    return backWith(c, said ?? "gone");
  });
  routes.route("/", backupRoutes({ jobs, write }));
  return routes;
}

type Write = <T>(c: RequestContext, work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Below what asks for the permission. */
function backupRoutes({ jobs, write }: Readonly<{ jobs: OfficeJobs; write: Write }>): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.post("/jobs/backup", async (c) => {
    const { backups } = jobs;
    if (backups === null) return c.notFound();
    const name = nameOfAskedBackup(new Date());
    await write(c, async (tx) => {
      await addJob(tx, backups.backUp, { name });
      await recordAudit(tx, { action: "backup.asked", subject: { kind: "backup", id: name } });
    });
    return backWith(c, "backup");
  });

  routes.get("/jobs/backups/:name", async (c) => {
    const name = c.req.param("name");
    const folder = jobs.backups?.folder;
    if (folder === undefined || !isBackupName(name)) return c.notFound();
    const file = await stat(join(folder, name)).catch(() => undefined); // deleted since the list was read
    if (file === undefined) return c.notFound();
    await write(c, (tx) => recordAudit(tx, { action: "backup.downloaded", subject: { kind: "backup", id: name } }));
    c.header("Content-Type", "application/gzip");
    c.header("Content-Disposition", `attachment; filename="${name}"`);
    c.header("Content-Length", String(file.size));
    c.header("Cache-Control", "no-store");
    // Node's and the web's stream types describe the same object differently.
    return c.body(Readable.toWeb(createReadStream(join(folder, name))) as unknown as ReadableStream);
  });
  return routes;
}

async function readJobs(c: RequestContext, database: Database, { all, backups }: OfficeJobs): Promise<JobsData> {
  const words = new Map(all.map((job) => [job.name, job.words[c.get("lang")]]));
  return database.read(c.get("actor"), async (tx) => ({
    words,
    queue: await listQueue(tx),
    ended: await listEndedRuns(tx, RUNS_SHOWN),
    backups: backups === null ? null : await readBackups(tx, backups.folder, new Date()),
  }));
}

const SAID: readonly Said[] = ["backup", "retried", "removed", "asked", "gone"];

function saidIn(c: RequestContext): Said | undefined {
  const said = c.req.query("said");
  return SAID.find((one) => one === said);
}

function backWith(c: RequestContext, said: Said): Response {
  return c.redirect(pathIn(c.get("lang"), `/jobs?said=${said}`), 303);
}
