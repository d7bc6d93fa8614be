/** Addresses of programmes, in Japanese; pages turn them into those of their language. */

export function programmeAddress(id: string): string {
  return `/programmes/${id}`;
}
