import type {
  ImportCounts,
  ImportView,
  ListAction,
  ListedSubject,
  ListFormat,
  ListId,
  SubjectKind,
} from '@entente/contracts/alerts';
import type {
  Acceptance,
  AlertStatus,
  FlagGround,
  ReviewAnswers,
  Step,
  Unfinished,
  VersionKind,
  VersionState,
} from '@entente/contracts/alerts/alert';
import type { AlertKind } from '@entente/contracts/alerts/catalogue';
import type { AlertContent, AlertSubject, Audience } from '@entente/contracts/alerts/content';
import type { CorrectionKind, CorrectionState, ShownCorrection } from '@entente/contracts/alerts/corrections';
import type { Translated } from '@entente/contracts/terms';

/** What this program knows of a list before anything of it is imported. */
export interface KnownList {
  format: ListFormat;
  names: Translated;
}

/** Every list there is; the table alerts.list has the same. */
export const LISTS: Record<ListId, KnownList> = {
  'un-sc': {
    format: 'un-sc',
    names: {
      en: 'UN Security Council Consolidated List',
      ru: 'Сводный перечень Совета Безопасности ООН',
      zh: '联合国安全理事会综合名单',
    },
  },
  'ofac-sdn': {
    format: 'ofac-sdn',
    names: {
      en: 'US Treasury: Specially Designated Nationals (OFAC SDN)',
      ru: 'Казначейство США: особо обозначенные лица (OFAC SDN)',
      zh: '美国财政部：特别指定国民名单（OFAC SDN）',
    },
  },
  'ofac-non-sdn': {
    format: 'ofac-sdn',
    names: {
      en: 'US Treasury: consolidated non-SDN lists (OFAC)',
      ru: 'Казначейство США: сводные перечни помимо SDN (OFAC)',
      zh: '美国财政部：非SDN综合名单（OFAC）',
    },
  },
  'us-csl': {
    format: 'us-csl',
    names: {
      en: 'US Consolidated Screening List',
      ru: 'Сводный проверочный перечень США',
      zh: '美国综合筛查名单',
    },
  },
  'eu-oj': {
    format: 'eu-oj',
    names: {
      en: 'EU sanctions annexes (Official Journal)',
      ru: 'Приложения к санкционным регламентам ЕС (Официальный журнал)',
      zh: '欧盟制裁条例附件（《官方公报》）',
    },
  },
  'eu-fsf': {
    format: 'eu-fsf',
    names: {
      en: 'EU Consolidated Financial Sanctions List',
      ru: 'Сводный перечень финансовых санкций ЕС',
      zh: '欧盟金融制裁综合名单',
    },
  },
  'uk-sl': {
    format: 'uk-sl',
    names: { en: 'UK Sanctions List', ru: 'Санкционный перечень Соединённого Королевства', zh: '英国制裁名单' },
  },
  invented: {
    format: 'un-sc',
    names: {
      en: 'Demonstration list (all persons invented)',
      ru: 'Демонстрационный перечень (все лица вымышлены)',
      zh: '演示名单（人物均为虚构）',
    },
  },
};

/** A list's basis as stored; `statedBy` is an officer's id or an operator's command. */
export interface StoredBasis {
  legalBasis: string;
  action: ListAction;
  statedBy: string;
  statedAt: Date;
}

/** A list as the desk needs it: without a basis it is silent. */
export interface ListBasisView {
  id: ListId;
  names: Translated;
  basis: StoredBasis | null;
}

export type ImportState = ImportView['state'];

/** What an import has done so far. */
export interface ImportProgress {
  bytesRead: number;
  counts: ImportCounts;
  kinds: Record<SubjectKind, number>;
  listDate: string | undefined;
}

/** An import as stored; `startedBy` is an officer's id or an operator's command. */
export interface StoredImport extends ImportProgress {
  id: string;
  list: ListId;
  format: ListFormat;
  state: ImportState;
  startedAt: Date;
  endedAt: Date | null;
  startedBy: string;
  files: { name: string; bytes: number }[];
  bytesTotal: number;
  failure: { code: string; detail: string } | null;
}

