/** List files read without a database: what a command needs that searches lists as they lie on the disk. */

export type { ListFileFault } from './capabilities/alerts/lists/item.ts';
export { ListFileError } from './capabilities/alerts/lists/item.ts';
export { type ReadListOptions, readList } from './capabilities/alerts/lists/read.ts';
