import type { Role } from '@entente/contracts/access';

/** An invented officer as whom a step of the guide is done. */
export interface GuidedOfficer {
  id: string;
  name: string;
  role: Role;
}

/** At whose node the guide begins. */
export const GUIDED_STATE = 'KZ';

/**
 * The officers the guide leads through. The same are written in `packages/testkit/src/officers.ts`: a node offers its
 * officers only to whoever is signed out, and the guide changes from one to the next.
 */
export const GUIDED_OFFICERS = {
  border: { id: '0d8f6c1e-5a3b-4c7d-9e21-7b4f0a6c2d11', name: 'Aigerim Toktarbek', role: 'border-officer' },
  author: { id: '5f2a8d60-9e14-4b3c-a7d8-1c0e5b94f613', name: 'Madina Ospanova', role: 'contact-point-officer' },
  reviewer: { id: '7c91e3b5-2f48-4d06-b1ea-94a7d8c3f014', name: 'Yerlan Zhaksylyk', role: 'reviewer' },
  oversight: { id: '9a4d7f16-83c2-4e5b-8f90-d5b2c6e1a715', name: 'Saule Abenova', role: 'oversight-officer' },
} as const satisfies Record<string, GuidedOfficer>;

/** Officers of India, at whose node some steps are done; the same are invented in `packages/testkit/src/demonstration/casts.ts`. */
export const OFFICERS_OF_INDIA = {
  author: { id: '91cd5f73-e060-8711-a7ac-8a7d060a3679', name: 'Kavita Deshpande', role: 'contact-point-officer' },
  reviewer: { id: 'b57063ef-a44a-8aba-a868-1fd4b11f0c03', name: 'Rohan Kulkarni', role: 'reviewer' },
  oversight: { id: 'a1894fbd-68ff-8259-a615-24d9e4c4f219', name: 'Meenakshi Pillai', role: 'oversight-officer' },
} as const satisfies Record<string, GuidedOfficer>;

/** At his gate the invented travellers pass by themselves; what is done under his name ticks nothing. */
export const TRAVELLERS_OFFICER = '3b7e9a42-1c6d-4f80-8b35-62d1e4f7a912';
