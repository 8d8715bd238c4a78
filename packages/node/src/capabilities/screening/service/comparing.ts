import type { AskComparison } from '../../alerts/index.ts';
import { authorityInView } from '../rules/case.ts';
import { listCases } from '../store/second-line.ts';

/** More cases than these no post has open at once. */
const MOST_OPEN = 500;

/** Whether an open case that the asking officer works on compares this alert with a traveller. */
export const isCompared: AskComparison = async (tx, asking, alert) => {
  const open = await listCases(tx, authorityInView(asking), { open: true, limit: MOST_OPEN });
  return open.some(({ personal }) =>
    personal.found.some(({ source }) => source.kind === 'alert' && source.alert === alert),
  );
};
