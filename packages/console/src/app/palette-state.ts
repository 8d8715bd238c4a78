import { createStore } from '../api/store.ts';

/** Whether the dialog on purpose, basis and case is open: the header's button and the palette open it. */
export const purposeOpen = createStore(false);

/** Whether the command palette is open: the header's button and Ctrl-K both open it. */
export const paletteOpen = createStore(false);
