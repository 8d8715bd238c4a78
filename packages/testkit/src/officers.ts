import type { Role } from '@entente/contracts/access';
import type { Translated } from '@entente/contracts/terms';

/** Authorities of the demonstration node. Each name says that it is invented. */
export const DEMONSTRATION_AUTHORITIES: { id: string; names: Translated }[] = [
  {
    id: 'border-service',
    names: { en: 'Border Service (invented)', ru: 'Пограничная служба (вымышленная)', zh: '边防局（虚构）' },
  },
  {
    id: 'contact-point',
    names: {
      en: 'National Contact Point (invented)',
      ru: 'Национальный контактный пункт (вымышленный)',
      zh: '国家联络点（虚构）',
    },
  },
  {
    id: 'data-protection-inspectorate',
    names: {
      en: 'Data Protection Inspectorate (invented)',
      ru: 'Инспекция по защите данных (вымышленная)',
      zh: '个人信息保护监察局（虚构）',
    },
  },
  {
    id: 'node-operations',
    names: {
      en: 'Node Operations Centre (invented)',
      ru: 'Центр эксплуатации узла (вымышленный)',
      zh: '节点运行中心（虚构）',
    },
  },
];

export interface InventedOfficer {
  id: string;
  name: string;
  displayName: string;
  authority: string;
  roles: Role[];
}

/** Officers of the demonstration node, all invented, at least one for each role; two share the desk, one writes and reviews. */
export const DEMONSTRATION_OFFICERS: InventedOfficer[] = [
  {
    id: '0d8f6c1e-5a3b-4c7d-9e21-7b4f0a6c2d11',
    name: 'a.toktarbek',
    displayName: 'Aigerim Toktarbek',
    authority: 'border-service',
    roles: ['border-officer'],
  },
  {
    id: '3b7e9a42-1c6d-4f80-8b35-62d1e4f7a912',
    name: 'd.seitkali',
    displayName: 'Daniyar Seitkali',
    authority: 'border-service',
    roles: ['border-officer'],
  },
  {
    id: '5f2a8d60-9e14-4b3c-a7d8-1c0e5b94f613',
    name: 'm.ospanova',
    displayName: 'Madina Ospanova',
    authority: 'contact-point',
    roles: ['contact-point-officer'],
  },
  {
    id: '7c91e3b5-2f48-4d06-b1ea-94a7d8c3f014',
    name: 'y.zhaksylyk',
    displayName: 'Yerlan Zhaksylyk',
    authority: 'contact-point',
    roles: ['reviewer'],
  },
  {
    id: '9a4d7f16-83c2-4e5b-8f90-d5b2c6e1a715',
    name: 's.abenova',
    displayName: 'Saule Abenova',
    authority: 'data-protection-inspectorate',
    roles: ['oversight-officer'],
  },
  {
    id: 'b6e0c5d8-47a1-4937-9c24-3f8d1a7e5b16',
    name: 't.kassenov',
    displayName: 'Timur Kassenov',
    authority: 'node-operations',
    roles: ['administrator'],
  },
  {
    id: 'c3d81f02-6b95-4e17-8a3c-50e9b7f4d217',
    name: 'b.nurmagambetov',
    displayName: 'Berik Nurmagambetov',
    authority: 'contact-point',
    roles: ['contact-point-officer'],
  },
  {
    id: 'd90b47a6-1f3e-4c58-b762-8e5a0c9d3f18',
    name: 'g.alimkhanova',
    displayName: 'Gulnar Alimkhanova',
    authority: 'contact-point',
    roles: ['contact-point-officer', 'reviewer'],
  },
];

/** The first invented officer who has this role. */
export function officerWith(role: Role): InventedOfficer {
  const officer = DEMONSTRATION_OFFICERS.find(({ roles }) => roles.includes(role));
  if (!officer) throw new Error(`No invented officer is a ${role}`);
  return officer;
}
