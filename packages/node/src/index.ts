export { type RunningNode, startNode } from './main.ts';
export { type Config, ConfigError, readConfig } from './platform/config.ts';
export { createLog, type Log } from './platform/log.ts';
