import type { CheckRequest } from '@entente/contracts/screening';
import type { AlertInForce } from '../../alerts/index.ts';

/** Names asked for whatever the alerts are: common in the region, in its scripts, and misspelt. */
const NAMES = [
  'Мухаммад Азиз',
  'محمد عزیز',
  'Mohamed Aziz',
  'मोहम्मद अज़ीज़',
  'Ivan Ivanow',
  'Иванов Иван Иванович',
  '王小明',
  'Wang Xiaoming',
  'Ван Сяомин',
  'Kim Minjun',
  'Nurlan Akhmetov',
  'Нұрлан Ахметов',
  'Rajesh Kumar Sharma',
  'Shavkat Rahimov',
  'Фарход Раҳимов',
  'Abdulrahman al Hashimi',
  'Bat-Erdene Ganbold',
  'Ganbold B',
  'Sasha Petrova',
  'Ali',
];

/** Alerts of which each is asked for itself. */
const ASKED_FOR = 500;

/** The fixed questions, and one for each of the alerts by every name and number that it has; `alerts` in the order of their keys. */
export function digestQuestions(alerts: readonly AlertInForce[]): CheckRequest[] {
  return [
    ...NAMES.map((name): CheckRequest => ({ by: 'identity', identity: { names: [name] } })),
    ...alerts.slice(0, ASKED_FOR).flatMap(({ subject }) => askedFor(subject)),
  ];
}

function askedFor(subject: AlertInForce['subject']): CheckRequest[] {
  switch (subject.kind) {
    case 'person':
      return subject.identities.flatMap(({ names, documents }) => [
        ...names.map(({ full }): CheckRequest => ({ by: 'identity', identity: { names: [full] } })),
        ...documents.map(({ number }): CheckRequest => ({ by: 'document', number })),
      ]);
    case 'organisation':
      return subject.names.map(({ full }) => ({ by: 'identity', identity: { names: [full] } }));
    case 'document':
      return subject.number === undefined ? [] : [{ by: 'document', number: subject.number }];
    case 'blank-documents':
      return subject.from === undefined ? [] : [{ by: 'document', number: `${subject.prefix ?? ''}${subject.from}` }];
    case 'vehicle':
      return subject.plate === undefined ? [] : [{ by: 'text', text: subject.plate }];
    default:
      return [];
  }
}
