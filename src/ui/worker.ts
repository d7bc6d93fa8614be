/** Who works here, as the kit needs to know it. The platform's actors fit; the kit knows no platform. */
export type Worker =
  | Readonly<{ kind: "public" }>
  | Readonly<{ kind: "operator"; name: string }>
  | Readonly<{
      kind: "member";
      displayName: string;
      body: Readonly<{ name: string; unit: string | null }>;
      otherBodies: readonly unknown[];
    }>;
