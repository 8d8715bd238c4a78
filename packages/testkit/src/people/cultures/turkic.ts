import { type Culture, familyFirst, type InventedSex } from '../culture.ts';
import { cyrillicPart, type NamePart, readCyrillic } from '../spelling.ts';

interface Tradition {
  nationalities: string[];
  male: string;
  female: string;
  /** First parts of family names, to which the tradition's own second parts are joined. */
  stems: string;
  seconds: string[];
  /** Patronymic endings, male and female. */
  patronymic: Record<InventedSex, string>;
}

/** Kazakh, Kyrgyz and Uzbek names as Cyrillic writes them: given name, family name on -ov or -ev, patronymic. */
function tradition(table: Tradition): Culture {
  const given = { male: readCyrillic(table.male), female: readCyrillic(table.female) };
  const bases = table.stems
    .trim()
    .split(/\s+/)
    .flatMap((stem) => table.seconds.map((second) => stem + second));
  const families = {
    male: bases.map((base) => cyrillicPart(withEnding(base))),
    female: bases.map((base) => cyrillicPart(`${withEnding(base)}а`)),
  };
  const patronymics = (sex: InventedSex): NamePart[] =>
    given.male.map((father) => cyrillicPart(father.original + table.patronymic[sex]));
  const middles = { male: patronymics('male'), female: patronymics('female') };
  return {
    nationalities: table.nationalities,
    script: 'Cyrl',
    compose: (random, sex) => {
      const name = { given: random.pick(given[sex]), family: random.pick(families[sex]) };
      return random.chance(0.7) ? { ...name, middle: random.pick(middles[sex]) } : name;
    },
    writeOriginal: familyFirst,
  };
}

function withEnding(base: string): string {
  if (base.endsWith('й')) return `${base.slice(0, -1)}ев`;
  return /[аеиоуыәіүұө]$/.test(base) ? `${base}ев` : `${base}ов`;
}

export const kazakh = tradition({
  nationalities: ['KAZ', 'KAZ', 'KAZ', 'KAZ', 'MNG', 'RUS'],
  male: `Асхат Бауыржан Дәурен Ерлан Жандос Қайрат Мұрат Нұрлан Олжас Рүстем Серік Талғат Ұлан Әділет Бекзат Дидар Ержан
    Жәнібек Қанат Мейрам Нұрбол Санжар Айдос Арман Асылбек Ғалым Дархан Еркін Жасұлан Қуаныш Мақсат Рахым Самат Темірлан
    Шыңғыс Айбар Бағлан Досжан Еділ Жомарт`,
  female: `Айгүл Айжан Айнұр Әсел Ботагөз Гүлнар Дана Динара Жанар Жібек Камила Қарлығаш Мадина Меруерт Назерке Раушан
    Сәуле Толғанай Шолпан Әйгерім Гүлсім Индира Маржан Перизат Ұлжан Ақмарал Аяулым Балжан Гауһар Жадыра`,
  stems: `Әбіл Айт Ақ Алда Аман Ар Асқар Ба Бекті Бөрі Дәулет Дос Ел Есен Жан Жұма Жылқы Ер Қал Қара Қожа Қоныс Құлын
    Мамыр Наурыз Нұр Орын Өте Рай Сағын Сар Сейіл Сүйін Тай Тілеу Төле Тұр Ырыс Шай Шері`,
  seconds: ['бай', 'бек', 'ғали', 'жан', 'мұрат', 'хан', 'тай'],
  patronymic: { male: 'ұлы', female: 'қызы' },
});

export const kyrgyz = tradition({
  nationalities: ['KGZ', 'KGZ', 'KGZ', 'KGZ', 'RUS', 'UZB'],
  male: `Азамат Айбек Акжол Алмаз Бакыт Бекболот Болот Данияр Жакшылык Жаныбек Кубанычбек Кыяз Максат Мирлан Нурбек
    Өмүрбек Руслан Сыймык Таалай Талант Тилек Улан Чыңгыз Эмил Эрлан Эркин Адилет Бектур Догдурбек Жоомарт`,
  female: `Айгерим Айзада Айсулуу Асель Бермет Бурул Гүлзат Гүлмира Жаңыл Жылдыз Кундуз Мээрим Назгүл Нуржамал Нурзат
    Сабира Салтанат Сонун Таттыбүбү Чолпон Элиза Эльнура Уулкан Үмүт Бегимай`,
  stems: `Абды Айт Акма Алым Аса Байсал Бейше Бок Дүйшө Жээн Жолдош Жуму Исма Кадыр Калы Кочкор Кул Маамыт Мамбет
    Мырза Ормон Осмон Сатар Сыдык Табалды Токто Турду Үсөн Чоро Шамыр Ыбрай Эсен`,
  seconds: ['бек', 'алы', 'кул', 'бай', 'жан', 'гул'],
  patronymic: { male: 'ович', female: 'овна' },
});

export const uzbek = tradition({
  nationalities: ['UZB', 'UZB', 'UZB', 'UZB', 'KAZ', 'TJK'],
  male: `Акмал Алишер Анвар Ахрор Баходир Бобур Ботир Дилшод Ёқуб Жавохир Жамшид Зафар Илҳом Камол Лазиз Мансур Мирзо
    Музаффар Неъмат Одил Отабек Рустам Сардор Тохир Улуғбек Фаррух Ҳамид Хуршид Шерзод Ўткир Шухрат Элёр`,
  female: `Азиза Барно Гулбахор Дилбар Дилноза Зилола Зулфия Камола Лола Махлиё Мунира Нафиса Нигора Нилуфар Ойбек Озода
    Рано Сабохат Севара Феруза Хилола Шахло Шахноза Ўғилой Юлдуз`,
  stems: `Абду Али Ашур Бек Бой Гафур Жўра Зокир Йўлдош Исло Кадир Карам Маъруф Мир Мурод Норму Орзу Пўлат Раҳмат Сайд
    Сафар Солиҳ Тош Тура Тўхта Умар Ҳайдар Ҳаким Хол Хўжа Шокир Эргаш Эшон Юнус`,
  seconds: ['али', 'бек', 'жон', 'мурод', 'қул', 'назар'],
  patronymic: { male: 'ович', female: 'овна' },
});
