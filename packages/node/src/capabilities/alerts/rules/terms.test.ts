import { describe, expect, test } from 'vitest';
import { PROJECT } from '../../../platform/config.ts';
import { loadMembership } from '../../membership/index.ts';
import { findSpeechWithoutHarm, findSuspectTerms, findTerms } from './terms.ts';

const grounds = (await loadMembership(`${PROJECT}/profiles/sco-2018`)).grounds();
const suspect = (text: string) => findTerms(text, grounds.suspectTerms);
const harm = (text: string) => findTerms(text, grounds.harmTerms);

describe('words of speech and belief', () => {
  test.each([
    ['Published an article in a newspaper', ['article', 'newspaper', 'published']],
    ['Опубликовал статью в газете', ['опубликовал', 'статью', 'газете']],
    ['在报纸上发表文章', ['文章', '报纸', '发表']],
    ['在报纸 上发\n表文章', ['文章', '报纸', '发表']],
    ['Preaching at a mosque; a video of it online', ['preaching', 'mosque', 'online', 'video']],
  ])('are found in "%s"', (text, expected) => {
    expect(suspect(text).sort()).toEqual([...expected].sort());
  });

  test.each([
    'Criminal Code, Article 205, articles 33 and 34',
    'Кража, статья 188 УК, по статье № 192, статей 5',
    'Пострадавший находился на постовом пункте, построил дом',
    'The postman was robbed of a bookcase in March',
    '抢劫便利店，劫得现金',
  ])('are not found in "%s"', (text) => {
    expect(suspect(text)).toEqual([]);
  });

  test.each(['аrtiсle', 'ar\u00adticle', 'ＡＲＴＩＣＬＥ', 'a\u200brticle', 'ст\u0430тья'])(
    'are found however disguised: %s',
    (text) => {
      expect(suspect(`An ${text} of his`)).toHaveLength(1);
    },
  );

  test('are looked for in the ground and the note, not in what a person looks like', () => {
    const content = {
      category: 'inquiry-check',
      subject: { kind: 'person', identities: [], description: 'Wears a religious medal.' },
      ground: { offence: { kind: 'ordinary', description: 'Fraud.', provision: 'Insult to a religion, art. 3' } },
      note: 'Ask about the blog.',
    } as const;
    const found = findSuspectTerms({ ...content, subject: { ...content.subject, identities: [] } }, grounds);
    expect(found.sort()).toEqual(['blog', 'insult', 'religion']);
  });
});

describe('an act told without harm', () => {
  test.each([
    ['An article in a newspaper against the government.', true],
    ['An attack on the constitutional order by a speech at a rally.', true],
    ['Подрывная статья в газете, призывы к насилию.', true],
    ['在网上发表文章攻击政府。', true],
    ['Threw a grenade at a church; two were wounded.', false],
    ['Напал с ножом на журналиста, тот ранен.', false],
    ['在集会上引爆炸弹，三人死亡。', false],
    ['Forged customs papers.', false],
    ['Ұлттық қауіпсіздікке қарсы іс-әрекет.', false],
  ])('"%s"', (text, isSpeech) => {
    expect(findSpeechWithoutHarm([text], grounds).length > 0).toBe(isSpeech);
  });

  test('is found too when the speech stands in the offence and the act says nothing', () => {
    expect(findSpeechWithoutHarm(['Author of a blog.', 'The act of 3 May.'], grounds)).toEqual(['blog']);
    expect(findSpeechWithoutHarm(['Killed the author of a blog.', 'The act of 3 May.'], grounds)).toEqual(['blog']);
  });
});

describe('the catalogue of violent acts', () => {
  test('is told in words of harm in each language', () => {
    const silent = grounds.violentActs.flatMap(({ id, names }) =>
      Object.entries(names).flatMap(([language, name]) => (harm(name).length > 0 ? [] : [`${id} ${language}`])),
    );
    expect(silent).toEqual([]);
  });
});
