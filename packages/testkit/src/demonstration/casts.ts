import { createHash } from 'node:crypto';
import type { Role } from '@entente/contracts/access';
import { DEMONSTRATION_OFFICERS, type InventedOfficer } from '../officers.ts';

const POSTS = {
  border: { authority: 'border-service', roles: ['border-officer'] },
  contact: { authority: 'contact-point', roles: ['contact-point-officer'] },
  review: { authority: 'contact-point', roles: ['reviewer'] },
  oversight: { authority: 'data-protection-inspectorate', roles: ['oversight-officer'] },
  operations: { authority: 'node-operations', roles: ['administrator'] },
} as const satisfies Record<string, { authority: string; roles: Role[] }>;

type Post = keyof typeof POSTS;

/** Who works at each node but Kazakhstan's, all invented: one officer for each post. A body has no border. */
const NAMES: Record<string, Partial<Record<Post, string>>> = {
  IN: {
    border: 'Harpreet Chauhan',
    contact: 'Kavita Deshpande',
    review: 'Rohan Kulkarni',
    oversight: 'Meenakshi Pillai',
    operations: 'Sanjit Bhowmick',
  },
  CN: {
    border: 'Fan Yiming',
    contact: 'Tong Yulan',
    review: 'Qiao Zhiyuan',
    oversight: 'Shen Wenqi',
    operations: 'Pang Jiahao',
  },
  PK: {
    border: 'Bilal Mahsud',
    contact: 'Samina Qureshi',
    review: 'Haroon Bangash',
    oversight: 'Nadia Lodhi',
    operations: 'Faisal Janjua',
  },
  KG: {
    border: 'Ulan Toktosunov',
    contact: 'Aizada Moldokulova',
    review: 'Bakyt Sydykbaev',
    oversight: 'Cholpon Asanalieva',
    operations: 'Emil Dzhumabaev',
  },
  RU: {
    border: 'Pavel Ryabinin',
    contact: 'Vera Lastochkina',
    review: 'Gleb Sukhodolsky',
    oversight: 'Nina Berezhnaya',
    operations: 'Fyodor Klenov',
  },
  TJ: {
    border: 'Jamshed Nazriev',
    contact: 'Zarina Odinaeva',
    review: 'Sorbon Gulmurodov',
    oversight: 'Manizha Kabirova',
    operations: 'Firdavs Rajabzoda',
  },
  UZ: {
    border: 'Jasur Hamroqulov',
    contact: 'Nodira Ergasheva',
    review: 'Ulugbek Salimjonov',
    oversight: 'Gulchehra Turdiyeva',
    operations: 'Sherzod Qobilov',
  },
  rats: { contact: 'Malika Yusupzoda', oversight: 'Otabek Rahmonqulov', operations: 'Viktor Ozerny' },
};

/** The invented officers of a node, by its state or body. */
export function castOf({ state, body }: { state: string; body?: string | undefined }): InventedOfficer[] {
  if (body === undefined && state === 'KZ') return DEMONSTRATION_OFFICERS;
  const names = NAMES[body ?? state];
  if (!names) throw new Error(`Nobody is invented for the node of ${body ?? state}`);
  return Object.entries(names).map(([post, displayName]) => {
    const { authority, roles } = POSTS[post as Post];
    const [given = '', family = ''] = displayName.toLowerCase().split(' ');
    return { id: idOf(displayName), name: `${given[0]}.${family}`, displayName, authority, roles: [...roles] };
  });
}

/** The same id at every start: a version 8 UUID (RFC 9562, section 5.8) of the name. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`invented officer ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
