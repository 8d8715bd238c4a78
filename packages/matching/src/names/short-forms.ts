// Table: given names with the short forms people go by, and with those of the neighbouring languages in which the same person's papers
// write them (a Belarusian Siarhei is Сергей in Russian); a group per line, in Latin spelling.
import { foldSounds } from '../sounds/fold.ts';

const GROUPS = `
aleksandr alexander aleksander sasha alex alec sanya shura iskander aliaksandr oleksandr ales
aleksei alexey alexei alyosha lyosha aliaksei oleksii
anastasia nastya asya nastassia
andrei andrey andrew andy andrii
anna anya anne ann hanna ganna
boris borya barys borys
dmitri dima mitya dzmitry dmytro
ekaterina yekaterina katya katherine catherine kate kathy katsiaryna kateryna
elena yelena lena helena alena olena
evgeni yevgeny zhenya eugene yauheni yevhen yevhenii
galina galya halina halyna
georgi george yegor egor heorhi heorhii
grigori grisha gregory greg hryhory ryhor hryhorii
igor gosha ihar ihor
irina ira
ivan vanya
konstantin kostya kanstantsin kastus kostiantyn
ksenia ksyusha
lyudmila lyuda
maria masha marie mary
mikhail misha michael mike mikhas mykhailo
mohammed mohd md muhammad mohamed mohammad muhammed mukhammad mukhamed magomed magomet mamed mehmet mambet
natalia natasha natallia
nikolai kolya nicholas nick mikalai mykola
oleg olezhka aleh oleh
olga olya volha olha
pavel pasha paul pavlo
pyotr petr petya peter pete piatro petro
roman roma raman
sergei seryozha sergey siarhei serhii
stanislav stas stanislau
svetlana sveta sviatlana
tatiana tanya tatsiana tetiana
vadim vadik vadzim
valentin valya
vasili vasya basil vasil vasyl
viktor vitya victor viktar
vitali vitalik
vladimir volodya vova uladzimir volodymyr
vladislav vlad uladzislau
vyacheslav slava viachaslau
yulia julia
yuri yura
william bill billy will
robert bob bobby rob
richard dick rick
charles charlie chuck
james jim jimmy
john johnny jack
joseph joe yusuf yusup iosif
edward ted eddie
thomas tom tommy
anthony tony
elizabeth liz betty
margaret peggy maggie
daniel danny
david dave
samuel sam
benjamin ben
patrick pat
aisha aishat ayse
anatoli anatol anatolii
artyom artem artsiom
fatima fatma patimat
fyodor fedor fiodar fedir
gennadi henadz hennadii
ibrahim ibragim abraham avraam
khadija khadizhat hatice
leonid leanid
nikita mikita mykyta
osman usman uthman
ramazan ramadan ramzan
reza riza rida
stepan stsiapan
valentina valiantsina
yaroslav yaraslau
zaynab zeinab zeynep
`;

const GROUP_OF = new Map<string, string[]>();
for (const line of GROUPS.trim().split('\n')) {
  const forms = line.split(' ').map(foldSounds);
  for (const form of forms) if (!GROUP_OF.has(form)) GROUP_OF.set(form, forms);
}

/** The other forms of a name, in normal form; the name itself among them. Empty for names without. */
export function shortFormsOf(form: string): string[] {
  return GROUP_OF.get(form) ?? [];
}

/** Whether one is a short form of the other, or both are of the same name. */
export function areShortForms(one: string, other: string): boolean {
  const forms = GROUP_OF.get(one);
  return forms !== undefined && forms === GROUP_OF.get(other);
}
