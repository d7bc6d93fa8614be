/**
 * An OpenID provider that answers whatever a test wants, to see what is refused: tokens of other keys and algorithms,
 * for other clients, of other times; another issuer; another person behind a known address.
 */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Claims = Readonly<Record<string, unknown>>;

export type Forged = Readonly<{
  /** Over what an honest provider says. */
  claims?: Claims;
  /** Left out of the token. */
  without?: readonly string[];
  signedBy?: "itself" | "another key" | "nobody" | "the client's secret" | "its public key";
  /** No ID token at all. */
  isWithoutToken?: boolean;
  /** In the provider's own description. */
  description?: Claims;
}>;

export type ForgingProvider = Readonly<{
  issuer: string;
  /** What it answers from now on. */
  pretend: (forged: Forged) => void;
  /** Goes to the provider and comes back to the address with a code. */
  visit: (address: string) => string;
  close: () => Promise<void>;
}>;

export const CLIENT = { clientId: "kakehashi", clientSecret: "a secret of the office, of some length" } as const;

export async function forgingProvider(): Promise<ForgingProvider> {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let forged: Forged = {};
  let nonce = "";
  let issuer = "";
  const answers: Readonly<Record<string, () => unknown>> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      ...forged.description,
    }),
    "/keys": () => ({ keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] }),
    "/me": () => ({ ...honest(), ...forged.claims }),
    "/token": () => ({
      access_token: "opaque",
      token_type: "Bearer",
      expires_in: 60,
      ...(forged.isWithoutToken === true ? {} : { id_token: token() }),
    }),
  };
  const honest = (): Claims => {
    const now = Math.floor(Date.now() / 1000);
    return { iss: issuer, aud: CLIENT.clientId, iat: now, exp: now + 60, nonce, sub: "1", name: "試験 職員" };
  };
  const token = (): string => {
    const claims = { ...honest(), ...forged.claims };
    const kept = Object.fromEntries(Object.entries(claims).filter(([name]) => !forged.without?.includes(name)));
    return sign(kept, forged.signedBy ?? "itself", {
      own: own.privateKey,
      shown: own.publicKey,
      other: other.privateKey,
    });
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://provider");
    const answer = answers[pathname];
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    pretend: (wanted) => {
      forged = wanted;
    },
    visit: (address) => {
      const asked = new URL(address).searchParams;
      nonce = asked.get("nonce") ?? "";
      const back = new URL(asked.get("redirect_uri") ?? "");
      return `${back.pathname}?${new URLSearchParams({ code: "c", state: asked.get("state") ?? "" })}`;
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

type Keys = Readonly<{ own: KeyObject; shown: KeyObject; other: KeyObject }>;

function sign(claims: Claims, by: NonNullable<Forged["signedBy"]>, { own, shown, other }: Keys): string {
  const alg = { itself: "RS256", "another key": "RS256", nobody: "none" }[by as string] ?? "HS256";
  const said = `${encoded({ alg, typ: "JWT", kid: "1" })}.${encoded(claims)}`;
  if (by === "nobody") return `${said}.`;
  if (alg === "RS256") {
    return `${said}.${createSign("sha256")
      .update(said)
      .sign(by === "itself" ? own : other, "base64url")}`;
  }
  const secret = by === "its public key" ? shown.export({ type: "spki", format: "pem" }) : CLIENT.clientSecret;
  return `${said}.${createHmac("sha256", secret).update(said).digest("base64url")}`;
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
