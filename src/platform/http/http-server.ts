/**
 * The server on its socket, with limits for those who send slowly, send much around nothing, or open many connections.
 *
 * A proxy in front usually has limits of its own; these hold without one. Twenty megabytes over a slow line between
 * offices take minutes, so a whole request may; its headers may not.
 */
import { serve } from "@hono/node-server";

export type HttpLimits = Readonly<{
  headersTimeoutMs: number;
  requestTimeoutMs: number;
  keepAliveTimeoutMs: number;
  /** How often slow connections are looked for. */
  checkEveryMs: number;
  maxHeaderBytes: number;
  maxConnections: number;
}>;

export const HTTP_LIMITS: HttpLimits = {
  headersTimeoutMs: 15_000,
  requestTimeoutMs: 300_000,
  keepAliveTimeoutMs: 10_000,
  checkEveryMs: 5_000,
  maxHeaderBytes: 16 * 1024,
  maxConnections: 1_000,
};

export type HttpServer = ReturnType<typeof serve>;
export type HttpPlace = Readonly<{ fetch: Parameters<typeof serve>[0]["fetch"]; port: number; hostname: string }>;

/** @throws what listening throws, such as EADDRINUSE. */
export function openHttpServer(place: HttpPlace, limits: Partial<HttpLimits> = {}): Promise<HttpServer> {
  const { headersTimeoutMs, requestTimeoutMs, keepAliveTimeoutMs, checkEveryMs, maxHeaderBytes, maxConnections } = {
    ...HTTP_LIMITS,
    ...limits,
  };
  const serverOptions = {
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    connectionsCheckingInterval: checkEveryMs,
    maxHeaderSize: maxHeaderBytes,
  };
  return new Promise((resolve, reject) => {
    const server = serve({ ...place, serverOptions }, () => resolve(server));
    server.maxConnections = maxConnections;
    server.once("error", reject);
  });
}
