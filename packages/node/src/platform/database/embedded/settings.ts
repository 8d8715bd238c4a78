import type { Home } from './home.ts';

/** The port is only part of the socket's file name: the server does not listen on the network. */
export const SOCKET_PORT = 5432;

/** What a caller may set apart: tests trade durability for speed, nobody else does. */
export interface Tuning {
  durable: boolean;
  /** Megabytes of shared buffers. */
  sharedBuffers: number;
  maxConnections: number;
}

export const NODE_TUNING: Tuning = { durable: true, sharedBuffers: 256, maxConnections: 100 };
export const TEST_TUNING: Tuning = { durable: false, sharedBuffers: 64, maxConnections: 200 };

/** The whole of postgresql.conf, written at every start so that it is always what this version means. */
export function serverSettings(home: Home, tuning: Tuning): string {
  const onOff = tuning.durable ? 'on' : 'off';
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: home.socket,
    unix_socket_permissions: '0700',
    port: SOCKET_PORT,
    max_connections: tuning.maxConnections,
    password_encryption: 'scram-sha-256',
    // Durability: what was answered as done survives a power cut.
    fsync: onOff,
    synchronous_commit: onOff,
    full_page_writes: onOff,
    // Files and WAL are how a backup is taken (pg_backup_start).
    wal_level: 'replica',
    max_wal_size: '2GB',
    shared_buffers: `${tuning.sharedBuffers}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    effective_cache_size: '1GB',
    random_page_cost: 1.1,
    jit: 'off',
    // A client that vanished must not hold its locks for ever.
    client_connection_check_interval: '5s',
    tcp_keepalives_idle: 60,
    idle_in_transaction_session_timeout: '10min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // Statements, parameters and details of errors may hold personal data: the server's log names none.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: 'terse',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`);
  return `# Written by Entente at every start; changes here are lost.\n${lines.join('\n')}\n`;
}

/** pg_hba.conf: the socket, by password. */
export const CLIENT_AUTHENTICATION = '# Written by Entente at every start.\nlocal all all scram-sha-256\n';
