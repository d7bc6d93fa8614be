/** A setting of the environment cannot be used; the message says which and how it is written. */
export class ConfigFault extends Error {}
