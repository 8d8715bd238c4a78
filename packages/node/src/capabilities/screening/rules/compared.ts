import type { ComparedAlert } from '@entente/contracts/screening/second-line';
import type { AlertInForce } from '../../alerts/index.ts';

type Compared = Pick<ComparedAlert, 'identities' | 'marks' | 'languages' | 'dangers' | 'medical' | 'description'>;

const NOTHING: Compared = { identities: [], marks: [], languages: [], dangers: [], medical: [] };

/** An alert as far as a person is compared with it: neither its ground nor the offence, nor who consented by which paper. */
export function comparedAlert(alert: AlertInForce, photographs: ComparedAlert['photographs']): ComparedAlert {
  const { id, reference, owner, kind, category, action, note } = alert;
  return {
    id,
    reference,
    owner,
    kind,
    category,
    action,
    ...describe(alert.subject),
    ...(note !== undefined && { note }),
    photographs,
  };
}

function describe(subject: AlertInForce['subject']): Compared {
  if (subject.kind === 'document')
    return { ...NOTHING, identities: subject.holder ? [plainIdentity(subject.holder)] : [] };
  if (subject.kind !== 'person') return NOTHING;
  const { identities, description, marks = [], languages = [], dangers = [], medical = [] } = subject;
  return {
    identities: identities.map(plainIdentity),
    ...(description !== undefined && { description }),
    marks,
    languages,
    dangers,
    medical,
  };
}

type WrittenIdentity = Extract<AlertInForce['subject'], { kind: 'person' }>['identities'][number];

function plainIdentity({ victimConsent, ...identity }: WrittenIdentity): ComparedAlert['identities'][number] {
  return { ...identity, ...(victimConsent && { victimConsent: true }) };
}
