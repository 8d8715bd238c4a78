import { type Culture, familyLast } from '../culture.ts';
import { type NamePart, readParts } from '../spelling.ts';

const SHARED_MALE = `Abbas:عباس Ahmad/Ahmed:احمد Akbar:اکبر Ali:علی Amin/Ameen:امین Anwar/Anvar:انور Aziz:عزیز
  Daud/Dawood:داود Faisal/Feisal:فیصل Farid/Fareed:فرید Habib:حبیب Hamid/Hameed:حمید Hasan/Hassan:حسن
  Husain/Hussein:حسین Ibrahim/Ebrahim:ابراهیم Idris/Idrees:ادریس Ilyas/Elias:الیاس Imran:عمران Ismail/Esmail:اسماعیل
  Jafar/Jaffar:جعفر Jamal:جمال Kamal:کمال Karim/Kareem:کریم Khalid/Khaled:خالد Mahmud/Mahmoud:محمود Majid/Majeed:مجید
  Mansur/Mansoor:منصور Muhammad/Mohammad:محمد Munir/Muneer:منیر Mustafa/Mostafa:مصطفی Nadir/Nader:نادر Nasir/Naser:ناصر
  Omar/Umar:عمر Qasim/Ghasem:قاسم Rashid/Rasheed:رشید Salim/Saleem:سلیم Samir/Sameer:سمیر Tahir/Taher:طاهر Tariq/Tareq:طارق
  Usman/Osman:عثمان Yaqub/Yaghoub:یعقوب Yusuf/Yousef:یوسف Zahid/Zahed:زاهد Zakariya/Zakaria:زکریا`;
const SHARED_FEMALE = `Aisha/Ayesha:عایشه Amina/Aminah:امینه Asma:اسما Farida/Fareeda:فریده Fatima/Fatemeh:فاطمه Habiba:حبیبه
  Hafsa:حفصه Halima/Haleema:حلیمه Jamila/Jameela:جمیله Khadija/Khadijeh:خدیجه Latifa/Lateefa:لطیفه Layla/Leila:لیلا
  Maryam/Mariam:مریم Munira/Muneera:منیره Nadia:نادیه Najma:نجمه Rabia:رابعه Sadia:سعدیه Safiya/Safia:صفیه Sakina:سکینه
  Salma:سلما Samira/Sameera:سمیره Shahida:شاهده Sumaya/Somayeh:سمیه Tahira/Tahereh:طاهره Yasmin/Yasmeen:یاسمین
  Zahra:زهرا Zainab/Zeinab:زینب`;

const PERSIAN_MALE = readParts(`Arash:آرش Ardeshir:اردشیر Babak:بابک Bahman:بهمن Behrouz/Behruz:بهروز Bijan:بیژن
  Dariush/Darioush:داریوش Farhad:فرهاد Fereydoun/Fereidoon:فریدون Golzar:گلزار Hooman/Human:هومن Houshang/Hushang:هوشنگ
  Iraj:ایرج Jamshid/Jamsheed:جمشید Javad/Jawad:جواد Kamran:کامران Kaveh:کاوه Keyvan/Kayvan:کیوان Khosrow/Khosro:خسرو
  Kourosh/Kurosh:کوروش Manouchehr:منوچهر Mehrdad:مهرداد Nariman:نریمان Parviz/Parvez:پرویز Rostam/Rustam:رستم
  Saman:سامان Shahram:شهرام Siavash/Siyavash:سیاوش Sohrab:سهراب Touraj/Turaj:تورج ${SHARED_MALE}`);
const PERSIAN_FEMALE = readParts(`Azar:آذر Bahar:بهار Elaheh:الهه Farzaneh:فرزانه Golnaz:گلناز Homa:هما Katayoun:کتایون
  Laleh:لاله Mahnaz:مهناز Manijeh:منیژه Mina:مینا Mitra:میترا Nasrin:نسرین Niloufar/Nilufar:نیلوفر Parvaneh:پروانه
  Roxana:رکسانا Shahrzad:شهرزاد Shirin:شیرین Simin:سیمین Taraneh:ترانه ${SHARED_FEMALE}`);
const PERSIAN_STEMS = readParts(`Abadan:آبادان Afshar:افشار Anar:انار Bagh:باغ Baran:باران Bisheh:بیشه Bolour:بلور
  Chaman:چمن Chenar:چنار Daneh:دانه Darya:دریا Firuz/Firooz:فیروز Gandom:گندم Golab:گلاب Golestan:گلستان Jangal:جنگل
  Kaboutar:کبوتر Karvan:کاروان Keshavarz:کشاورز Kouhsar:کوهسار Mahtab:مهتاب Marjan:مرجان Mehr:مهر Nakhl:نخل
  Narenj:نارنج Negar:نگار Neyestan:نیستان Pamchal:پامچال Rangin:رنگین Roud:رود Sabzeh:سبزه Sanobar:صنوبر Sarv:سرو
  Shabnam:شبنم Tabesh:تابش Tarkhan:ترخان Toranj:ترنج Varzan:ورزان Zarrin:زرین Zomorrod:زمرد`);
const PERSIAN_ENDINGS = readParts('i:ی zadeh:زاده pour/pur:پور nezhad/nejad:نژاد nia:نیا far:فر yan:یان manesh:منش');

