/** Patterns of the terms acts are written in. */

/** An organisation, a node, a body or a treaty. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A state, as ISO 3166-1 alpha-2. */
export const STATE = /^[A-Z]{2}$/;
export const HEX_32 = /^[0-9a-f]{64}$/;
export const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** `host:port`, where other nodes reach this one. */
export const ADDRESS = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?:[1-9]\d{0,4}$/;
