/** A small HTTP client that keeps its connections and sees when the first byte of a body arrives. */
import { Agent, type IncomingHttpHeaders, request } from "node:http";

type Answer = Readonly<{
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  bytes: number;
  firstByteMs: number;
  totalMs: number;
}>;

export type HttpClient = Readonly<{
  /** Fails on any status but 200, unless another one is expected. @param keepBody false counts bytes only. */
  get: (path: string, options?: Readonly<{ status?: number; keepBody?: boolean; cookie?: string }>) => Promise<Answer>;
  close: () => void;
}>;

export function openHttpClient(origin: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  return {
    close: () => agent.destroy(),
    get: (path, { status = 200, keepBody = true, cookie } = {}) =>
      new Promise((resolve, reject) => {
        const startedAt = performance.now();
        const headers = cookie === undefined ? {} : { cookie };
        const asked = request(new URL(path, origin), { agent, headers }, (answer) => {
          const chunks: Buffer[] = [];
          let firstByteMs = Number.NaN;
          let bytes = 0;
          answer.on("data", (chunk: Buffer) => {
            if (bytes === 0) firstByteMs = performance.now() - startedAt;
            bytes += chunk.length;
            if (keepBody) chunks.push(chunk);
          });
          answer.on("error", reject);
          answer.on("end", () => {
            const got = { status: answer.statusCode ?? 0, headers: answer.headers, bytes, firstByteMs };
            if (got.status !== status) return reject(new Error(`${path}: ${got.status} instead of ${status}`));
            resolve({ ...got, body: Buffer.concat(chunks), totalMs: performance.now() - startedAt });
          });
        });
        asked.on("error", reject);
        asked.end();
      }),
  };
}
