/** The part of oidc-provider that a test uses; the package brings no types. */
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";

  type Claims = Readonly<Record<string, string | boolean>>;
  type Configuration = Readonly<{
    clients: readonly Readonly<{ client_id: string; client_secret: string; redirect_uris: readonly string[] }>[];
    claims: Readonly<Record<string, readonly string[]>>;
    findAccount: (context: unknown, id: string) => Readonly<{ accountId: string; claims: () => Promise<Claims> }>;
    cookies: Readonly<{ keys: readonly string[] }>;
    pkce: Readonly<{ required: () => boolean }>;
  }>;

  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
  }
}
