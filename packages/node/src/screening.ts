/** Screening without a node: the index and the reading of questions, as the desk has them, without a database. */
export type { Found } from './capabilities/screening/model/found.ts';
export { type ListReading, readList as readPassengerList } from './capabilities/screening/passengers/read-list.ts';
export { readPartialDate } from './capabilities/screening/rules/dates.ts';
export { readRequest } from './capabilities/screening/rules/question.ts';
export { createWatchIndex, type WatchIndex } from './capabilities/screening/service/watch-index.ts';
