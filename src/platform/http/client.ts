/**
 * Client: from which address a request comes, and whether it came over https.
 *
 * An office usually puts a proxy in front, which says both in `X-Forwarded-For` and `X-Forwarded-Proto`. Anybody can
 * write such headers, so they are believed only from addresses named in `KAKEHASHI_TRUSTED_PROXY`; nobody by default.
 * The proxy passes `Host` on unchanged; `X-Forwarded-Host` is never read.
 */
import { BlockList, isIP } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import type { Client, RequestEnv } from "./request-context.ts";

export type TrustedProxies = Readonly<{ covers: (address: string) => boolean }>;

export const NO_PROXY: TrustedProxies = { covers: () => false };

/** More hops than any office has; a longer header is somebody's attempt. */
const MOST_HOPS = 20;

/** Addresses and networks (`10.0.0.5, 10.1.0.0/16, ::1`). @returns the first word that is neither, when there is one. */
export function readTrustedProxies(text: string): TrustedProxies | string {
  const list = new BlockList();
  for (const word of text.split(/[\s,]+/u).filter((part) => part !== "")) {
    const [address = "", bits, ...more] = word.split("/");
    const version = isIP(address);
    const longest = version === 6 ? 128 : 32;
    const isNetwork = bits !== undefined && /^\d{1,3}$/u.test(bits) && Number(bits) <= longest;
    if (version === 0 || more.length > 0 || (bits !== undefined && !isNetwork)) return word;
    list.addSubnet(address, bits === undefined ? longest : Number(bits), familyOf(address));
  }
  return { covers: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)) };
}

/** Comes first: headers, cookies and limits ask who is at the other end. */
export function identifyClient(trusted: TrustedProxies = NO_PROXY): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    c.set("client", findClient(c, trusted));
    await next();
  };
}

/** For limits per address and for the log. */
export function clientAddress(c: Context): string {
  return clientOf(c).address;
}

/** Whether the person's browser speaks https, to us or to a proxy that we believe. */
export function isHttps(c: Context): boolean {
  return clientOf(c).isHttps;
}

function clientOf(c: Context): Client {
  return (c as Context<RequestEnv>).get("client") ?? findClient(c, NO_PROXY); // routes mounted alone have no such middleware
}

function findClient(c: Context, trusted: TrustedProxies): Client {
  const bindings = c.env as Partial<HttpBindings> | undefined; // the Node server gives them, a test may not
  const peer = plainAddress(bindings?.incoming?.socket.remoteAddress ?? "") ?? "unknown";
  const isHttpsHere = new URL(c.req.url).protocol === "https:";
  if (!trusted.covers(peer)) return { address: peer, isHttps: isHttpsHere };
  const said = c.req.header("x-forwarded-proto")?.split(",").at(-1)?.trim().toLowerCase();
  return {
    address: furthestBelieved(peer, c.req.header("x-forwarded-for"), trusted),
    isHttps: said === undefined ? isHttpsHere : said === "https",
  };
}

/** Each proxy adds on the right whom it heard; the first from the right whom we do not trust is the client. */
function furthestBelieved(peer: string, header: string | undefined, trusted: TrustedProxies): string {
  let believed = peer;
  for (const word of (header ?? "").split(",").reverse().slice(0, MOST_HOPS)) {
    const address = plainAddress(word.trim());
    if (address === undefined) return believed;
    believed = address;
    if (!trusted.covers(address)) return believed;
  }
  return believed;
}

/** `::ffff:10.0.0.1`, `10.0.0.1:4711` and `[::1]:4711` without their trimmings; undefined when it is no address. */
function plainAddress(text: string): string | undefined {
  const bare = /^\[([^\]]+)\](?::\d+)?$/u.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/u.exec(text)?.[1] ?? text;
  const address = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(bare)?.[1] ?? bare;
  return isIP(address) === 0 ? undefined : address.toLowerCase();
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
