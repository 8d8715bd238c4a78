import { type Static, Type } from 'typebox';
import { Timestamp, Uuid } from '../terms.ts';
import { FlagGround } from './alert.ts';
import { AlertContent } from './content.ts';

/** Bodies of the envelopes in which alerts travel (docs/protocol/alerts.md). A reference names the alert in all of them. */
const closed = { additionalProperties: false };
const Reference = Type.String({ pattern: '^[A-Z]{2}-\\d{4}-\\d{6,}$', maxLength: 30 });
/** Counts the changes of the alert at its owner: a holder ignores what is older than what it holds. */
const OwnersRevision = Type.Integer({ minimum: 1 });

/** What travels of photographs: so many of one alert, so many bytes of each, JPEG alone. */
export const PHOTOGRAPHS = { most: 20, bytes: 8 * 2 ** 20, mediaTypes: ['image/jpeg'] } as const;

/** A photograph by its id at the owner, under which it never changes, and the identity it shows, from 0. */
export const CirculatedPhotograph = Type.Object({ id: Uuid, identity: Type.Integer({ minimum: 0 }) }, closed);
export type CirculatedPhotograph = Static<typeof CirculatedPhotograph>;

/** `alerts.circulated`: the whole of the version in force. To whom else it goes is not said. */
export const CirculatedAlert = Type.Object(
  {
    reference: Reference,
    /** ISO 3166-1 alpha-2 of the state whose alert it is. */
    owner: Type.String({ pattern: '^[A-Z]{2}$' }),
    revision: OwnersRevision,
    /** Number of the version at its owner. */
    version: Type.Integer({ minimum: 1 }),
    inForceAt: Timestamp,
    content: Type.Omit(AlertContent, ['audience'], closed),
    /** Photographs that have passed review, in the order of the envelope's attachments. */
    photographs: Type.Optional(Type.Array(CirculatedPhotograph, { minItems: 1, maxItems: PHOTOGRAPHS.most })),
  },
  closed,
);
export type CirculatedAlert = Static<typeof CirculatedAlert>;

/** `alerts.withdrawn`: it is in force no longer, or not for this receiver. */
export const WithdrawnAlert = Type.Object(
  {
    reference: Reference,
    revision: OwnersRevision,
    why: Type.Enum(['withdrawn', 'expired', 'not-addressed']),
  },
  closed,
);
export type WithdrawnAlert = Static<typeof WithdrawnAlert>;

/** `alerts.flagged`: the sender takes no action on its territory; `action` is what it does instead, null for nothing. */
export const FlaggedAlert = Type.Object(
  { reference: Reference, why: FlagGround, action: Type.Union([Type.String({ maxLength: 100 }), Type.Null()]) },
  closed,
);
export type FlaggedAlert = Static<typeof FlaggedAlert>;

/** `alerts.unflagged`: it does what is asked. */
export const UnflaggedAlert = Type.Object({ reference: Reference }, closed);
export type UnflaggedAlert = Static<typeof UnflaggedAlert>;

/** `alerts.suspended`, `alerts.restored` and `alerts.deleted` need no more than which alert, and of which state. */
export const NamedAlert = Type.Object({ reference: Reference, revision: OwnersRevision }, closed);
export type NamedAlert = Static<typeof NamedAlert>;
