/**
 * Before each test file: hashes of passwords and recovery codes, which are made to cost a tenth of a second so that
 * guessing costs too, are made with the same function at a fraction of the cost. The product still has to ask for the
 * full cost, or the hash fails. Where the time itself is asked about, `withSlowHashes` brings the full cost back.
 */
import crypto, { type ScryptOptions } from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

/** N × r as recovery codes have it; passwords have twice as much. */
const FULL_COST = 16_384 * 8;
const QUICK = { N: 16 };

type Callback = Parameters<typeof crypto.scrypt>[4];
type Hash = (
  password: crypto.BinaryLike,
  salt: crypto.BinaryLike,
  length: number,
  options: ScryptOptions,
  done: Callback,
) => void;

/** Files of a run share the process, and so does what is put in place here. */
const shared = globalThis as typeof globalThis & { kakehashiScrypt?: { slow: Hash; isSlow: boolean } };

if (shared.kakehashiScrypt === undefined) {
  const state = { slow: crypto.scrypt as Hash, isSlow: false };
  shared.kakehashiScrypt = state;
  const scrypt: Hash = (password, salt, length, options, done) => {
    const cost = (options.N ?? 0) * (options.r ?? 0);
    if (cost < FULL_COST) throw new Error(`a hash was asked for at ${cost}, and ${FULL_COST} is the least`);
    state.slow(password, salt, length, state.isSlow ? options : { ...options, ...QUICK }, done);
  };
  Object.assign(crypto, { scrypt });
  syncBuiltinESMExports(); // for those who import the function by name
}

/** A hash is only known again at the cost it was made at. */
export async function withSlowHashes<T>(work: () => Promise<T>): Promise<T> {
  const state = shared.kakehashiScrypt;
  if (state === undefined) throw new Error("no quick hashes to put aside");
  state.isSlow = true;
  try {
    return await work();
  } finally {
    state.isSlow = false;
  }
}
