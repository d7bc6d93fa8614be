import fc from "fast-check";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { clientAddress, identifyClient, isHttps, NO_PROXY, readTrustedProxies, type TrustedProxies } from "./client.ts";
import type { RequestEnv } from "./request-context.ts";

const PROXY = "10.0.0.5";

async function seen(
  peer: string | undefined,
  headers: Record<string, string>,
  proxies = "",
  url = "http://k.example/",
) {
  const application = new Hono<RequestEnv>();
  application.use(identifyClient(trusted(proxies)));
  application.get("/", (c) => c.json([clientAddress(c), isHttps(c)]));
  const env = peer === undefined ? undefined : { incoming: { socket: { remoteAddress: peer } } };
  return (await application.request(url, { headers }, env)).json();
}

function trusted(text: string): TrustedProxies {
  const read = readTrustedProxies(text);
  if (typeof read === "string") throw new Error(read);
  return read;
}

const forwarded = (chain: string, proto = "https") => ({ "x-forwarded-for": chain, "x-forwarded-proto": proto });

describe("with no proxy named", () => {
  it.each(["203.0.113.9", "2001:db8::9", "127.0.0.1"])(
    "nobody's word counts, the connection from %s does",
    async (peer) => {
      expect(await seen(peer, forwarded("198.51.100.1"))).toEqual([peer, false]);
    },
  );

  it("a request to an https address of ours is https", async () => {
    expect(await seen("203.0.113.9", {}, "", "https://k.example/")).toEqual(["203.0.113.9", true]);
  });

  it("a request without a socket has no address", async () => {
    expect(await seen(undefined, forwarded("198.51.100.1"))).toEqual(["unknown", false]);
  });

  it("an address asked for without the middleware is that of the connection", async () => {
    const application = new Hono().get("/", (c) => c.text(clientAddress(c)));
    const env = { incoming: { socket: { remoteAddress: "::ffff:203.0.113.9" } } };
    const answer = await application.request("/", { headers: forwarded("198.51.100.1") }, env);
    expect(await answer.text()).toBe("203.0.113.9");
  });
});

describe("with a proxy named", () => {
  it.each([
    ["the client it heard", "203.0.113.9", "203.0.113.9"],
    ["the last it heard, whatever the client wrote before", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["the client before two proxies of ours", "203.0.113.9, 10.0.0.6", "203.0.113.9"],
    ["an address with its port", "203.0.113.9:4711", "203.0.113.9"],
    ["an IPv6 address in brackets", "[2001:DB8::9]:4711", "2001:db8::9"],
    ["itself, when what it says is no address", "evil", PROXY],
    ["itself, when it says nothing", "", PROXY],
    ["the nearest it can read", "203.0.113.9, evil, 10.0.0.6", "10.0.0.6"],
  ])("it is believed: %s", async (_what, chain, address) => {
    expect(await seen(PROXY, forwarded(chain), "10.0.0.0/24")).toEqual([address, true]);
  });

  it("another machine that says the same is not", async () => {
    expect(await seen("10.0.1.5", forwarded("198.51.100.1"), "10.0.0.0/24, ::1")).toEqual(["10.0.1.5", false]);
  });

  it("the proxy's own word on https wins over one written before it", async () => {
    expect(await seen(PROXY, forwarded("203.0.113.9", "https, http"), PROXY)).toEqual(["203.0.113.9", false]);
  });

  it("an IPv4 address behind an IPv6 socket is the same address", async () => {
    expect(await seen(`::ffff:${PROXY}`, forwarded("203.0.113.9"), PROXY)).toEqual(["203.0.113.9", true]);
  });

  it("whatever a client adds in front changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme-ascii", maxLength: 60 }), async (junk) => {
        const chain = `${junk},203.0.113.9`;
        expect(await seen(PROXY, forwarded(chain), PROXY)).toEqual(["203.0.113.9", true]);
      }),
    );
  });
});

describe("naming proxies", () => {
  it.each(["10.0.0.5", "10.0.0.0/8 ::1", "2001:db8::/32,127.0.0.1", ""])("takes addresses and networks: %s", (text) => {
    expect(typeof readTrustedProxies(text)).toBe("object");
  });

  it.each(["proxy.example", "10.0.0.0/33", "10.0.0.5/", "::1/129", "*", "10.0.0.0/8/8"])("refuses %s", (text) => {
    expect(readTrustedProxies(text)).toBe(text);
  });

  it("none by default", () => {
    expect(NO_PROXY.covers("127.0.0.1")).toBe(false);
  });
});
