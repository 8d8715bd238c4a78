import type { PassengerField } from '@entente/contracts/screening/passenger-list';

/** Titles by which columns go in the three languages and in carriers' tables, without spaces and signs. */
const TITLES: Record<Exclude<PassengerField, 'unused'>, string> = {
  family: 'family familyname surname lastname last фамилия фамилиялат фам 姓 姓氏 英文姓 拼音姓 тегі familiya',
  given: 'given givenname givennames forename forenames firstname first имя имена имялат 名 名字 英文名 拼音名 аты ism',
  middle: 'middle middlename middlenames patronymic отчество 中间名 父名 әкесініңаты',
  name: 'name fullname passengername passenger names nameinfull originalname фио фамилияимяотчество фамилияимя пассажир имяпассажира полноеимя 姓名 全名 旅客姓名 乘客姓名 英文姓名 中文姓名',
  'birth-date':
    'birthdate dateofbirth dob birthday born birth датарождения др рождение деньрождения 出生日期 出生年月日 生日 出生',
  sex: 'sex gender пол 性别',
  nationality: 'nationality citizenship nat национальность гражданство 国籍',
  document:
    'document documentnumber documentno docno docnumber docnum passport passportnumber passportno traveldocument traveldocumentnumber номердокумента документ паспорт номерпаспорта серияиномер серияиномердокумента серияиномерпаспорта 证件号 证件号码 护照 护照号 护照号码',
  issuer:
    'issuer issuingstate issuingcountry stateofissue countryofissue placeofissue issuedby doccountry passportcountry государствовыдачи странавыдачи выдан гдевыдан кемвыдан 签发国 签发地 签发国家 发证国 发证国家',
};

const FIELDS = new Map<string, PassengerField>(
  Object.entries(TITLES).flatMap(([field, titles]) =>
    titles.split(' ').map((title): [string, PassengerField] => [title, field as PassengerField]),
  ),
);

/** What a column of that title holds. A title in two languages is known by either; an explanation in brackets is let be. */
export function fieldOfTitle(title: string): PassengerField | undefined {
  const plain = title.normalize('NFKC').replace(/\([^)]*\)/gu, ' ');
  for (const part of [plain, ...plain.split(/[/|\n]/u)]) {
    const field = FIELDS.get(part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
    if (field) return field;
  }
  return undefined;
}
