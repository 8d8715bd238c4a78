import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from giving objects of one kind a place among the old ones because those made earlier lived long. A thread that builds an index
 * of a million and then searches it has the same code make both: names that stay, and names that a question needs for a millisecond.
 * Among the old, these hold on to whatever young they point to, and a collection of the young then takes three times as long. To be
 * called before anything is built.
 */
export function keepYoungObjectsYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
