import type { Vowels } from '../sounds/distance.ts';
import { foldSounds } from '../sounds/fold.ts';

/** Words that join names, in their normal form (see `sounds/fold.ts`). */
const PARTICLES = new Set(
  'al el ul ad ar as aS at az il ur bin ibn ben bint binti uld vuld ould de la del dela deli di da du dos das do des van von der den ter ten zu zum af av uli ogli oglu ugli kizi gizi kiz ulu uulu ibne vad e i iben'.split(
    ' ',
  ),
);

/** The same in scripts that leave vowels out, where most short forms are names: عمر is Omar, not Mr. */
const UNWRITTEN_PARTICLES = new Set('al abn bn bnt uld vld'.split(' '));

/** Titles and honorifics, which one document prints and the next leaves out. */
const TITLES = new Set(
  'haji haj hadji hji mula mulah maulavi malavi mulvi mavlavi mulavi maulana mulana SeiX Seik SiX Sik SaiX Saik seid seied mr mrs ms dr prof sir general gen kolonel kol major kaptain'.split(
    ' ',
  ),
);
const UNWRITTEN_TITLES = new Set('mla maulaui mulaui SiX haji'.split(' '));

/** Legal forms of organisations, at the end of their names. */
const LEGAL_FORMS = new Set(
  'limited ltd llc llp inc incorporated company corp corporation gmbh sarl ooo zao oao pao jsc plc pjsc fze fzco kft'
    .split(' ')
    .map(foldSounds),
);

/** Particles that are also given names or surnames, so that they are particles only between other words. */
const DOUBTFUL = new Set('ben van an e i da di do de la das den der'.split(' '));

/** Particles of the West that are syllables of Korean and Chinese given names: no particle where a name ends with them. */
const SYLLABLES = new Set('il el ul un'.split(' '));

/** Names that millions bear and that documents shorten or leave out beside a second given name. */
const VERY_COMMON = new Set(
  'muhamad mohamed mohamad muhamed mahamad mhmd muhammad mohamud mahomed magomed muXamad moXamed muXamed ali li ahmed ahmad ahmd abd abdul abdul abdel mulah Xan siNg sing sinh kumar kaur md mohd'.split(
    ' ',
  ),
);

/** Whether a word in this form is a particle at its place among `count` words. */
export function isParticle(form: string, vowels: Vowels, at: number, count: number): boolean {
  if (!(vowels === 'unwritten' ? UNWRITTEN_PARTICLES : PARTICLES).has(form)) return false;
  if (DOUBTFUL.has(form)) return at > 0 && at < count - 1;
  if (SYLLABLES.has(form)) return at < count - 1;
  return count > 1;
}

/** Whether a word in this form is a legal form at its place among `count` words. */
export function isLegalForm(form: string, at: number, count: number): boolean {
  return count > 1 && at === count - 1 && LEGAL_FORMS.has(form);
}

export function isTitle(form: string, vowels: Vowels, count: number): boolean {
  return count > 1 && (vowels === 'unwritten' ? UNWRITTEN_TITLES : TITLES).has(form);
}

export function isVeryCommon(form: string): boolean {
  return VERY_COMMON.has(form);
}
