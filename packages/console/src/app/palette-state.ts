import { createStore } from '../api/store.ts';

/** Whether the command palette is open: the header's button and Ctrl-K both open it. */
export const paletteOpen = createStore(false);