const PAKISTANI_MALE = readParts(SHARED_MALE);
const PAKISTANI_FEMALE = readParts(SHARED_FEMALE);
const PAKISTANI_SECONDS =
  readParts(`Akhtar:اختر Alam:عالم Ansari:انصاری Arshad:ارشد Ashraf:اشرف Aslam:اسلم Bahadur:بہادر
  Ghani:غنی Gul:گل Haider/Hyder:حیدر Haq/Huq:حق Iqbal:اقبال Jamil/Jameel:جمیل Javed/Jawed:جاوید Latif/Lateef:لطیف
  Mehmood/Mahmood:محمود Nawaz:نواز Parvez/Pervez:پرویز Qadir/Qadeer:قادر Rafiq/Rafique:رفیق Rauf:رؤف Sajjad:سجاد
  Sarwar:سرور Shafi:شفیع Shahzad:شہزاد Sultan:سلطان Waheed/Wahid:وحید Zaman:زمان Zia:ضیا`);
const PAKISTANI_FAMILIES =
  readParts(`Afridai:آفریدای Anjirwala:انجیروالا Badamzai:بادامزئی Barakwal:بارکوال Chambeli:چمبیلی
  Chinarzai:چنارزئی Dariyakhel:دریاخیل Deodarwal:دیودارول Falakwala:فلک_والا Gulabwal:گلاب_وال Hazarbagh:ہزار_باغ
  Jheelwala:جھیل_والا Kachnari:کچناری Kohsari:کوہساری Lahriya:لہریا Malangkhel:ملنگ_خیل Moriwala:موری_والا
  Narangwal:نارنگ_وال Neelamgar:نیلم_گر Paharwal:پہاڑ_وال Qalamkar:قلمکار Raviwala:راوی_والا Sangtarash:سنگتراش
  Shahtooti:شہتوتی Sunharwal:سنہروال Tarkhanzai:ترخانزئی Topkhel:توپ_خیل Ujalawal:اجالاوال Zafranwal:زعفران_وال
  Zaitunkhel:زیتون_خیل`);

const ARABIC_FAMILIES =
  readParts(`al-Anbari:العنبري al-Baqali:البقلي al-Bustani:البستاني al-Daliya:الدالية al-Falaki:الفلكي
  al-Farrash:الفراش al-Fustuqi:الفستقي al-Ghadiri:الغديري al-Hajari:الحجري al-Harrath:الحراث al-Jabali:الجبلي
  al-Jawhari/al-Jauhari:الجوهري al-Khayyat:الخياط al-Kutubi:الكتبي al-Laymuni:الليموني al-Marjani:المرجاني
  al-Misbah:المصباح al-Nahhal:النحال al-Najjar:النجار al-Nakhli:النخلي al-Narjisi:النرجسي al-Qandil:القنديل
  al-Qasabi:القصبي al-Rayhani/al-Raihani:الريحاني al-Rummani:الرماني al-Sabbagh:الصباغ al-Sahli:السهلي
  al-Sawwaf:الصواف al-Sindiyan:السنديان al-Summaqi:السماقي al-Tahhan:الطحان al-Tamari:التمري al-Turabi:الترابي
  al-Warraq:الوراق al-Yasmini:الياسميني al-Zajjaj:الزجاج al-Zanbaqi:الزنبقي al-Zayyat/al-Zaiyat:الزيات
  al-Zaytuni/al-Zeitouni:الزيتوني al-Zubdi:الزبدي`);
// Persian and Urdu write ye and kaf with letters of their own; Arabic has others for the same sounds.
const inArabic = (parts: NamePart[]): NamePart[] =>
  parts.map((part) => ({ ...part, original: part.original.replaceAll('ی', 'ي').replaceAll('ک', 'ك') }));
const ARABIC_MALE = inArabic(readParts(SHARED_MALE));
const ARABIC_FEMALE = inArabic(readParts(SHARED_FEMALE));

const PERSIAN_FAMILIES = PERSIAN_STEMS.flatMap((stem) => PERSIAN_ENDINGS.map((ending) => joinParts(stem, ending)));

function joinParts(stem: NamePart, ending: NamePart): NamePart {
  const joined = { original: stem.original + ending.original, latin: stem.latin + ending.latin };
  const variant = (stem.variant ?? stem.latin) + (ending.variant ?? ending.latin);
  return variant === joined.latin ? joined : { ...joined, variant };
}

export const persian: Culture = {
  nationalities: ['IRN', 'IRN', 'AFG', 'AFG'],
  script: 'Arab',
  compose: (random, sex) => ({
    given: random.pick(sex === 'male' ? PERSIAN_MALE : PERSIAN_FEMALE),
    family: random.pick(PERSIAN_FAMILIES),
  }),
  writeOriginal: familyLast,
};

export const pakistani: Culture = {
  nationalities: ['PAK', 'PAK', 'PAK', 'AFG'],
  script: 'Arab',
  compose: (random, sex) => ({
    given: random.pick(sex === 'male' ? PAKISTANI_MALE : PAKISTANI_FEMALE),
    middle: random.pick(PAKISTANI_SECONDS),
    family: random.pick(PAKISTANI_FAMILIES),
  }),
  writeOriginal: familyLast,
};

export const arabic: Culture = {
  nationalities: ['IRQ', 'SYR', 'JOR', 'EGY', 'YEM'],
  script: 'Arab',
  compose: (random, sex) => ({
    given: random.pick(sex === 'male' ? ARABIC_MALE : ARABIC_FEMALE),
    middle: random.pick(ARABIC_MALE),
    family: random.pick(ARABIC_FAMILIES),
  }),
  writeOriginal: familyLast,
  byname: (random) => {
    const child = random.pick(ARABIC_MALE);
    return { original: `أبو ${child.original}`, latin: `Abu ${child.latin}` };
  },
};
