import type { Direction } from '@entente/contracts/screening/second-line';
import { createStore } from '../../api/store.ts';

/** Where this desk stands and which way its travellers go: said with every referral and every shift. */
export interface Post {
  place: string;
  direction: Direction | '';
}

const KEY = 'entente.post';
const UNKNOWN: Post = { place: '', direction: '' };

/** Kept in sessionStorage: it ends with the tab. Nothing in it is about a person. */
export const post = createStore<Post>(remembered());

export function keepPost(next: Partial<Post>): void {
  post.set({ ...post.get(), ...next });
  try {
    sessionStorage.setItem(KEY, JSON.stringify(post.get()));
  } catch {
    // Storage shut off by policy: the choice holds until the page is left.
  }
}

function remembered(): Post {
  try {
    return { ...UNKNOWN, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Post>) };
  } catch {
    return UNKNOWN;
  }
}
