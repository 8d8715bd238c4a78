import type { Conduct } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { actionOf, type Breach, type ContentCheck, categoryOf } from '../case.ts';
import { findSpeechWithoutHarm } from '../terms.ts';
import { breachIf, isBlank, requireWritten } from '../written.ts';
import { findMinority } from './minors.ts';

const OFFENCE = '/ground/offence';

/** What an alert may rest on: an offence by a named definition, an act, never a belief, a word or an origin. */
export const OFFENCE_CHECKS = {
  'offence-missing': (content, circumstances) => {
    const isNeeded = categoryOf(content, circumstances)?.requires.includes('offence') === true;
    if (!isNeeded && !content.ground.offence) return [];
    return requireWritten(content.ground.offence, OFFENCE, ['description', 'provision']);
  },

  'definition-missing': ({ ground: { offence } }) =>
    breachIf(offence !== undefined && isBlank(offence.definition), `${OFFENCE}/definition`),

  'definition-unknown': ({ ground: { offence } }, { grounds }) => {
    if (!offence || isBlank(offence.definition)) return [];
    return breachIf(!grounds.definitions.some(({ id }) => id === offence.definition), `${OFFENCE}/definition`);
  },

  'definition-of-another-kind': ({ ground: { offence } }, { grounds }) => {
    const definition = grounds.definitions.find(({ id }) => id === offence?.definition);
    return breachIf(definition !== undefined && definition.kind !== offence?.kind, `${OFFENCE}/definition`);
  },

  'conduct-missing': ({ ground: { offence } }) =>
    breachIf(offence !== undefined && offence.conduct === undefined, `${OFFENCE}/conduct`),

  'no-ground-of-speech': noGround('publication-or-speech'),
  'no-ground-of-belief': noGround('belief-or-worship'),
  'no-ground-of-ethnicity': noGround('ethnicity'),
  'no-ground-of-politics': noGround('political-activity'),
  'membership-is-no-ground': noGround('membership-alone'),

  'no-violent-act': ({ ground: { offence } }) => {
    if (!offence || offence.kind === 'ordinary') return [];
    if (offence.conduct === 'other-conduct') return [{ pointer: `${OFFENCE}/conduct` }];
    return breachIf(!offence.violentAct, `${OFFENCE}/violentAct`);
  },

  'violent-act-unknown': ({ ground: { offence } }, { grounds }) => {
    const act = offence?.violentAct;
    return breachIf(
      act !== undefined && !grounds.violentActs.some(({ id }) => id === act.act),
      `${OFFENCE}/violentAct/act`,
    );
  },

  'violent-act-incomplete': ({ ground: { offence } }) =>
    offence?.violentAct
      ? requireWritten(offence.violentAct, `${OFFENCE}/violentAct`, ['description', 'date', 'place'])
      : [],

  /** An officer who picks "armed attack" over a newspaper article has still to say who was harmed, and by what. */
  'violent-act-of-speech': ({ ground: { offence } }, { grounds }): Breach[] => {
    const act = offence?.violentAct;
    if (!act || isBlank(act.description)) return [];
    const terms = findSpeechWithoutHarm([offence.description, act.description], grounds);
    return breachIf(terms.length > 0, `${OFFENCE}/violentAct/description`, { terms: terms.join(', ') });
  },
} as const satisfies Record<string, ContentCheck>;

/** What the alert rests on by the decision of a court, a prosecutor or an authority. */
export const DECISION_CHECKS = {
  'warrant-missing': (content, circumstances) => {
    const isNeeded = categoryOf(content, circumstances)?.requires.includes('warrant') === true;
    if (!isNeeded && !content.ground.warrant) return [];
    return requireWritten(content.ground.warrant, '/ground/warrant', ['authority', 'number', 'date']);
  },

  'arrest-on-a-decision': (content, circumstances) => {
    const detains = actionOf(content, circumstances)?.detains === true;
    return breachIf(detains && content.ground.warrant?.kind === 'decision', '/ground/warrant/kind');
  },

  'authorisation-missing': (content, circumstances) => {
    if (!isAuthorisationNeeded(content, circumstances)) return [];
    return requireWritten(content.ground.authorisation, '/ground/authorisation', ['authority', 'number', 'date']);
  },

  'discreet-without-ground': ({ ground: { authorisation } }) =>
    breachIf(authorisation !== undefined && isBlank(authorisation.description), '/ground/authorisation/description'),

  'discreet-on-speech': ({ ground: { authorisation } }, { grounds }) => {
    if (!authorisation) return [];
    const terms = findSpeechWithoutHarm([authorisation.description], grounds);
    return breachIf(terms.length > 0, '/ground/authorisation/description', { terms: terms.join(', ') });
  },

  'whereabouts-without-consent': (content, circumstances) => {
    const { subject, ground } = content;
    if (subject.kind !== 'person' || !tellsOnAdult(content, circumstances)) return [];
    return requireWritten(ground.whereaboutsConsent, '/ground/whereaboutsConsent', ['reference', 'givenOn']);
  },
} as const satisfies Record<string, ContentCheck>;

function noGround(conduct: Conduct): ContentCheck {
  return ({ ground }) => breachIf(ground.offence?.conduct === conduct, `${OFFENCE}/conduct`);
}

function isAuthorisationNeeded(...[content, circumstances]: Parameters<ContentCheck>): boolean {
  const isNeeded = categoryOf(content, circumstances)?.requires.includes('authorisation') === true;
  return isNeeded || content.ground.authorisation !== undefined;
}

/** Whether others would be told where an adult is who may not want to be found. */
function tellsOnAdult(content: AlertContent, circumstances: Parameters<ContentCheck>[1]): boolean {
  if (!categoryOf(content, circumstances)?.consentForWhereabouts) return false;
  return actionOf(content, circumstances)?.tellsWhereabouts === true && !findMinority(content, circumstances);
}
