import { type Culture, familyFirst } from '../culture.ts';
import { cyrillicPart, readCyrillic } from '../spelling.ts';

const MALE = readCyrillic(`Аркадий Борис Вадим Валерий Василий Виталий Вячеслав Геннадий Глеб Григорий Даниил Денис
  Евгений Захар Игнат Илья Кирилл Константин Леонид Макар Матвей Никита Олег Павел Пётр Платон Роман Савелий Семён
  Степан Тарас Тимофей Фёдор Филипп Эдуард Юрий Яков Ярослав Антон Артём`);
const FEMALE =
  readCyrillic(`Алла Анастасия Антонина Вера Виктория Галина Дарья Евгения Екатерина Елизавета Жанна Зинаида
  Инна Кира Ксения Лариса Людмила Маргарита Надежда Нина Оксана Полина Раиса Светлана Таисия Тамара Ульяна Фаина Элина
  Юлия Яна`);
const FATHERS = `Аркадьев Борисов Вадимов Васильев Викторов Глебов Григорьев Данилов Денисов Захаров Игнатов Кириллов
  Леонидов Макаров Матвеев Олегов Павлов Петров Платонов Романов Савельев Семёнов Степанов Тарасов Тимофеев Фёдоров
  Филиппов Эдуардов Юрьев Яковлев`.split(/\s+/);
// Roots of words, not of families in the news; five endings make five hundred families of them.
const ROOTS =
  `Берез Болот Брусник Васильк Верб Вишнев Волн Ворон Голуб Горност Гроз Дубрав Ежевик Жаворонк Журавл Заливн
  Зареч Зверобо Зимород Золотар Иволг Калин Камыш Клевер Клюкв Ковыл Колос Кремн Крыжовн Кувшин Лазур Ландыш Ледник
  Лещин Лугов Малин Медян Мороз Мостов Незабуд Облеп Овражн Озёр Ольх Осок Парус Пескар Подберез Полын Причал Пшен
  Рассвет Ремеш Родник Ромаш Рощин Рябин Самшит Сенокос Синиц Скворц Смород Снегир Сосн Стриж Суход Терновн Тростник
  Туман Тучков Утёс Фиал Хвощ Хмел Черемш Чернозём Шалфе Шиповн Щавел Ягод Ясен Ястреб`.split(/\s+/);
const ENDINGS = [
  ['ов', 'ова'],
  ['ин', 'ина'],
  ['овский', 'овская'],
  ['енко', 'енко'],
  ['ович', 'ович'],
] as const;

const families = (at: 0 | 1) => ROOTS.flatMap((root) => ENDINGS.map((ending) => cyrillicPart(root + ending[at])));
const FAMILIES = { male: families(0), female: families(1) };
const PATRONYMICS = {
  male: FATHERS.map((father) => cyrillicPart(`${father}ич`)),
  female: FATHERS.map((father) => cyrillicPart(`${father}на`)),
};

export const russian: Culture = {
  nationalities: ['RUS', 'RUS', 'RUS', 'KAZ', 'BLR', 'KGZ'],
  script: 'Cyrl',
  compose: (random, sex) => ({
    given: random.pick(sex === 'male' ? MALE : FEMALE),
    middle: random.pick(PATRONYMICS[sex]),
    family: random.pick(FAMILIES[sex]),
  }),
  writeOriginal: familyFirst,
};
