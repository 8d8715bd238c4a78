import { createStore } from '../../api/store.ts';

/** A text given to the desk from outside it, taken as if it had been pasted there. In memory only, and gone once taken. */
export const handedText = createStore<string | null>(null);
