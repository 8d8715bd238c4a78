// Table: every event a node records.
/** One kind of audit record: what it means, and what its facts and personal parts hold. */
export interface EventDescription {
  meaning: string;
  /** What it was done to, where it names something. */
  subject?: string;
  /** Name and meaning of each fact. Facts hold no personal data. */
  facts?: Record<string, string>;
  /** Name and meaning of each personal part; the leaf holds a commitment to its text. */
  parts?: Record<string, string>;
}

const ADDRESS = 'the network address it came from';
const LABEL = 'what the officer calls it';
const CATEGORY = 'the category of the alert';
const OWNER = 'the state whose alert it is';
const GROUND = 'the ground named to its owner';
const VERSION = 'the number of the version';
const FILTERS = 'the filters asked for, under their names';

/** Every event a node records. A record of an event that does not stand here cannot be written. */
export const AUDIT_EVENTS = {
  'access.authority-changed': {
    meaning: 'An officer was given to another authority.',
    subject: 'the officer',
    facts: {
      authority: 'the authority served from then on',
      authorityBefore: 'the authority until then',
      sessionsEnded: 'how many sessions ended with it',
    },
  },
  'access.authority-entered': {
    meaning: 'An authority was entered, or given these names.',
    subject: 'the authority',
    facts: { en: 'its name in English', ru: 'its name in Russian', zh: 'its name in Chinese' },
  },
  'access.demonstration-incident': {
    meaning: 'Whoever tries the demonstration set an incident off, or put right what it had changed.',
    facts: { act: 'what was done: see the guide' },
  },
  'access.demonstration-prepared': {
    meaning: 'The invented data of a demonstration was complete.',
    facts: {
      travellersBy: 'the officer whose travellers pass by themselves',
      travellers: 'how many are to pass',
    },
  },
  'access.key-added': {
    meaning: 'A key for sealing personal data was added, and seals from then on.',
    facts: { key: 'the id of the key' },
  },
  'access.keys-rotated': {
    meaning: 'The keys of sealed records were wrapped anew by the key that seals.',
    facts: {
      key: 'the id of the key that seals',
      rewrapped: 'how many records were wrapped anew',
      unopened: 'how many records no key opens',
      left: 'how many records were held by others and are still under another key',
      retired: 'the ids of the keys that no record needed and that are gone',
    },
  },
  'access.node-founded': {
    meaning: 'The node was founded on an empty database.',
    facts: { state: 'whose node it is', demonstration: 'whether all persons on it are invented' },
  },
  'access.officer-entered': {
    meaning: 'An officer was entered.',
    subject: 'the officer',
    facts: { authority: 'the authority served', roles: 'the roles held' },
    parts: { 'display-name': "the officer's name" },
  },
  'access.officer-locked': {
    meaning: 'The way in was closed for an officer, by hand.',
    subject: 'the officer',
    facts: { sessionsEnded: 'how many sessions ended with it' },
  },
  'access.officer-unlocked': {
    meaning: 'The way in was opened again.',
    subject: 'the officer',
    facts: { sessionsEnded: 'always 0' },
  },
  'access.passkey-labelled': {
    meaning: 'An officer gave a passkey another label.',
    subject: 'the passkey',
    parts: { label: LABEL },
  },
  'access.passkey-registered': {
    meaning: 'An officer made a passkey.',
    subject: 'the passkey',
    facts: { synced: 'whether it may be on more than one device' },
    parts: { label: LABEL, address: ADDRESS },
  },
  'access.passkey-removed': {
    meaning: 'An officer removed a passkey.',
    subject: 'the passkey',
    facts: { sessionsEnded: 'how many sessions begun with it ended' },
  },
  'access.password-changed': {
    meaning: 'An officer was given a new password.',
    subject: 'the officer',
    facts: { sessionsEnded: 'how many sessions ended with it', passkeysRemoved: 'how many passkeys went with it' },
  },
  'access.refused': {
    meaning: 'The gate refused a request.',
    facts: { action: 'what was asked for', code: 'the problem it was refused with' },
  },
  'access.roles-changed': {
    meaning: 'An officer was given other roles.',
    subject: 'the officer',
    facts: {
      roles: 'the roles held from then on',
      rolesBefore: 'the roles until then',
      sessionsEnded: 'how many sessions ended with it',
    },
  },
  'access.session-revoked': {
    meaning: 'A session was ended by an officer.',
    subject: 'the session',
    facts: { officer: 'whose session it was' },
  },
  'access.sessions-ended': {
    meaning: "All of an officer's sessions were ended; his own one at work was not, where he did it himself.",
    subject: 'the officer',
    facts: { sessionsEnded: 'how many there were' },
  },
  'access.sign-in-refused': {
    meaning: 'A sign-in was refused.',
    subject: 'the officer, where the name was known',
    facts: {
      why: 'the reason',
      failures: 'failures in a row',
      method: 'passkey, where it was one',
      passkey: 'which one',
    },
    parts: { address: ADDRESS, 'typed-name': 'what was typed as a name nobody has' },
  },
  'access.signed-in': {
    meaning: 'An officer signed in.',
    subject: 'the session',
    facts: { method: 'password, passkey, or one click on a demonstration', passkey: 'which one' },
    parts: { address: ADDRESS },
  },
  'access.signed-out': { meaning: 'An officer signed out.', subject: 'the session' },
  'alerts.accepted': {
    meaning: 'An officer accepted an alert of another state; it answers here from then on.',
    subject: 'the alert',
    facts: { category: CATEGORY, owner: OWNER },
  },
  'alerts.acceptance-refused': {
    meaning:
      'An officer did not accept an alert of another state; it goes on answering nothing, and its owner is told.',
    subject: 'the alert',
    facts: { category: CATEGORY, owner: OWNER, why: GROUND },
  },
  'alerts.approved': {
    meaning: 'A second officer approved a version of an alert, which is in force from then on.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, version: VERSION, kind: 'issue, amendment or extension' },
  },
  'alerts.assessed': {
    meaning: 'A draft was held against the rules and against those alike, who were shown.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY },
  },
  'alerts.bulk-reading-refused': {
    meaning: 'An officer asked for more alerts in an hour than one reads.',
    facts: { what: 'alert or line', budget: 'how many may be read in an hour' },
  },
  'alerts.basis-stated': {
    meaning: 'A legal basis was stated for a list, which answers at the desk from then on.',
    subject: 'the list',
    facts: { basis: 'the act relied on', action: 'what a hit asks for', actionBefore: 'the action until then' },
  },
  'alerts.basis-withdrawn': {
    meaning: 'The legal basis of a list was withdrawn; it is silent from then on.',
    subject: 'the list',
    facts: { basis: 'the act relied on until then', action: 'the action until then' },
  },
  'alerts.circulation-viewed': {
    meaning: 'An officer saw how an alert stands at its holders.',
    subject: 'the alert',
    facts: { category: CATEGORY },
  },
  'alerts.correction-confirmed': {
    meaning: 'A second officer confirmed a correction beside an entry of a list; the desk meets by it from then on.',
    subject: 'the correction',
    facts: { list: 'the list', ref: 'its own reference of the entry', kind: 'what is corrected' },
    parts: { correction: 'what is added or wrong, why, and for which authority' },
  },
  'alerts.correction-declined': {
    meaning: 'A second officer declined a correction beside an entry of a list.',
    subject: 'the correction',
    facts: { list: 'the list', ref: 'its own reference of the entry', kind: 'what is corrected' },
    parts: { correction: 'what is added or wrong, why, and for which authority' },
  },
  'alerts.correction-lapsed': {
    meaning: 'A correction ended, since the list itself changed what it is about or took the entry off.',
    subject: 'the correction',
    facts: {
      list: 'the list',
      ref: 'its own reference of the entry',
      kind: 'what is corrected',
      because: 'which of both',
    },
  },
  'alerts.correction-proposed': {
    meaning: 'An officer proposed a correction beside an entry of a list.',
    subject: 'the correction',
    facts: { list: 'the list', ref: 'its own reference of the entry', kind: 'what is corrected' },
    parts: { correction: 'what is added or wrong, why, and for which authority' },
  },
  'alerts.correction-withdrawn': {
    meaning: 'A correction beside an entry of a list was taken back.',
    subject: 'the correction',
    facts: { list: 'the list', ref: 'its own reference of the entry', kind: 'what is corrected' },
    parts: { correction: 'what is added or wrong, why, and for which authority' },
  },
  'alerts.corrections-listed': {
    meaning: 'Corrections that await a second officer were read; they name listed persons.',
    facts: { shown: 'how many' },
  },
  'alerts.dispute-resolved': {
    meaning: 'A dispute of a record was resolved.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, outcome: 'upheld or rejected' },
  },
  'alerts.disputed': {
    meaning: 'A record was called wrong by its holder or another state.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY },
  },
  'alerts.draft-saved': {
    meaning: 'What is being written of an alert was saved.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, version: VERSION },
  },
  'alerts.deleted': {
    meaning: 'An alert was deleted: what is personal of it was erased, here and at the word of its owner.',
    subject: 'the alert',
    facts: { category: CATEGORY },
  },
  'alerts.drafted': {
    meaning: 'An alert was begun.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY },
  },
  'alerts.entry-read': {
    meaning: 'An entry of a list was read, with what is corrected of it.',
    subject: 'the list',
    facts: { ref: 'its own reference of the entry' },
  },
  'alerts.expired': {
    meaning: 'An alert came to its end and answers no longer.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY },
  },
  'alerts.flagged': {
    meaning: 'An officer decided that no action is taken here on an alert of another state; its owner is told.',
    subject: 'the alert',
    facts: { category: CATEGORY, owner: OWNER, why: GROUND, action: 'what is done instead' },
  },
  'alerts.flagged-by-holder': {
    meaning: 'A holder of an alert said that it takes no action on its territory.',
    subject: 'the alert',
    facts: { category: CATEGORY, by: 'the node that said so', why: GROUND },
  },
  'alerts.import-report-read': {
    meaning: 'The report of an import was read; it names listed persons.',
    subject: 'the import',
    facts: { part: 'changes or problems', rows: 'how many rows were shown' },
  },
  'alerts.list-import-aborted': {
    meaning: 'An import was aborted by hand; nothing was changed.',
    subject: 'the import',
    facts: { list: 'the list', failure: 'import-aborted' },
  },
  'alerts.list-import-failed': {
    meaning: 'An import failed; nothing was changed.',
    subject: 'the import',
    facts: { list: 'the list', failure: 'the problem it failed with' },
  },
  'alerts.list-import-started': {
    meaning: 'An import of a list was started.',
    subject: 'the import',
    facts: { list: 'the list', format: 'how it is written', files: 'how many files', bytes: 'their size together' },
  },
  'alerts.list-imported': {
    meaning: 'A list was imported.',
    subject: 'the import',
    facts: {
      list: 'the list',
      read: 'records read, the sum of the next four',
      added: 'records new on the list',
      changed: 'records that changed',
      unchanged: 'records as before',
      refused: 'records that could not be read',
      removed: 'records no longer on the list',
    },
  },
  'alerts.photograph-added': {
    meaning: 'A photograph was added to an alert.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, photograph: 'its id' },
  },
  'alerts.photograph-received': {
    meaning: "A photograph of another state's alert came and was taken; the actor is its node.",
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, photograph: 'its id here' },
  },
  'alerts.photograph-removed': {
    meaning: 'A photograph was removed from an alert.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, photograph: 'its id' },
  },
  'alerts.photograph-viewed': {
    meaning: 'A photograph was shown, watermarked with this record.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, photograph: 'its id' },
  },
  'alerts.read': {
    meaning: 'An alert was read.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY },
  },
  'alerts.regained': {
    meaning:
      'After a restore from a backup, what had been done to an alert was learnt back from a node that had been told, and done again.',
    subject: 'the alert',
    facts: {
      category: CATEGORY,
      as: 'what it had been told: circulated, withdrawn, suspended, restored, deleted, flagged or unflagged',
    },
  },
  'alerts.received': {
    meaning: 'An alert of another state, or its next version, came and was taken in.',
    subject: 'the alert',
    facts: {
      category: CATEGORY,
      owner: 'the state whose alert it is',
      version: VERSION,
      sleeps: 'whether it answers nothing until an officer of this state accepts it',
    },
  },
  'alerts.restored-by-owner': {
    meaning: 'An alert of another state answers again, at its owner’s word.',
    subject: 'the alert',
    facts: { category: CATEGORY },
  },
  'alerts.refused': {
    meaning: 'Rules refused an alert or a step of it.',
    subject: 'the alert, by its id, where there is one',
    facts: { move: 'what was to be done', category: CATEGORY, rules: 'the rules that refused' },
  },
  'alerts.returned': {
    meaning: 'A second officer returned a version to be written anew.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, version: VERSION, kind: 'issue, amendment or extension' },
  },
  'alerts.searched': {
    meaning: 'A list of alerts was shown.',
    facts: { shown: 'how many', by: 'filter or text' },
    parts: { text: 'what was searched for' },
  },
  'alerts.submitted': {
    meaning: 'A version of an alert was handed to a second officer.',
    subject: 'the alert, by its reference',
    facts: {
      category: CATEGORY,
      version: VERSION,
      kind: 'issue, amendment or extension',
      alike: 'how many alike were considered',
    },
  },
  'alerts.suspended': {
    meaning: 'A record disputed for too long ceased to answer.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY },
  },
  'alerts.suspended-by-owner': {
    meaning: 'An alert of another state ceased to answer while its owner settles a dispute.',
    subject: 'the alert',
    facts: { category: CATEGORY },
  },
  'alerts.unflagged': {
    meaning: 'An officer lifted the flag of an alert of another state; its owner is told.',
    subject: 'the alert',
    facts: { category: CATEGORY, owner: OWNER },
  },
  'alerts.unflagged-by-holder': {
    meaning: 'A holder of an alert said that it does again what is asked.',
    subject: 'the alert',
    facts: { category: CATEGORY, by: 'the node that said so' },
  },
  'alerts.version-abandoned': {
    meaning: 'What was being written of an alert was given up.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, version: VERSION, kind: 'issue, amendment or extension' },
  },
  'alerts.version-opened': {
    meaning: 'An amendment or an extension was begun beside the version in force.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, version: VERSION, kind: 'amendment or extension' },
  },
  'alerts.version-refused': {
    meaning: 'A second officer refused a version of an alert.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, version: VERSION, kind: 'issue, amendment or extension' },
  },
  'alerts.withdrawn-by-owner': {
    meaning: 'An alert of another state was taken out of force, at its owner’s word.',
    subject: 'the alert',
    facts: { category: CATEGORY, why: 'whether it was withdrawn, expired, or is for others alone' },
  },
  'alerts.withdrawn': {
    meaning: 'An alert was withdrawn.',
    subject: 'the alert, by its reference',
    facts: { category: CATEGORY, why: 'the reason, as a code' },
  },
  'audit.content-lost': {
    meaning:
      'The node was restored from a backup. Of records that its peers had seen in its log the hashes alone came back; they verify as such.',
    facts: {
      first: 'the place of the first of the records that came back from a mirror',
      last: 'the place of the last',
      lost: 'how many of them are there as a hash alone',
    },
  },
  'audit.erased': {
    meaning: 'A personal text was erased; this record is its leave.',
    subject: 'the record whose text it was',
    facts: { part: 'which part', authority: 'on whose authority', reason: 'why' },
  },
  'audit.exported': {
    meaning: 'Records were exported.',
    facts: {
      '…': FILTERS,
      complete: 'whether it was the whole log',
      parts: 'whether personal texts went with it',
      size: 'the size of the log it stands in',
    },
  },
  'audit.parts-read': {
    meaning: 'Personal texts of a record were read.',
    subject: 'the record',
    facts: { parts: 'which parts' },
  },
  'audit.proven': { meaning: 'A proof of a record was made.', subject: 'the record' },
  'audit.record-read': { meaning: 'A record was read, without its personal texts.', subject: 'the record' },
  'audit.searched': {
    meaning: 'The log was searched.',
    facts: { '…': FILTERS, total: 'how many records answered', shown: 'how many were shown' },
  },
  'cases.acknowledged': {
    meaning: 'A contact-point officer took a hit up.',
    subject: 'the case',
    facts: { afterSeconds: 'how long after it had come in' },
  },
  'cases.acknowledgement-received': {
    meaning: "The owner of an alert took up a hit that was reported to it; the actor is the owner's node.",
    subject: 'the case',
    facts: { entry: 'the id of the entry' },
  },
  'cases.alarm-raised': {
    meaning: 'An urgent hit that nobody acknowledged began to sound at the duty desk.',
    subject: 'the case',
    facts: { afterMinutes: 'the minutes it had waited at least' },
  },
  'cases.erased': {
    meaning: 'Closed cases were erased at the end of their term.',
    facts: { cases: 'how many' },
  },
  'cases.content-asked': {
    meaning: 'An officer asked the owner that had answered an ask with a hit to tell what was hit.',
    subject: 'the inquiry',
    facts: { to: "the owner's node", reference: 'the reference its answer gave' },
    parts: { words: 'what was said with it' },
  },
  'cases.content-decided': {
    meaning: "An officer decided whether another state is told what its ask hit, of an alert of this state's own.",
    subject: 'the inquiry',
    facts: { to: 'the node that asked', alert: "the alert's reference", decision: 'confirmed or not-confirmed' },
    parts: { reasons: 'why, in words; they stay here', words: 'what was said with it to the asking side' },
  },
  'cases.content-inquired': {
    meaning:
      "Another node asked to be told what its ask hit: an alert of this state's own. The actor is the asking node.",
    subject: 'the inquiry',
    facts: { from: 'the node that asked', alert: "the alert's reference", reference: 'the reference it was given' },
  },
  'cases.content-recall-received': {
    meaning: 'The owner took back what it had told, which was erased here. The actor is its node.',
    subject: 'the inquiry',
  },
  'cases.content-recalled': {
    meaning: 'What had been told of an alert was taken back, since the alert is in force no longer.',
    subject: 'the inquiry',
    facts: { to: 'the node that was told', alert: "the alert's reference" },
  },
  'cases.content-received': {
    meaning: 'The owner of an alert decided whether it tells what an ask hit. The actor is its node.',
    subject: 'the inquiry',
    facts: { decision: 'confirmed or not-confirmed' },
  },
  'cases.escalated': {
    meaning: 'An urgent hit that nobody acknowledged went to the officers above the duty desk.',
    subject: 'the case',
    facts: { afterMinutes: 'the minutes it had waited at least' },
  },
  'cases.file-added': {
    meaning: 'An officer uploaded a file for a message.',
    subject: 'the case',
    facts: { file: 'its id', mediaType: 'what it is', size: 'its bytes' },
  },
  'cases.file-opened': {
    meaning: 'A file of a message was given out to an officer.',
    subject: 'the case',
    facts: { file: 'its id' },
  },
  'cases.file-received': {
    meaning: 'A file of a message of the other side came whole, and is what it says it is; the actor is its node.',
    subject: 'the case',
    facts: { file: 'its id', mediaType: 'what it is', size: 'its bytes' },
  },
  'cases.file-removed': {
    meaning: 'An officer took a file away that no message had taken up.',
    subject: 'the case',
    facts: { file: 'its id' },
  },
  'cases.hit-reported': {
    meaning: 'A confirmed hit was reported to the owner of the alert, as an officer chose.',
    subject: 'the case',
    facts: { alert: "the alert's reference", urgent: 'whether the owner is to answer at once', to: "the owner's node" },
  },
  'cases.inquiries-erased': {
    meaning: 'Inquiries after hits of asks were erased at the end of their term.',
    facts: { inquiries: 'how many' },
  },
  'cases.inquiries-listed': {
    meaning: 'Inquiries after hits of asks were listed.',
    facts: { waiting: "how many waited for this state's decision", shown: 'how many were shown' },
  },
  'cases.inquiry-read': {
    meaning: 'An inquiry was read: what was asked about and met, or what was told.',
    subject: 'the inquiry',
    facts: { side: 'asking or owning', alert: "the alert's reference, where it is known" },
  },
  'cases.listed': {
    meaning: 'Cases were listed.',
    facts: {
      open: 'whether open ones alone were asked for',
      urgent: 'whether urgent ones alone',
      mine: 'whether those alone that the officer took up',
      shown: 'how many were shown',
    },
  },
  'cases.message-received': {
    meaning: 'A message of the other side came in; the actor is its node.',
    subject: 'the case',
    facts: {
      entry: 'the id of the entry',
      kind: 'what kind of message',
      urgent: 'whether it is urgent',
      files: 'how many files are to come with it',
    },
  },
  'cases.message-written': {
    meaning: 'A message was written to the other side.',
    subject: 'the case',
    facts: {
      entry: 'the id of the entry',
      kind: 'what kind of message',
      form: 'asked or given, of supplementary information',
      urgent: 'whether it is urgent',
      files: 'how many files go with it',
    },
  },
  'cases.opened': {
    meaning: "A case was opened on a hit on an alert of this state's own, made here or reported by another node.",
    subject: 'the case',
    facts: {
      alert: "the alert's reference",
      urgent: 'whether it is to be answered at once',
      from: 'the node that reported it; absent where it was made here',
    },
  },
  'cases.outcome-received': {
    meaning: 'The other side recorded what came of a hit; the actor is its node.',
    subject: 'the case',
    facts: { entry: 'the id of the entry', outcome: 'what came of it' },
  },
  'cases.outcome-recorded': {
    meaning: 'It was recorded what came of a hit on this side.',
    subject: 'the case',
    facts: { outcome: 'what came of it', closed: 'whether the case was closed with it' },
  },
  'cases.read': {
    meaning: 'A case was read, with its thread.',
    subject: 'the case',
    facts: { alert: "the alert's reference", entries: 'how many entries its thread had' },
  },
  'cases.refused': {
    meaning: 'A rule of following up refused a step.',
    subject: 'the case',
    facts: { step: 'which step', rules: 'the rules that refused it' },
  },
  'decisions.act-heard-of': {
    meaning: 'An act on its way, or a consent to it, was entered: proposed here, or heard of from another node.',
    subject: 'the act, by the hash of its statement',
    facts: {
      number: 'the number it would have',
      kind: 'accession, suspension, reinstatement, node or treaty',
      about: 'the state, node or treaty it is about',
      from: 'the node it came from',
      consents: 'the members whose consents came with it',
    },
  },
  'decisions.equivocation-found': {
    meaning: 'A member has consented to two acts under one number. Both consents are kept as proof.',
    subject: 'the act, by the hash of its statement',
    facts: { number: 'the number', member: 'the member', others: 'the other acts it consented to' },
  },
  'exchange.applied': {
    meaning:
      'Envelopes of one node were dealt with in the order of their numbers; each refused one has a record of its own.',
    facts: {
      from: 'the node that sent them',
      first: 'the first number',
      last: 'the last number',
      accepted: 'how many were accepted',
      refused: 'how many were refused',
    },
  },
  'exchange.ask-answered': {
    meaning:
      'A question of another node was answered, hit or no-hit. Of a no-hit only a commitment to the question stays.',
    subject: 'the question, by its hash',
    facts: {
      from: 'the node that asked',
      officer: 'who asked, under a name that only the asking node can resolve',
      purpose: 'the purpose it named',
      legalBasis: 'the legal basis it named',
      answer: 'hit or no-hit',
      reference: 'the reference given for a hit',
    },
    parts: { question: 'the question, of a hit only', met: 'the reference of the alert that was met' },
  },
  'exchange.ask-heard': {
    meaning: 'The answers of other nodes to a question were shown to the officer who asked.',
    subject: 'the ask',
    facts: {
      hits: 'how many answered hit',
      noHits: 'how many answered no-hit',
      refused: 'how many refused to answer',
      silent: 'from how many no answer came that holds',
    },
  },
  'exchange.ask-hits-erased': {
    meaning: 'What references stood for that were given with hits was forgotten at the end of its term.',
    facts: { count: 'how many' },
  },
  'exchange.ask-refused': {
    meaning: 'A question of another node was refused: its officer or its state had spent the budget of the hour.',
    subject: 'the question, by its hash',
    facts: {
      from: 'the node that asked',
      officer: 'who asked, under a name that only the asking node can resolve',
      purpose: 'the purpose it named',
      legalBasis: 'the legal basis it named',
    },
  },
  'exchange.asked': {
    meaning: 'An officer put a question to other nodes.',
    subject: 'the ask',
    facts: { recipients: 'the nodes asked', by: 'by what: a document or an identity' },
    parts: { about: 'whom or what the question was about' },
  },
  'exchange.asking-paused': {
    meaning: "This node stopped answering another state's questions.",
    subject: 'the state',
    parts: { reason: 'the reason, in words' },
  },
  'exchange.asking-resumed': {
    meaning: "This node answers another state's questions again.",
    subject: 'the state',
    parts: { reason: 'the reason, in words' },
  },
  'exchange.attachment-delivered': {
    meaning: 'The receiver of an attachment says that it has it whole.',
    subject: 'the envelope, by its id',
    facts: { to: 'the receiver', seq: "the envelope's number", position: 'its place among the attachments, from 0' },
  },
  'exchange.attachment-not-taken': {
    meaning: 'The receiver of an attachment says that it has refused it.',
    subject: 'the envelope, by its id',
    facts: {
      to: 'the receiver',
      seq: "the envelope's number",
      position: 'its place among the attachments, from 0',
      code: 'the reason it gives',
    },
  },
  'exchange.attachment-received': {
    meaning: 'An attachment has come whole, is what its envelope announced, and was taken by the room it is for.',
    subject: 'the envelope, by its id',
    facts: {
      from: 'the node that sent it',
      seq: "the envelope's number",
      position: 'its place among the attachments, from 0',
    },
  },
  'exchange.attachment-refused': {
    meaning: 'An attachment was refused and deleted, or its sender has it no more.',
    subject: 'the envelope, by its id',
    facts: {
      from: 'the node that sent it',
      seq: "the envelope's number",
      position: 'its place among the attachments, from 0',
      code: 'the reason',
    },
  },
  'exchange.channel-resumed': {
    meaning: 'A channel this node had suspended was opened again.',
    subject: 'the node at the other end',
    parts: { reason: 'the reason, in words' },
  },
  'exchange.channel-suspended': {
    meaning: 'This node suspended its channel with another: nothing goes out and nothing is taken in.',
    subject: 'the node at the other end',
    parts: { reason: 'the reason, in words' },
  },
  'exchange.contents-erased': {
    meaning:
      'What older envelopes said was erased: no backup is so old that it could be needed again. Numbers, ids, signatures and receipts stay.',
    facts: { count: 'how many envelopes', before: 'the day before which both sides had dealt with them' },
  },
  'exchange.cosigning-refused': {
    meaning:
      "Another node's log does not hold together with what it showed before: its heads are not cosigned here any more.",
    subject: 'the node whose log it is',
    facts: {
      log: 'the origin of the log',
      code: 'the reason',
      brokenAt: 'the record at which its history breaks, where that can be told',
    },
  },
  'exchange.cosigning-resumed': {
    meaning: "The heads of another node's log are cosigned here again.",
    subject: 'the node whose log it is',
    facts: { log: 'the origin of the log' },
  },
  'exchange.evidence-written': {
    meaning: 'Evidence of an envelope was written into a file: its proofs and, unless it is erased, its content.',
    subject: 'the envelope, by its id',
    facts: {
      from: 'the node that sent it',
      to: 'the node that received it',
      seq: 'its number',
      content: 'whether the content was still there',
    },
  },
  'exchange.history-released': {
    meaning:
      'An operator let the log grow though no peer had told which heads of it they had seen. Where the node had been restored from a backup, that makes a second history.',
    parts: { reason: 'the reason' },
  },
  'exchange.opened': {
    meaning: 'Somebody here opened what an envelope had brought, and a receipt tells its sender so.',
    subject: 'the envelope, by its id',
    facts: { from: 'the node that sent it', seq: 'its number', type: 'its type' },
  },
  'exchange.opening-contradicted': {
    meaning: 'What another node had seen of this one and what this one has cannot both be; the channel stays closed.',
    subject: 'the other node',
    facts: {
      code: 'what contradicts: history, number-taken, or not-returned where it cannot give back what it has',
    },
  },
  'exchange.passed-over': {
    meaning:
      'Numbers of a stream were used up without their envelopes: what those said is erased, and a node that was restored cannot have it again.',
    subject: 'the node at the other end, or at the receiver itself',
    facts: { first: 'the first of the numbers', last: 'the last' },
  },
  'exchange.peer-restored': {
    meaning:
      'Another node stands further back than it had said: it was restored from a backup. What it has forgotten is sent again.',
    subject: 'the node',
    facts: {
      delivered: 'the number of the last envelope it had stored, as it had said',
      received: 'the number of the last it knows',
      applied: 'the number of the last it has dealt with',
    },
  },
  'exchange.received': {
    meaning: 'An authentic envelope was stored, and a receipt given for it.',
    subject: 'the envelope, by its id',
    facts: { from: 'the node that sent it', seq: 'its number', type: 'its type' },
  },
  'exchange.receipted': {
    meaning: 'Signed receipts of another node were taken in.',
    facts: {
      from: 'the node that gave them',
      first: 'the number of the first envelope they are for',
      last: 'the number of the last',
      accepted: 'how many were accepted there',
      refused: 'how many were refused there',
    },
  },
  'exchange.refused': {
    meaning: 'An authentic envelope was refused, and a signed receipt says why.',
    subject: 'the envelope, by its id',
    facts: { from: 'the node that sent it', seq: 'its number', type: 'its type', code: 'the reason' },
  },
  'exchange.regain-failed': {
    meaning: 'What this node had sent before a restore came back from its receiver, and could not be done again here.',
    facts: { to: 'the node it was sent to', seq: 'its number', type: 'its type' },
  },
  'exchange.register-contradicted': {
    meaning:
      'Another node showed a register that contradicts the one of this node: somebody has forked the chain of acts.',
    subject: 'the node that showed it',
    facts: { number: 'the number of the act', hash: 'the hash it has there' },
  },
  'exchange.released': {
    meaning: 'An envelope that was refused or had expired was sent again, as a new one.',
    subject: 'the envelope, by its id',
    facts: { to: 'the node it is for', type: 'its type', code: 'why it was held' },
  },
  'exchange.restored': {
    meaning:
      'This node knew less of its own log than its peers had seen: it was restored from a backup, and took back from them what it could.',
    facts: {
      sizeBefore: 'how many records its log had',
      sizeAfter: 'how many its peers had seen',
      lost: 'how many of them are lost, and there as a hash alone',
      told: 'how many peers had told what they saw',
    },
  },
  'exchange.sent': {
    meaning: 'An envelope got its number and its signature, and goes out from then on.',
    subject: 'the envelope, by its id',
    facts: {
      to: 'the node it is for',
      seq: 'its number',
      type: 'its type; exchange.voided where it had expired',
      head: 'the act the register ended with',
      regained: 'true where it was sent before a restore, and learnt back from its receiver',
    },
  },
  'exchange.split-view-found': {
    meaning: 'One log has signed two histories. Both notes are kept as proof.',
    subject: 'the node whose log it is',
    facts: {
      log: 'the origin of the log',
      heldSize: 'how many records the head has that is held here',
      heldRoot: 'its root',
      shownSize: 'how many records the other head has',
      shownRoot: 'its root',
      shownBy: 'the node that showed it',
    },
  },
  'exchange.witness-refused': {
    meaning: "Another node refuses to cosign the head of this node's log.",
    subject: 'the node that refuses',
    facts: { code: 'the reason', brokenAt: "the record at which this node's log breaks, as it says" },
  },
  'exchange.witness-restored': {
    meaning: "Another node cosigns this node's log again, after it was silent or refused.",
    subject: 'the node that cosigns',
  },
  'exchange.witness-silent': {
    meaning: "Another node has not answered for several rounds when asked to cosign the head of this node's log.",
    subject: 'the node that is silent',
  },
  'membership.act-adopted': {
    meaning: 'An act of the organisation was adopted: with all the consents it needs, it follows the acts before it.',
    subject: 'the act, by the hash of what was decided',
    facts: {
      number: 'its number in the chain of acts',
      kind: 'what it does: founding, accession, suspension, reinstatement, node or treaty',
      about: 'the state, node, treaty or organisation it is about',
      procedure: 'the procedure it was adopted by',
      effectiveAt: 'from when it holds',
      consents: 'the members that consented',
    },
  },
  'membership.consent-given': {
    meaning: 'This member consented to an act of the organisation, by a key of this node.',
    subject: 'the act, by the hash of what is decided',
    facts: {
      organisation: 'the organisation',
      number: 'the number it would have in the chain of acts',
      kind: 'what it does: founding, accession, suspension, reinstatement, node or treaty',
      about: 'the state, node, treaty or organisation it is about',
      procedure: 'the procedure it is to be adopted by',
      effectiveAt: 'from when it is to hold',
      key: 'the signing key, by its id',
    },
  },
  'membership.joined': {
    meaning: 'This node took its place in an organisation, whose founding act is pinned from then on.',
    subject: 'the node, as the register names it',
    facts: {
      organisation: 'the organisation',
      pin: 'the hash of the founding statement',
      head: 'the number of its newest act then',
    },
  },
  'membership.node-keys-made': {
    meaning: "The node's own keys for acting between nodes were made, each in secret and sealed.",
    subject: 'the node, as it is to be named',
    facts: {
      signing: 'the id of the key it signs with',
      sealing: 'the id of the key that others seal to',
      tls: 'the fingerprint of the certificate for its connections',
      witness: "the id of the key it cosigns others' logs with",
    },
  },
  'screening.cases-erased': {
    meaning: 'Cases of the second line and shifts handed over were erased at the end of their term.',
    facts: { cases: 'how many cases', handovers: 'how many handovers' },
  },
  'screening.cases-listed': {
    meaning: 'A list of cases of the second line was shown, travellers masked.',
    facts: { open: 'whether only open ones', shown: 'how many' },
  },
  'screening.case-read': {
    meaning: 'A case of the second line was read, with what its alerts say for comparison.',
    subject: 'the case',
    facts: { alerts: 'references of the alerts whose particulars were shown' },
  },
  'screening.checked': {
    meaning: 'A traveller, a document or an object was checked against alerts and lists.',
    subject: 'the check',
    facts: {
      answer: 'hit, no-hit or unreadable',
      by: 'what was typed: text, mrz, document, identity or object',
      readAs: 'what it was taken for',
      unreadable: 'why it could not be read',
      exactDocument: 'candidates by exact document number',
      strong: 'strong candidates',
      possible: 'possible candidates',
      lists: 'the lists that answered',
      question: 'the salted commitment to what was asked',
      list: 'the passenger list the traveller was on, where he was',
    },
    parts: { candidates: 'key and band of each candidate, those to be acted on without a word among them' },
  },
  'screening.checklist-saved': {
    meaning: 'What was compared so far in the second line was saved.',
    subject: 'the case',
  },
  'screening.clock-started': {
    meaning: 'A traveller was held: the detention clock runs.',
    subject: 'the case',
  },
  'screening.clock-stopped': {
    meaning: 'A traveller is held no longer: the detention clock stands.',
    subject: 'the case',
  },
  'screening.detention-overdue': {
    meaning: 'The detention clock of a case went past the limit.',
    subject: 'the case',
    facts: { limitMinutes: 'the limit of national law' },
  },
  'screening.digested': {
    meaning: 'Alerts in force were read for digests that two nodes compare; no name was shown.',
    facts: { alerts: 'how many alerts', owners: 'whose alerts; empty: everybody’s' },
  },
  'screening.figures-read': {
    meaning: 'Figures of how much each officer searched were read.',
    facts: { days: 'of how many days' },
  },
  'screening.handovers-read': {
    meaning: 'Shifts handed over were read, travellers masked.',
    facts: { shown: 'how many' },
  },
  'screening.last-checks-read': {
    meaning: 'An officer looked at his own last checks, travellers masked.',
    facts: { shown: 'how many' },
  },
  'screening.notice-given': {
    meaning: 'A notice to the person was made: why delayed, rights, where to complain.',
    subject: 'the case',
  },
  'screening.oversight-key-founded': {
    meaning: 'The pair of keys was made by which questions are sealed to oversight.',
    facts: { key: 'the public key, by its id' },
  },
  'screening.passenger-list-ended': {
    meaning:
      'A passenger list was checked to its end, or ended early; whoever was in no alert had gone from it by then.',
    subject: 'the passenger list',
    facts: {
      state: 'done, cancelled, or stopped since the officer may not ask any longer',
      persons: 'how many people were on it',
      hits: 'how many may be meant',
      noHits: 'how many are in no alert',
      notReached: 'how many were not checked',
    },
  },
  'screening.passenger-list-erased': {
    meaning: 'What was left of a passenger list was erased.',
    subject: 'the passenger list',
    facts: {
      because: 'closed by its officer, time, or session-ended',
      state: 'how it stood: running, done, cancelled or stopped',
      persons: 'how many people were on it',
      hits: 'how many may be meant',
      noHits: 'how many are in no alert',
      unchecked: 'how many were not checked',
    },
  },
  'screening.passenger-list-read': {
    meaning: 'The report of a passenger list was read: whoever may be meant, with the evidence.',
    subject: 'the passenger list',
    facts: { hits: 'how many were shown' },
  },
  'screening.passenger-list-taken': {
    meaning: 'An officer handed over a passenger list to be checked.',
    subject: 'the passenger list',
    facts: {
      format: 'table, paxlst, or stated by a program',
      persons: 'how many people are checked',
      unread: 'how many rows could not be read',
    },
  },
  'screening.queries-shredded': {
    meaning: 'Sealed questions were shredded at the end of their term, each with its key.',
    facts: { questions: 'how many' },
  },
  'screening.query-opened': {
    meaning: 'Oversight opened the sealed question of a check.',
    subject: 'the check',
    facts: { where: 'at the node, or with the key file of oversight' },
    parts: { reason: 'why it was opened' },
  },
  'screening.referred': {
    meaning: 'A possible hit was taken to the second line.',
    subject: 'the case',
    facts: {
      check: 'the check it comes from',
      direction: 'entry, exit, transit or inland',
      held: 'whether the traveller is held',
      candidates: 'how many candidates are to be told apart',
    },
    parts: { place: 'where' },
  },
  'screening.refused': {
    meaning: 'Rules refused a step of the hit procedure.',
    subject: 'the case or the shift',
    facts: { step: 'what was to be done', rules: 'the rules that refused' },
  },
  'screening.report-chosen': {
    meaning: 'It was chosen anew what the owner of an alert is told of a hit.',
    subject: 'the case',
    parts: { choice: 'the choice, with reason and words' },
  },
  'screening.report-reviewed': {
    meaning: 'A second officer confirmed or declined what the owner of an alert is told of a hit.',
    subject: 'the case',
    parts: { choice: 'whether he agrees, and why not' },
  },
  'screening.shift-handed-over': {
    meaning: 'An officer signed his shift over: open cases, running clocks, outages, notes.',
    subject: 'the handover',
    facts: { open: 'how many cases were open' },
  },
  'screening.shift-taken-over': {
    meaning: 'The next officer signed for the shift.',
    subject: 'the handover',
    facts: { from: 'the officer who handed it over' },
  },
  'screening.verdict-given': {
    meaning: 'The second line said of a candidate whether it is the same person.',
    subject: 'the case',
    facts: {
      candidate: "the alert's reference, or the list and its own reference",
      verdict: 'same-person, not-the-same or cannot-be-established',
      taken: 'the action taken, where one was',
      direction: 'entry, exit, transit or inland',
      closed: 'whether this was the last candidate of the case',
    },
    parts: {
      findings:
        'what was compared, notes, the place, why no action was taken, a claim to protection, and what was chosen about a report',
    },
  },
} as const satisfies Record<string, EventDescription>;

/** `<room>.<past tense>`, one of those above. */
export type AuditEvent = keyof typeof AUDIT_EVENTS;
