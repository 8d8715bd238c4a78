import type { MantineColorSchemeManager } from '@mantine/core';
import { createStore } from '../api/store.ts';
import { remember } from './language.ts';

export type Scheme = 'light' | 'dark';
export type Rows = 'compact' | 'roomy';

const root = document.documentElement;

/** Both as `first-paint.js` put them on the document. */
export const scheme = createStore<Scheme>(root.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light');
export const rows = createStore<Rows>(root.dataset.rows === 'roomy' ? 'roomy' : 'compact');

export function paint(next: Scheme): void {
  root.dataset.mantineColorScheme = next;
  remember('entente.scheme', next);
  scheme.set(next);
}

export function setRows(next: Rows): void {
  root.dataset.rows = next;
  remember('entente.rows', next);
  rows.set(next);
}

/** Lets Mantine follow `scheme` instead of keeping a choice of its own. */
export const schemeManager: MantineColorSchemeManager = {
  get: () => scheme.get(),
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};
