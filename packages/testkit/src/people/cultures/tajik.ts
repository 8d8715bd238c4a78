import { type Culture, familyFirst } from '../culture.ts';
import { cyrillicPart, readCyrillic } from '../spelling.ts';

const MALE =
  readCyrillic(`Абдусалом Азиз Баҳром Бежан Диловар Зафар Иззат Искандар Камолиддин Қиёмиддин Манучеҳр Меҳрубон
  Муҳиддин Наврӯз Насим Парвиз Раҷаб Рӯзӣ Рустам Сафаралӣ Сиёвуш Сорбон Суҳроб Темурхон Тоҷиддин Умед Фаридун Фирдавс
  Хуршед Ҳасан Ҷамшед Ҷовид Шариф Шӯҳрат Эмомалик`);
const FEMALE =
  readCyrillic(`Анора Бунафша Гулафрӯз Гулноз Дилором Зарафшон Зебо Лолаи Мавҷуда Манижа Маҳина Меҳрангез Мунаввар
  Нигина Нозанин Парвина Рухшона Садбарг Сайёра Ситора Тахмина Фарангис Фирӯза Ҳафиза Ҷонона Шаҳноза Шаҳло`);
const STEMS =
  `Абдукарим Алимард Бобоҷон Бузургмеҳр Гадой Ғаюр Давлат Ёдгор Зиёд Ибод Исматулло Курбон Қодир Лутфулло Маҳмад
  Мирзо Назар Неъмат Одина Пир Раҳим Саид Сангин Султон Тағой Файз Холиқ Хоҷа Ҳалим Ҳикмат Ҷалол Ҷӯра Шодӣ Шоҳмурод Юнус`.split(
    /\s+/,
  );
const ENDINGS = [
  ['зода', 'зода'],
  ['ов', 'ова'],
  ['иён', 'иён'],
  ['пур', 'пур'],
  ['ниё', 'ниё'],
] as const;

const families = (at: 0 | 1) =>
  STEMS.flatMap((stem) => ENDINGS.map((ending) => cyrillicPart(stem.replace(/[аоӣ]$/, '') + ending[at])));
const FAMILIES = { male: families(0), female: families(1) };

export const tajik: Culture = {
  nationalities: ['TJK', 'TJK', 'TJK', 'TJK', 'UZB', 'RUS'],
  script: 'Cyrl',
  compose: (random, sex) => {
    const name = { given: random.pick(sex === 'male' ? MALE : FEMALE), family: random.pick(FAMILIES[sex]) };
    if (!random.chance(0.5)) return name;
    const father = random.pick(MALE).original;
    return { ...name, middle: cyrillicPart(father + (sex === 'male' ? 'ович' : 'овна')) };
  },
  writeOriginal: familyFirst,
};
