import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { soundSyllable } from './pinyin.ts';

/** Traditional characters as the simplified ones that stand for them. */
export const toSimplified = Converter({ from: 't', to: 'cn' });

/** pinyin-pro's quickest way to part a text into words; a name is one or two. */
const LONGEST_FIRST = 1;

/** Surnames of two characters, simplified. */
const COMPOUND_SURNAMES = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师'.split(
    ' ',
  ),
);

/** How bearers in Hong Kong, Macao and South-East Asia spell common surnames (Cantonese and Hokkien readings). */
const SOUTHERN_SURNAMES: Record<string, string> = {
  王: 'wong',
  陈: 'chan',
  李: 'lee',
  张: 'cheung',
  刘: 'lau',
  黄: 'wong',
  吴: 'ng',
  周: 'chow',
  郑: 'cheng',
  蔡: 'choi',
  许: 'hui',
  何: 'ho',
  林: 'lam',
  梁: 'leung',
  郭: 'kwok',
  谢: 'tse',
  叶: 'yip',
  杨: 'yeung',
  罗: 'law',
  邓: 'tang',
  曾: 'tsang',
  朱: 'chu',
  胡: 'wu',
  徐: 'tsui',
  孙: 'suen',
  赵: 'chiu',
  冯: 'fung',
  潘: 'poon',
  董: 'tung',
  苏: 'so',
  卢: 'lo',
  江: 'kong',
  姚: 'yiu',
  邱: 'yau',
  伍: 'ng',
  莫: 'mok',
  关: 'kwan',
  方: 'fong',
  石: 'shek',
  谭: 'tam',
  廖: 'liu',
  萧: 'siu',
  甘: 'kam',
  洪: 'hung',
  戴: 'tai',
  杜: 'to',
  彭: 'pang',
  余: 'yu',
  钟: 'chung',
  严: 'yim',
  简: 'kan',
};

/** Folds a Han word to simplified characters and parts a name of two to four into surname and given name. */
export function splitHanName(word: string): string[] {
  const simplified = toSimplified(word);
  const characters = [...simplified];
  if (COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) && characters.length <= 4 && characters.length > 2)
    return [characters.slice(0, 2).join(''), characters.slice(2).join('')];
  if (characters.length < 2 || characters.length > 3) return [simplified];
  return [characters[0]!, characters.slice(1).join('')];
}

/**
 * Pinyin without tones: as written, as it sounds to readers of other tongues, and for a surname as
 * it is spelt in the south; for three characters and more also as the foreign name they may spell.
 * `first`: the word stands where a surname stands.
 */
export function readHan(word: string, first: boolean): string[] {
  const syllables = pinyin(word, {
    toneType: 'none',
    type: 'array',
    surname: first ? 'head' : 'off',
    v: true,
    segmentit: LONGEST_FIRST,
  });
  const written = syllables.map((syllable) => syllable.replace('v', 'u'));
  const readings = [written.join(''), written.map(soundSyllable).join('')];
  const southern = SOUTHERN_SURNAMES[word];
  if (first && southern) readings.push(southern);
  if (written.length >= 3) readings.push(written.map(foreignSound).join(''));
  return [...new Set(readings)].filter((reading) => /^[a-z]+$/u.test(reading));
}

/** In a foreign name er is an l or r that ends a syllable, and ng is n. */
function foreignSound(syllable: string): string {
  return syllable === 'er' ? 'r' : soundSyllable(syllable).replace(/ng$/u, 'n');
}
