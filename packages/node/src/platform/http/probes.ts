/** Routes that machines ask every few seconds. */
export const PROBES = ['/healthz', '/readyz', '/metrics'];