/** One entry of the change feed: of a subject of a list, of a list's basis (`subjectId` null), or of an alert. */
export interface FeedChange {
  position: number;
  list: ListId | null;
  subjectId: string | null;
  alertId: string | null;
  change: 'added' | 'changed' | 'removed' | 'basis';
}

/** An alert as stored, without what is sealed. */
export interface StoredAlert {
  id: string;
  reference: string;
  owner: string;
  kind: AlertKind;
  category: string;
  action: string | null;
  status: AlertStatus;
  /** The version in force, or the last that was. */
  current: number | null;
  /** The version being written or reviewed. */
  pending: number | null;
  /** Null where it is another state's. */
  author: string | null;
  authority: string | null;
  createdAt: Date;
  updatedAt: Date;
  inForceAt: Date | null;
  expiresAt: Date | null;
  reviewAt: Date | null;
  disputedAt: Date | null;
  revision: number;
  /** The node it came from; null for an alert of this state's own. */
  node: string | null;
  /** Its revision at its owner. */
  ownerRevision: number | null;
  /** Null where nothing is to be accepted. */
  acceptance: Acceptance | null;
  /** What is done here in the place of what its owner asks for. */
  flagAction: string | null;
  /** To whom the version in force goes. */
  audience: Audience['kind'] | 'searchable';
  /** Codes of the members and ids of the bodies it names. */
  addressees: string[];
}

/** One of those alike whom the author considered, and why it is another. */
export interface Considered {
  source: string;
  ref: string;
  why: string;
}

/** A version as stored. Everyone in `authors` wrote in it. */
export interface StoredVersion {
  alert: string;
  number: number;
  kind: VersionKind;
  state: VersionState;
  authors: string[];
  savedAt: Date;
  content: AlertContent;
  considered: Considered[];
  /** What its author typed that does not fit its contract yet; gone once it is submitted. */
  unfinished?: Unfinished;
}

/** A step of an alert's history. `by` is an officer's id, an operator's command, or `node`. */
export interface StoredStep {
  alert: string;
  number: number;
  at: Date;
  step: Step['step'];
  by: string;
  version: number | null;
  record: string;
  category: string;
  personal: StepWords | null;
}

/** What was said at a step. */
export interface StepWords {
  reasons?: string;
  answers?: ReviewAnswers;
  /** Who disputes a record. */
  by?: string;
}

/** What a node was told last of an alert of this state's own, and what it told in return. */
export interface Told {
  node: string;
  told: 'circulated' | 'suspended' | 'withdrawn' | 'deleted';
  /** The version it was sent last. */
  version: number;
  /** The row of the outbox. */
  outbox: string;
  at: Date;
  /** It takes no action on its territory, and does this instead; null for nothing at all. */
  flag: { at: Date; why: FlagGround; action: string | null } | null;
}

/** An alert that answers at the desk, as the index needs it. */
export interface AlertInForce {
  id: string;
  reference: string;
  owner: string;
  category: string;
  action: string;
  kind: AlertKind;
  subject: AlertSubject;
  note?: string;
  /** `action` is the alternative this state has chosen: it takes none of what the owner asks for. */
  flagged?: boolean;
  /** To whom it circulates; absent, it is national and answers nobody else. */
  audience?: Audience;
  expiresAt: Date;
}

/** A correction beside an entry of a list as stored; officers by their ids. `personal` is null once the list has taken the entry off. */
export interface StoredCorrection {
  id: string;
  list: ListId;
  ref: string;
  /** What the change feed knows the entry by. */
  subject: string;
  kind: CorrectionKind;
  state: CorrectionState;
  proposedBy: string;
  /** Id of the authority. */
  authority: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  endedAt: Date | null;
  personal: CorrectionPersonal | null;
}

/** What a correction says, sealed as one. */
export interface CorrectionPersonal {
  value: string;
  instead?: string;
  reason: string;
  authority: Translated;
}

/** A correction in force, as it is applied to its entry. */
export interface StandingCorrection extends ShownCorrection {
  instead?: string;
}

/** An entry of a list as it is to be met: the list's words, corrected by this state. */
export interface CorrectedSubject extends ListedSubject {
  corrections?: ShownCorrection[];
}
