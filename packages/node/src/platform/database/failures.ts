/** Class 08: connection; 57P01-57P03: the server is stopping or starting; 53100-53300: no disk, memory or connection left. */
const AWAY_STATES = /^(08...|57P0[1-3]|53[123]00)$/;
const AWAY_SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** True when a query failed because the server could not be reached or had no room to work, not because of what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, syscall, message } = error as { code?: unknown; syscall?: unknown; message?: unknown };
  if (typeof code === 'string') {
    return (
      AWAY_STATES.test(code) ||
      (AWAY_SYSTEM.has(code) && (syscall === 'connect' || syscall === 'read' || syscall === 'write'))
    );
  }
  // The driver's own errors carry no code: a pool says that a timeout was exceeded, a client that it expired.
  return (
    typeof message === 'string' &&
    /^(Connection terminated|timeout exceeded when trying to connect|timeout expired$)|not queryable$/.test(message)
  );
}
