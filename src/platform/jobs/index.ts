/** Jobs in PostgreSQL: added in the transaction of the act, run by the worker in the server's process. */
export { addJob } from "./add-job.ts";
export { type JobContext, type JobDefinition, type JobProgress, JobRefusal, type JobWords } from "./job.ts";
export { deleteOldRuns } from "./job-run-store.ts";
export { migrateJobs } from "./migrate-jobs.ts";
export { startWorker, type Worker } from "./start-worker.ts";
